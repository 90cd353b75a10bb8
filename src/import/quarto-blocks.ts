import { type FencedDiv, fencedDivs, removeDiv, replaceFences } from './fenced-divs.js';
import type { SlideDraft } from './slide-draft.js';

/** Formats that slides are, for `when-format`. */
const ourFormats = ['html', 'html:js', 'revealjs', 'slides'];

/** Blocks that only arrange what a chunk put out. */
const wrappers = [
  'cell',
  'cell-output',
  'cell-output-display',
  'cell-output-stdout',
  'quarto-layout-panel',
  'panel-fill',
].concat(['panel-center', 'panel-sidebar', 'hidden']);

/** Blocks of Quarto between `:::` lines: callouts, tabs, asides, feet, conditions, and places on the slide. */
export function quartoBlocks(draft: SlideDraft): void {
  for (const div of fencedDivs(draft)) {
    const at = draft.lineStart(div.opens);
    const say = (fate: 'kept' | 'changed' | 'lost', message: string): void => draft.say(fate, at, div.typed, message);
    if (div.classes.some((name) => name.startsWith('callout-'))) {
      if (div.attributes.some(([key]) => key === 'collapse')) say('changed', 'Is shown open.');
    } else if (div.name === 'footer' || div.classes.includes('footer')) {
      removeDiv(draft, div);
      say('lost', 'Is left out: the foot of a slide names its sources.');
    } else if (div.name === 'panel-tabset') {
      replaceFences(draft, div, '', '');
      say('changed', 'Its tabs stand below each other.');
    } else if (div.name === 'aside') {
      replaceFences(draft, div, '', '');
      say('changed', 'Stands in the text.');
    } else if (div.name === 'content-visible' || div.name === 'content-hidden') readCondition(draft, div);
    else if (wrappers.includes(div.name)) replaceFences(draft, div, '', '');
    else if (div.classes.includes('absolute') || div.attributes.some(([key]) => key.startsWith('layout'))) {
      const rest = div.classes.filter((name) => name !== 'absolute' && name !== '');
      replaceFences(
        draft,
        div,
        rest.length === 0 ? '' : `::: {${rest.map((name) => `.${name}`).join(' ')}}`,
        rest.length === 0 ? '' : ':::',
      );
      say(
        'lost',
        'Has no place of its own: what it holds stands in the text. Write `::: columns` around what stands side by side.',
      );
    }
  }
  for (const found of draft.bare.matchAll(/\{[^{}\n]*\.absolute\b[^{}\n]*\}/g)) {
    if (/^\s*:::/.test(draft.text.slice(draft.text.lastIndexOf('\n', found.index) + 1))) continue;
    const sized = withoutPlace(found[0].slice(1, -1));
    draft.replace(found.index, found.index + found[0].length, sized === '' ? '' : `{${sized}}`);
    draft.say('lost', found.index, found[0], 'Has no place of its own: it stands in the text.');
  }
  for (const found of draft.bare.matchAll(/\[([^[\]\n]*)\]\{\.aside\}/g)) {
    draft.replace(
      found.index,
      found.index + found[0].length,
      `(${draft.text.slice(found.index + 1, found.index + 1 + (found[1] ?? '').length)})`,
    );
    draft.say('changed', found.index, found[0], 'Stands in brackets.');
  }
}

/** Attributes without `.absolute` and what belongs to it; sizes are in pixels. */
export function withoutPlace(attributes: string): string {
  if (!/\.absolute\b/.test(attributes)) return attributes;
  const kept = attributes
    .replace(/\.absolute\b|\b(top|left|right|bottom)=("[^"]*"|\S+)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return kept.replace(/\b(width|height)="?(\d+)"?(?=\s|$)/g, '$1=$2px');
}

/** What is only for some formats: kept where ours is one of them. */
function readCondition(draft: SlideDraft, div: FencedDiv): void {
  const given = (name: string): string | undefined => div.attributes.find(([key]) => key === name)?.[1];
  const [when, unless] = [given('when-format'), given('unless-format')];
  const applies =
    (when === undefined || ourFormats.includes(when)) && (unless === undefined || !ourFormats.includes(unless));
  const isProfile = when === undefined && unless === undefined;
  const isShown = isProfile || (div.name === 'content-visible' ? applies : !applies);
  if (isShown) replaceFences(draft, div, '', '');
  else removeDiv(draft, div);
  const message = isProfile
    ? 'Its condition is not read, and what it holds is kept.'
    : isShown
      ? 'Is for slides, and is kept.'
      : 'Is not for slides, and is left out.';
  draft.say(isProfile ? 'lost' : 'changed', draft.lineStart(div.opens), div.typed, message);
}
