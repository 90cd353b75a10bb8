import type { ForeignDeck } from './imported-deck.js';
import type { SlideDraft } from './slide-draft.js';

const pictures = /\.(png|jpe?g|gif|svg|webp|avif|bmp)$/i;
const films = /\.(mp4|webm|ogv|mov)$/i;
const sounds = /\.(mp3|wav|m4a|ogg|flac|3gp)$/i;

/** Links and embeds of a vault, `[[Note|words]]` and `![[file|100x50]]` (https://help.obsidian.md/links). */
export function obsidianLinks(draft: SlideDraft, deck: ForeignDeck): void {
  for (const found of draft.bare.matchAll(/(!?)\[\[([^[\]\n]+)\]\]/g)) {
    const { index } = found;
    const [typed, isEmbed, inside = ''] = found;
    const [target = '', ...more] = inside.split(/\\?\|/).map((part) => part.trim());
    const words = more.filter((part) => part !== '' && !isSize(part)).join(' ');
    const put = (by: string, fate: 'changed' | 'lost', message: string): void => {
      draft.replace(index, index + typed.length, by);
      draft.say(fate, index, typed, message);
    };
    if (isEmbed === '') {
      const shown = words === '' ? (target.replace(/^#/, '').split('#').at(-1) ?? target) : words;
      if (draft.html.some(({ comment, start, end }) => comment !== undefined && start <= index && index < end))
        continue;
      put(shown, 'changed', 'Its words are kept: the note it leads to is not in the deck.');
    } else if (pictures.test(target)) {
      const size = sizeOf(more.find(isSize));
      put(`![${words}](${address(target)})${size}`, 'changed', 'Is a picture. Say in its brackets what it shows.');
    } else if (films.test(target))
      put(`<video controls src="${target.replaceAll('"', '&quot;')}"></video>`, 'changed', 'Is a film.');
    else if (sounds.test(target))
      put(`<audio controls src="${target.replaceAll('"', '&quot;')}"></audio>`, 'changed', 'Is a sound.');
    else if (/\.(?!md\b)\w{2,10}(#|$)/i.test(target))
      put('', 'lost', 'Is left out: a slide cannot show this file. Put a picture of it in this place.');
    else embedNote(target, deck, put);
  }
  for (const found of draft.bare.matchAll(/!\[([^\]\n]*)\|\s*(\d+(?:x\d+)?)\s*\]\(((?:<[^>\n]*>|[^()\n])*)\)/g)) {
    const [typed, alternative = '', size = '', target = ''] = found;
    draft.replace(found.index, found.index + typed.length, `![${alternative}](${target})${sizeOf(size)}`);
    draft.say('changed', found.index, typed, 'Has its size in braces.');
  }
}

/** Another note’s text, or a part of it under one heading. */
function embedNote(
  target: string,
  deck: ForeignDeck,
  put: (by: string, fate: 'changed' | 'lost', message: string) => void,
): void {
  const [name = '', ...headings] = target.split('#');
  const text = name === '' || /\.\w+$/.test(name) ? undefined : deck.textOf(`${name}.md`);
  const part =
    text === undefined
      ? undefined
      : under(text.replace(/\r\n?/g, '\n').replace(/^---\n[\s\S]*?\n---[ \t]*\n/, ''), headings.at(-1));
  if (part === undefined) put('', 'lost', 'Is left out: the note is not beside the deck. Put its text in this place.');
  else if (/^\s*--(-)?\s*$|%%|!\[\[/m.test(part))
    put('', 'lost', 'Is left out: the note has slides or embeds of its own. Put its text in this place.');
  else put(part.trim(), 'changed', 'Its text stands in the deck.');
}

function under(text: string, heading: string | undefined): string | undefined {
  if (heading === undefined || heading.startsWith('^')) return heading === undefined ? text : undefined;
  const lines = text.split('\n');
  const levelOf = (line: string): number => /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
  const start = lines.findIndex((line) => levelOf(line) > 0 && line.replace(/^#+\s+/, '').trim() === heading.trim());
  if (start === -1) return undefined;
  const level = levelOf(lines[start] ?? '');
  const end = lines.findIndex((line, index) => index > start && levelOf(line) > 0 && levelOf(line) <= level);
  return lines.slice(start, end === -1 ? undefined : end).join('\n');
}

function isSize(text: string): boolean {
  return /^\d+(x\d+)?$/.test(text);
}

function sizeOf(size: string | undefined): string {
  const [width, height] = size?.split('x') ?? [];
  return width === undefined ? '' : `{width=${width}px${height === undefined ? '' : ` height=${height}px`}}`;
}

function address(target: string): string {
  return /[\s()]/.test(target) ? `<${target}>` : target;
}
