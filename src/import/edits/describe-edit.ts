import type { Edit } from './edit.js';

const names: Readonly<Record<Edit['what'], string>> = {
  title: 'title',
  text: 'text',
  row: 'row of a table',
  cell: 'cell of a table',
  series: 'chart',
  picture: 'picture',
  alt: 'text alternative',
  foot: 'foot',
  note: 'note',
  slide: 'slide',
  level: 'level',
  bold: 'bold words',
  italics: 'italics',
  link: 'link',
  section: 'section',
  hidden: 'slide',
  comment: 'comment',
  talk: 'title of the presentation',
};

/** An edit in words: on which slide, what, what it was and what it is; `rests` are the marks of what the changed words rest on. */
export function describeEdit(edit: Edit, rests: readonly string[]): string {
  const { number, slide, what } = edit;
  const at = number === undefined ? `slide “${slide ?? ''}”` : `slide ${number}`;
  const cites =
    rests.length === 0 || !['text', 'title', 'row', 'cell'].includes(what)
      ? ''
      : ` It cites ${[...new Set(rests)].join(', ')}.`;
  return `${at}: ${sentence(edit)}${numbersOf(edit)}${cites}`;
}

function sentence({ kind, what, before = '', after = '', line, behindTitle }: Edit): string {
  const name = names[what];
  if (what === 'hidden') return 'the slide is hidden now.';
  if (what === 'picture' && kind === 'changed') return `another picture is in the place of ${quoted(before)}.`;
  if (kind === 'moved' && what === 'slide') return `the slide ${quoted(before)} stands ${place(behindTitle)} now.`;
  if (kind === 'moved') return `${name} moved: ${quoted(before)}.`;
  if (kind === 'added' && what === 'slide') return `new slide ${quoted(after)}, ${place(behindTitle)}.`;
  if (kind === 'removed' && what === 'slide') return `the slide ${quoted(before)} was removed.`;
  if (kind === 'added') return `${name} added: ${quoted(after)}.`;
  if (kind === 'removed') return `${name} removed: ${quoted(before)}.`;
  const of =
    ['level', 'bold', 'italics', 'link'].includes(what) && line !== undefined ? ` of ${quoted(short(line))}` : '';
  return `${name}${of} changed: ${quoted(before)} is now ${quoted(after)}.`;
}

function place(behind = ''): string {
  return behind === '' ? 'at the beginning' : `behind ${quoted(behind)}`;
}

function quoted(text: string): string {
  return text === '' ? 'nothing' : `“${text}”`;
}

function short(text: string): string {
  return text.length > 50 ? `${text.slice(0, 48)}…` : text;
}

/** Numbers that are not the same any more, since these are what a reader believes first. */
function numbersOf({ kind, what, before, after }: Edit): string {
  if (kind !== 'changed' || before === undefined || after === undefined || what === 'level') return '';
  const [was, is] = [before, after].map((text) => (text.match(/\d[\d., {2}]*\d|\d/g) ?? []).join(', '));
  if (was === is || was === undefined || is === undefined) return '';
  if (was === '') return ` New number: ${is}.`;
  return is === '' ? ` The number ${was} is gone.` : ` Number: ${was}, now ${is}.`;
}
