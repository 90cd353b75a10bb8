import { type FencedDiv, fencedDivs } from './fenced-divs.js';
import { pandocFigures } from './pandoc-figures.js';
import type { SlideDraft } from './slide-draft.js';

/** Lists that come item by item, and classes that only Beamer’s frames have. */
export function pandocMarks(draft: SlideDraft, isIncremental: boolean): void {
  lists(draft, isIncremental);
  pandocFigures(draft);
  frameClasses(draft);
}

/** `> - item` turns what the deck says of lists round (Pandoc's manual, "Incremental lists"). */
function lists(draft: SlideDraft, isIncremental: boolean): void {
  const divs = isIncremental ? fencedDivs(draft) : [];
  draft.blocks.forEach(({ type, level, start, end }, index) => {
    if (level > 0) return;
    const next = draft.blocks[index + 1];
    const isList = type === 'bullet_list_open' || type === 'ordered_list_open';
    const at = draft.lineStart(start);
    if (type === 'blockquote_open' && (next?.type === 'bullet_list_open' || next?.type === 'ordered_list_open')) {
      const plain = draft.text
        .slice(at, draft.lineStart(end))
        .replace(/^ {0,3}> ?/gm, '')
        .trimEnd();
      draft.replace(at, draft.lineStart(end), isIncremental ? `${plain}\n` : `::: incremental\n\n${plain}\n\n:::\n`);
      const message = isIncremental ? 'Is shown at once.' : 'Comes item by item: the list stands in `::: incremental`.';
      draft.say('changed', at, '> - item', message);
    } else if (isIncremental && isList && !divs.some((div) => holds(div, start))) {
      const close = at + draft.text.slice(at, draft.lineStart(end)).trimEnd().length;
      draft.replace(at, at, '::: incremental\n\n');
      draft.replace(close, close, '\n\n:::\n');
      draft.say(
        'changed',
        at,
        '- item',
        'Comes item by item, as `incremental: true` says: it stands in `::: incremental`.',
      );
    }
  });
}

function holds({ name, opens, closes }: FencedDiv, line: number): boolean {
  return (name === 'incremental' || name === 'nonincremental' || name === 'notes') && opens < line && line < closes;
}

const ofFrames = [
  'standout',
  'allowframebreaks',
  'fragile',
  'plain',
  't',
  'b',
  'c',
  's',
  'squeeze',
  'shrink',
  'noframenumbering',
];

function frameClasses(draft: SlideDraft): void {
  const heading = draft.blocks.find(({ type, level }) => type === 'heading_open' && level === 0);
  if (heading === undefined) return;
  const start = draft.lineStart(heading.start);
  const line = draft.text.slice(start).split('\n', 1)[0] ?? '';
  const braces = /\{[^{}]*\}\s*$/.exec(line);
  if (braces === null) return;
  const words = braces[0]
    .trim()
    .slice(1, -1)
    .split(/\s+(?=[.#\w-])/);
  const kept = words.filter((word) => !ofFrames.includes(word.replace(/^\./, '').replace(/=.*$/, '')));
  if (kept.length === words.length) return;
  const rest = kept.filter((word) => word.trim() !== '');
  draft.replace(start + braces.index, start + line.length, rest.length === 0 ? '' : `{${rest.join(' ')}}`);
  const lost = words.filter((word) => !kept.includes(word)).join(' ');
  draft.say('lost', start, lost, 'Is left out: it is of Beamer’s frames.');
}
