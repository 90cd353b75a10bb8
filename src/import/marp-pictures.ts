import { isPictureSetting } from '../parse/dialects/marp.js';
import type { SlideDraft } from './slide-draft.js';

/** A picture in Markdown: alternative, address, title. */
const picture =
  /!\[([^\]\n]*)\]\(\s*(<[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)((?:\s+(?:"[^"\n]*"|'[^'\n]*'))?)\s*\)/g;

const fits: Readonly<Record<string, string>> = { fit: 'contain', contain: 'contain', cover: 'cover', auto: 'auto' };

/** Marp's words in a picture's alternative: backgrounds, sizes, filters (https://marpit.marp.app/image-syntax). */
export function marpPictures(draft: SlideDraft): void {
  let hasBackground = draft.attributes.has('background-image');
  const beside: SidePicture[] = [];
  for (const found of draft.bare.matchAll(picture)) {
    const [typed, alternative = '', address = '', title = ''] = found;
    const { index } = found;
    if (draft.html.some(({ comment, start, end }) => comment !== undefined && start <= index && index < end)) continue;
    const words = alternative.split(/\s+/).filter((word) => word !== '');
    const isBackground = words.includes('bg');
    const settings = words.filter((word) => isPictureSetting(word) || (isBackground && isOfBackground(word)));
    if (!isBackground && settings.length === 0) continue;
    const shown = words.filter((word) => !settings.includes(word)).join(' ');
    const filters = settings.filter((word) => isPictureSetting(word) && !/^(w|h|width|height):/.test(word));
    if (filters.length > 0)
      draft.say('lost', index, filters.join(' '), 'Is left out: a picture is shown as it is. Change the file.');
    const side = settings.find((word) => /^(left|right)(:|$)/.test(word));
    const plain = `![${shown}](${address}${title})`;
    const end = index + typed.length;
    if (!isBackground) {
      draft.replace(index, end, plain + sizeOf(settings));
      draft.say(
        'changed',
        index,
        typed,
        shown === '' ? 'Has its size in braces. Say in its brackets what it shows.' : 'Has its size in braces.',
      );
    } else if (isColour(address)) {
      draft.replace(index, end, '');
      draft.attributes.set('background-color', address);
      draft.say('changed', index, typed, 'Is the slide’s `background-color`.');
    } else if (side !== undefined) {
      beside.push({ side, plain });
      draft.replace(index, end, '');
      draft.say('changed', index, typed, 'Stands in a column beside the text.');
    } else if (!hasBackground && side === undefined) {
      hasBackground = true;
      draft.replace(index, end, '');
      draft.attributes.set('background-image', address.replace(/^<|>$/g, ''));
      const size = settings.find((word) => Object.hasOwn(fits, word) || /^\d+(\.\d+)?%$/.test(word)) ?? '';
      if (size !== '') draft.attributes.set('background-size', fits[size] ?? size);
      draft.say('changed', index, typed, 'Is the slide’s `background-image`.');
    } else {
      draft.replace(index, end, plain);
      draft.say('changed', index, typed, 'Stands in the text: a slide has one background.');
    }
  }
  besideText(draft, beside);
}

interface SidePicture {
  /** `left`, `right:33%`. */
  readonly side: string;
  readonly plain: string;
}

/** What Marpit takes as a colour in the place of an address: `#fff`, `rgb(…)`, and names, as no file without an ending is a picture. */
function isColour(address: string): boolean {
  return /^(#[\da-f]{3,8}|(?:rgb|hsl)a?\(.*\)|[a-z]+)$/i.test(address);
}

function isOfBackground(word: string): boolean {
  return ['bg', 'vertical', ...Object.keys(fits)].includes(word) || /^(left|right)(:[\d.]+%)?$|^[\d.]+%$/.test(word);
}

/** `{width=200px}`; what has no unit is in pixels. */
function sizeOf(settings: readonly string[]): string {
  const sizes = settings.flatMap((word) => {
    const [, name = '', value = ''] = /^(w|h|width|height):(.+)$/.exec(word) ?? [];
    if (name === '' || value === 'auto') return [];
    return [`${name.startsWith('w') ? 'width' : 'height'}=${/^\d+$/.test(value) ? `${value}px` : value}`];
  });
  return sizes.length === 0 ? '' : `{${sizes.join(' ')}}`;
}

/** The slide's text, without its heading, in one column and the pictures in the other, on the side that the first of them names. */
function besideText(draft: SlideDraft, pictures: readonly SidePicture[]): void {
  const side = pictures.find((one) => /[\d.]/.test(one.side))?.side ?? pictures[0]?.side;
  if (side === undefined) return;
  const plain = pictures.map((one) => one.plain).join('\n\n');
  const share = Number(/[\d.]+/.exec(side)?.[0] ?? 50);
  const [width, rest] = [`${share}%`, `${100 - share}%`];
  const shown = `::: {.column width=${width}}\n\n${plain}\n\n:::`;
  const [left, right] = side.startsWith('left') ? [`${shown}\n\n`, ''] : ['', `\n\n${shown}`];
  const at = behindHeading(draft);
  draft.replace(at, at, `\n\n:::: columns\n\n${left}::: {.column width=${rest}}\n\n`);
  draft.after = `:::${right}\n\n::::`;
}

function behindHeading(draft: SlideDraft): number {
  const [first] = draft.blocks.filter(({ type, level }) => type === 'heading_open' && level === 0);
  return first === undefined ? 0 : draft.lineStart(first.end);
}
