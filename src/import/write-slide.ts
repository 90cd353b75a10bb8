import { blocksOf } from './blocks.js';
import type { SlideDraft } from './slide-draft.js';

/** A slide in our own Markdown: attributes in the braces of its heading where it has one, notes below `Note:`. */
export function writeSlide(draft: SlideDraft): string {
  keepFromSeparating(draft);
  const attributes = attributesOf(draft);
  const comment = attributes === '' || putBehindHeading(draft, attributes) ? '' : slideComment(draft);
  const body = [draft.before, closed(tidy(draft.rewritten())), draft.after].map((part) => part.trim());
  const notes = draft.notes.map((note) => note.replace(/^([ \t]*)(-{3,})([ \t]*)$/gm, '$1***').trim());
  return [
    comment,
    ...body.filter((part) => part !== ''),
    ...(notes.length === 0 ? [] : [`Note:\n${notes.join('\n\n')}`]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What is plain text or a line there, and would part slides or begin notes here. */
function keepFromSeparating(draft: SlideDraft): void {
  const lines = draft.text.split('\n');
  for (const { type, start, end, markup } of draft.blocks) {
    const last = lines[end - 1] ?? '';
    if (type === 'heading_open' && markup === '-' && /^-{3,4}[ \t]*$/.test(last)) {
      draft.replace(draft.lineStart(end - 1), draft.lineStart(end - 1) + last.length, '-----');
    }
    if (type !== 'inline') continue;
    for (let line = start; line < end; line++) {
      const begins = /^(notes?):/i.exec(lines[line] ?? '')?.[1];
      if (begins === undefined) continue;
      const at = draft.lineStart(line) + begins.length;
      draft.replace(at, at, '\\');
      draft.say('changed', at, `${begins}:`, 'Has a backslash before its colon, so that it begins no notes here.');
      const why = '<!-- check-disable marker-unread: it is text for everybody -->';
      if (!draft.before.includes(why)) draft.before = `${why}\n\n${draft.before}`;
    }
  }
}

/** Blank lines that taking something out has left become one, outside code and raw HTML. */
function tidy(text: string): string {
  const lines = text.split('\n');
  const fixed = new Set<number>();
  for (const { type, start, end } of blocksOf(text))
    if (type === 'fence' || type === 'code_block' || type === 'html_block')
      for (let line = start; line < end; line++) fixed.add(line);
  const isBlank = (line: number): boolean => (lines[line] ?? '').trim() === '' && !fixed.has(line);
  return lines
    .filter((_, line) => !(isBlank(line) && line > 0 && isBlank(line - 1)))
    .join('\n')
    .trim();
}

/** Code and raw HTML that are left open would take in the notes below: they are closed. */
function closed(text: string): string {
  const last = blocksOf(text).findLast(({ type }) => type === 'fence' || type === 'html_block');
  if (last === undefined || last.end < text.split('\n').length) return text;
  const lines = text.split('\n').slice(last.start, last.end);
  if (last.type === 'fence') {
    const end = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[\s>]+/, '').trimEnd() : '';
    const isClosed = end.startsWith(last.markup) && end.replaceAll(last.markup.charAt(0), '') === '';
    return isClosed ? text : `${text}\n${last.markup}`;
  }
  const html = lines.join('\n');
  const name = /^\s*<(pre|script|style|textarea)\b/i.exec(html)?.[1];
  return name === undefined || html.toLowerCase().includes(`</${name.toLowerCase()}>`) ? text : `${text}\n</${name}>`;
}

function attributesOf({ attributes, classes }: SlideDraft): string {
  return [
    ...[...new Set(classes)].map((name) => `.${name}`),
    ...[...attributes].map(([name, value]) => `${name}=${quoted(value)}`),
  ].join(' ');
}

/** Puts the slide's attributes behind its first heading; false where it has none that can take them. */
function putBehindHeading(draft: SlideDraft, attributes: string): boolean {
  const heading = draft.blocks.find(({ type, level }) => type === 'heading_open' && level === 0);
  if (heading === undefined || !heading.markup.startsWith('#')) return false;
  const start = draft.lineStart(heading.start);
  const line = draft.text.slice(start).split('\n', 1)[0]?.trimEnd() ?? '';
  if (/[#}\\]$/.test(line) || /[\n]/.test(attributes) || draft.classes.some((name) => !isName(name))) return false;
  draft.replace(start + line.length, start + line.length, ` {${attributes}}`);
  return true;
}

function slideComment({ attributes, classes }: SlideDraft): string {
  const names = classes.length === 0 ? [] : [`class=${quoted([...new Set(classes)].join(' '))}`];
  const pairs = [...attributes].map(([name, value]) => {
    const isOurs = ['layout', 'minutes', 'cut'].includes(name);
    return `${isOurs ? '' : 'data-'}${name}=${quoted(value)}`;
  });
  return `<!-- .slide: ${[...names, ...pairs].join(' ')} -->`;
}

function isName(text: string): boolean {
  return /^[\p{L}_-][\p{L}\p{N}_:-]*$/u.test(text);
}

function quoted(value: string): string {
  const plain = value.replace(/\s+/g, ' ').trim();
  return /^[\w#.%/-]+$/.test(plain) && !plain.startsWith('#') ? plain : `"${plain.replaceAll('"', '&quot;')}"`;
}
