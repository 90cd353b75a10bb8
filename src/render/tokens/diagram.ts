import { escapeHtml } from '../../escape-html.js';
import type { Drawing } from '../../model.js';
import { relationsSteps } from '../../relations/sentences.js';
import type { RuleSet } from '../token-rules.js';
import { ownStyle } from '../tree.js';
import { attributesOf } from './attributes.js';

/** What becomes of these attributes is said by the diagram; they are none of the figure's. */
const ofDiagram = ['id', 'alt', 'width', 'data-caption', 'data-layout'];

/**
 * A diagram as a figure with one text alternative. The drawing itself comes in after the slide is parsed and serialised
 * (`drawings.ts`): it is long, well-formed and needs no second parser.
 */
export const diagramRules: RuleSet = ({ deck, drawings }, { slide }, scope) => ({
  diagram(tokens, index, _options, _env, renderer) {
    const token = tokens[index];
    const diagram = slide.diagrams.find(({ id }) => id === token?.meta?.id);
    if (token === undefined || diagram === undefined) return '';
    const drawing = drawings.byId.get(diagram.id);
    const style = [
      ...(drawing === undefined ? [] : [`--w:${drawing.width}`, `--h:${drawing.height}`, ...leastHeight(drawing)]),
      ...(diagram.width === undefined ? [] : [`--share:${diagram.width}%`]),
    ].join(';');
    const { attrs } = attributesOf(token, scope, 'diagram');
    const figure = renderer.renderAttrs({
      attrs: [
        ...attrs.filter(([name]) => !ofDiagram.includes(name)),
        ['id', diagram.id],
        ...(style === '' ? [] : [[ownStyle, style] as [string, string]]),
      ],
    });
    const { view } = diagram;
    const steps =
      view === undefined || view.clicks === 0 || deck.relations === undefined
        ? ''
        : ` data-steps="${escapeHtml(JSON.stringify(relationsSteps(view, deck.relations, deck.settings.lang)))}"`;
    const name = `data-drawing="${escapeHtml(diagram.id)}"${steps}`;
    const shown =
      drawing === undefined
        ? `<p class="missing">Diagram “${escapeHtml(diagram.id)}” could not be drawn.</p>`
        : `<div class="drawing" role="img" aria-label="${escapeHtml(diagram.alt || (drawing.alt ?? ''))}" ${name}></div>`;
    const isAtFoot = drawing?.smallPrint !== undefined;
    const caption =
      diagram.caption === undefined || isAtFoot ? '' : `<figcaption>${escapeHtml(diagram.caption)}</figcaption>`;
    return `<figure${figure}>${shown}${caption}</figure>\n`;
  },
});

/** The smallest label that is read from the back row, px of the stage. */
const floor = 18;

/**
 * A map's size is ours, so what stands beside it may not make its names too small: it keeps the height at which they are read, and a slide
 * that has no room for that overflows. Of other drawings the author chooses the words, and how many.
 */
function leastHeight({ alt, height, smallestLabel }: Drawing): readonly string[] {
  const isMap = alt !== undefined;
  return isMap && smallestLabel > floor ? [`--least:${Math.ceil((height * floor) / smallestLabel)}px`] : [];
}
