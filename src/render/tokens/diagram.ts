import { escape } from '../escape.js';
import type { RuleSet } from '../markup.js';

/**
 * A diagram as a figure with one text alternative. The drawing itself comes in after the slide is parsed and serialised
 * (see `drawings.ts`): it is long, well-formed and needs no second parser.
 */
export const diagramRules: RuleSet = ({ drawings }, { slide }) => ({
  diagram(tokens, index, _options, _env, renderer) {
    const token = tokens[index];
    const diagram = slide.diagrams.find(({ id }) => id === token?.meta?.['id']);
    if (token === undefined || diagram === undefined) return '';
    const drawing = drawings.byId.get(diagram.id);
    const others = (token.attrs ?? []).filter(([name]) => !['id', 'alt', 'caption', 'width', 'cite', 'class'].includes(name));
    const given = [
      ['class', `diagram ${String(token.attrGet('class') ?? '')}`.trim()],
      ['id', diagram.id],
      ...others,
    ] as [string, string | number][];
    const style = [
      ...(drawing === undefined ? [] : [`--w:${drawing.width}`, `--h:${drawing.height}`]),
      ...(diagram.width === undefined ? [] : [`--share:${diagram.width}%`]),
    ].join(';');
    const shown =
      drawing === undefined
        ? `<p class="missing">Diagram “${escape(diagram.id)}” could not be drawn.</p>`
        : `<div class="drawing" role="img" aria-label="${escape(diagram.alt)}" data-drawing="${escape(diagram.id)}"></div>`;
    const caption = diagram.caption === undefined ? '' : `<figcaption>${escape(diagram.caption)}</figcaption>`;
    return `<figure${renderer.renderAttrs({ attrs: given })}${style === '' ? '' : ` style="${style}"`}>${shown}${caption}</figure>\n`;
  },
});
