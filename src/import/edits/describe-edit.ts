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
  const [was, is] = apart(before, after);
  return `${name}${of} changed: ${quoted(was)} is now ${quoted(is)}.`;
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
  const [was, is] = [numbersIn(before), numbersIn(after)];
  const [gone, come] = [without(was, is), without(is, was)];
  if (gone.length + come.length === 0) return '';
  if (gone.length === 0) return ` New number: ${come.join(', ')}.`;
  return come.length === 0
    ? ` The number ${gone.join(', ')} is gone.`
    : ` Number: ${gone.join(', ')}, now ${come.join(', ')}.`;
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d[\d.,\u00a0\u202f]*\d|\d/g) ?? [];
}

/** What is in one and not in the other, each as often as it is more. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** Two long texts without what is the same at their beginnings and ends, but for some words. */
function apart(before: string, after: string): readonly [before: string, after: string] {
  const [was, is] = [before.split(' '), after.split(' ')];
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was[start] === is[start]) start++;
  let end = 0;
  while (end < most - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  const cut = (words: readonly string[]): string => {
    const [from, to] = [Math.max(0, start - context), Math.min(words.length, words.length - end + context)];
    return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
  };
  return Math.max(before.length, after.length) < 120 ? [before, after] : [cut(was), cut(is)];
}

/** So many words are left beside what changed. */
const context = 5;
