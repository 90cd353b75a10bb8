import type { ForeignDeck } from './imported-deck.js';
import type { SlideDraft } from './slide-draft.js';

/** Fences of code with Slidev's options, and code from other files (https://sli.dev/features/line-highlighting). */
export function slidevCode(draft: SlideDraft, deck: ForeignDeck): void {
  const lines = draft.text.split('\n');
  for (const { type, info, start, end, markup } of draft.blocks) {
    if (type !== 'fence') continue;
    const at = draft.lineStart(start);
    if (/\bmagic-move\b/.test(info)) {
      const inner = lines.slice(start + 1, end - 1).map((line) => (/^\s*`{3,}./.test(line) ? opening(line) : line));
      draft.replace(at, draft.lineStart(end - 1) + (lines[end - 1] ?? '').length, `\n${inner.join('\n')}\n`);
      draft.say('changed', at, `${markup}${info}`, 'Its codes stand below each other: code does not move here.');
      continue;
    }
    const line = lines[start] ?? '';
    const plain = opening(line);
    if (plain === line) continue;
    draft.replace(at, at + line.length, plain);
    const isLess = /monaco|twoslash|plantuml|maxHeight|lines:|startLine|scale|theme|\[[^\]]*\.\w+\]/.test(info);
    draft.say(
      isLess ? 'lost' : 'changed',
      at,
      line.trim(),
      `Is \`${plain.trim()}\`${isLess ? '; the other options are left out' : ''}.`,
    );
  }
  readFromFiles(draft, deck);
}

/** "ts {all|2|1-3} twoslash" is "ts [|2|1-3]". */
function opening(line: string): string {
  const [, mark = '', info = ''] = /^(\s*[`~]+)(.*)$/.exec(line) ?? [];
  const [language = ''] = /^[\w+#.-]+/.exec(info.trim()) ?? [];
  const rest = info.trim().slice(language.length);
  const stepped = /\{([\d,\s|*-]*(?:(?:all|none|hide)[\d,\s|*-]*)*)\}/.exec(rest)?.[1];
  const first = /startLine:\s*(\d+)/.exec(rest)?.[1];
  if (rest === '') return line;
  const steps = stepped
    ?.split('|')
    .map((step) => step.trim())
    .filter((step) => step !== 'none' && step !== 'hide')
    .map((step) => (step === 'all' || step === '*' ? '' : step))
    .join('|');
  const isNumbered = /lines:\s*true/.test(rest) || first !== undefined;
  if (steps === undefined && !isNumbered) return `${mark}${language}`;
  return `${mark}${language} [${first === undefined ? '' : `${first}: `}${steps ?? ''}]`;
}

function readFromFiles(draft: SlideDraft, deck: ForeignDeck): void {
  for (const found of draft.bare.matchAll(/^<<< +(\S+)(.*)$/gm)) {
    const [typed, address = '', options = ''] = found;
    const [name = '', region] = address.split('#');
    const path = name.replace(/^@?\//, '').replace(/^\.\//, '');
    const text = region === undefined ? deck.textOf(path) : undefined;
    if (text === undefined) {
      draft.say('lost', found.index, typed, 'Is not there, or is a part of a file. Put the code into a fence.');
      draft.replace(found.index, found.index + typed.length, '');
      continue;
    }
    const language = /^\s*([\w+#-]+)/.exec(options)?.[1] ?? /\.(\w+)$/.exec(path)?.[1] ?? '';
    const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    draft.replace(
      found.index,
      found.index + typed.length,
      `${fence}${language}\n${text.replace(/\r\n?/g, '\n').trimEnd()}\n${fence}`,
    );
    draft.say('changed', found.index, typed, 'The code stands in the deck.');
  }
}
