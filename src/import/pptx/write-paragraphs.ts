import { letterNumeral } from '../../language/letter-numeral.js';
import { romanNumeral } from '../../language/roman-numeral.js';
import type { Item, Paragraph } from '../../read/presentation/presentation.js';
import { plainWords } from '../../read/presentation/presentation.js';
import { type RunSetting, writeRuns } from './write-runs.js';

/** Paragraphs as Markdown: running text, lists in lists, code. Empty ones are left out. */
export function writeParagraphs(paragraphs: readonly Paragraph[], setting: Omit<RunSetting, 'lineEnd'>): string {
  const blocks: string[] = [];
  let list: Paragraph[] = [];
  let code: string[] = [];
  const end = (): void => {
    if (list.length > 0) blocks.push(writeList(list, { ...setting, lineEnd: '\\\n' }));
    if (code.length > 0) blocks.push(fence(code));
    list = [];
    code = [];
  };
  for (const paragraph of paragraphs) {
    const isCode = paragraph.item === undefined && isAllCode(paragraph);
    if (plainWords(paragraph) === '') {
      if (code.length > 0) code.push('');
      continue;
    }
    if (paragraph.item !== undefined) {
      if (code.length > 0) end();
      list.push(paragraph);
    } else if (isCode) {
      if (list.length > 0) end();
      code.push(paragraph.runs.map(({ text }) => text).join(''));
    } else {
      end();
      blocks.push(writeRuns(paragraph.runs, { ...setting, lineEnd: '\\\n' }));
    }
  }
  end();
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Whether all words are in a typeface of code, and are no link. */
function isAllCode({ runs }: Paragraph): boolean {
  return (
    runs.some(({ isCode }) => isCode === true) &&
    runs.every(({ isCode, text, link }) => (isCode === true || text.trim() === '') && link === undefined)
  );
}

function fence(lines: readonly string[]): string {
  const text = lines.join('\n').replace(/\n+$/, '');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}\n${text}\n${ticks}`;
}

interface Level {
  /** In the presentation. */
  readonly level: number;
  /** Of its items: where their words begin. */
  readonly indent: number;
  readonly item: Item;
  number: number;
}

/** Items, each below the last of a higher level. A list ends where the kind of its signs changes. */
function writeList(items: readonly Paragraph[], setting: RunSetting): string {
  const lines: string[] = [];
  const open: Level[] = [];
  for (const paragraph of items) {
    const item = paragraph.item ?? {};
    while ((open.at(-1)?.level ?? -1) > paragraph.level) open.pop();
    let last = open.at(-1);
    const isNext = last !== undefined && last.level === paragraph.level && last.item.numbers === item.numbers;
    if (last !== undefined && last.level === paragraph.level && !isNext) {
      open.pop();
      // Two lists behind each other would be one.
      if (lines.length > 0) lines.push('', `${' '.repeat(open.at(-1)?.indent ?? 0)}<!-- -->`, '');
      last = undefined;
    }
    const outer = isNext ? open.at(-2) : open.at(-1);
    const number = isNext && last !== undefined ? last.number + 1 : (item.start ?? 1);
    const sign = signOf(item, number);
    const before = ' '.repeat(outer?.indent ?? 0);
    const indent = before.length + sign.length;
    if (isNext && last !== undefined) last.number = number;
    else open.push({ level: paragraph.level, indent, item, number });
    const words = writeRuns(paragraph.runs, setting);
    lines.push(
      ...`${before}${sign}${words}`.split('\n').map((line, index) => (index === 0 ? line : ' '.repeat(indent) + line)),
    );
  }
  return lines.join('\n');
}

/** As they are typed: `-`, `1.`, `a)`, `(iv)`. */
function signOf({ numbers }: Item, number: number): string {
  if (numbers === undefined) return '- ';
  const count = numbers.startsWith('alpha')
    ? letterNumeral(number)
    : numbers.startsWith('roman')
      ? romanNumeral(number)
      : String(number);
  const cased = /Uc/.test(numbers) ? count.toUpperCase() : count;
  const sign = numbers.endsWith('ParenBoth') ? `(${cased})` : numbers.endsWith('ParenR') ? `${cased})` : `${cased}.`;
  return `${sign}${/^[A-Z]\.$/.test(sign) ? '  ' : ' '}`;
}
