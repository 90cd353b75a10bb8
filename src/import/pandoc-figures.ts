import { withoutPlace } from './quarto-blocks.js';
import type { SlideDraft } from './slide-draft.js';

const picture =
  /^([ \t]*)!\[((?:[^[\]\n\\]|\\.)+)\](\((?:<[^>\n]*>|[^\s()]*)(?:\s+"[^"\n]*")?\s*\))(?:\{([^{}\n]*)\})?[ \t]*$/gm;

/**
 * A picture that stands alone in its paragraph is a figure, and what stands in its brackets its caption (Pandoc's manual,
 * "implicit_figures"); `fig-alt` is what Quarto has as its text alternative.
 */
export function pandocFigures(draft: SlideDraft): void {
  for (const found of draft.bare.matchAll(picture)) {
    const [typed, indent = '', words = '', address = '', given = ''] = found;
    const isAlone =
      isEdge(draft.bare.slice(0, found.index), -1) && isEdge(draft.bare.slice(found.index + typed.length), 0);
    if (!isAlone || /\bcaption=/.test(given)) continue;
    const alternative = /\bfig-alt=(?:"([^"]*)"|(\S+))/.exec(given);
    const caption = words.replace(/[*_`\\]/g, '').replaceAll('"', '\\"');
    const rest = withoutPlace(given)
      .replace(/\bfig-(?:alt|align)=(?:"[^"]*"|\S+)/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const braces = [rest, `caption="${caption}"`].filter((part) => part !== '').join(' ');
    const shown = alternative?.[1] ?? alternative?.[2] ?? words;
    draft.replace(found.index, found.index + typed.length, `${indent}![${shown}]${address}{${braces}}`);
    draft.say('changed', found.index, typed.trim(), 'What stands in its brackets is its `caption` too.');
  }
}

/** Whether a blank line, a `:::` line or nothing is next to it. */
function isEdge(text: string, at: number): boolean {
  const lines = text.split('\n');
  const line = at === 0 ? lines[1] : lines.at(-2);
  return line === undefined || /^\s*(:{3,}.*)?$/.test(line);
}
