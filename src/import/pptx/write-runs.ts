import type { Run } from '../../read/presentation/presentation.js';
import { bracketless, escapeMarkdown } from './escape-markdown.js';

/** What words are written with. */
export interface RunSetting {
  /** `#id` of a slide; undefined where the part is none. */
  readonly slideAddress: (path: string) => string | undefined;
  /** Notes what is left out. */
  readonly lost: (what: string, message: string) => void;
  /** What ends a line inside a paragraph. */
  readonly lineEnd: '\\\n' | '<br>' | ' ';
  /** Bold is left out, as in titles, where all is bold. */
  readonly isHeading?: true;
}

/** Runs as inline Markdown. White space stands outside the signs, and neighbours of one kind are joined. */
export function writeRuns(runs: readonly Run[], setting: RunSetting): string {
  const all = joined(runs);
  let result = '';
  for (const [index, run] of all.entries()) {
    const [, lead = '', core = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
    const before = result + spaced(lead, setting);
    if (core === '') {
      result = before;
      continue;
    }
    const isFirst = setting.lineEnd === '\\\n' && (before.trim() === '' || before.endsWith('\n'));
    const isTight =
      !isBeside(before.at(-1), core.at(0)) || (tail === '' && !isBeside(all[index + 1]?.text.at(0), core.at(-1)));
    result = before + marked(core, run, { ...setting, isFirst, isTight }) + spaced(tail, setting);
  }
  return result.replace(/^(?:\\\n|<br>|\s)+|(?:\\\n|<br>|\s)+$/g, '');
}

/** Neighbours that look alike are one run. */
function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last !== undefined && looks(last) === looks(run)) all[all.length - 1] = { ...last, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}

function looks({ text: _, ...rest }: Run): string {
  return JSON.stringify(Object.entries(rest).sort());
}

/** White space, where lines end as the author ended them. */
function spaced(space: string, { lineEnd }: RunSetting): string {
  const lines = space.split('\n').length - 1;
  return lines === 0 ? (space === '' ? '' : ' ') : lineEnd.repeat(lines);
}

/** Whether a sign of emphasis is one between these (CommonMark 6.2: flanking): not with a letter outside and punctuation inside. */
function isBeside(outer: string | undefined, inner: string | undefined): boolean {
  if (outer === undefined || /\s/.test(outer)) return true;
  if (outer === '*' || outer === '~') return false;
  return /[\p{L}\p{N}]/u.test(inner ?? '') || !/[\p{L}\p{N}]/u.test(outer);
}

interface MarkSetting extends RunSetting {
  readonly isFirst: boolean;
  /** Signs would not be read as such here: elements of HTML are. */
  readonly isTight: boolean;
}

function marked(core: string, run: Run, setting: MarkSetting): string {
  const { isTight, isHeading, lost } = setting;
  let text = run.isCode && !core.includes('\n') ? codeSpan(core) : linesOf(core, setting);
  if (run.isFormula && core.trim() !== '')
    lost(core, 'Is a formula. Its signs are kept as text: write it again as `$…$`, in TeX.');
  const wrap = (sign: string, element: string): void => {
    text = isTight || text.startsWith('<') ? `<${element}>${text}</${element}>` : `${sign}${text}${sign}`;
  };
  if (run.raised !== undefined) {
    const [sign, element] = run.raised === 'sub' ? ['~', 'sub'] : ['^', 'sup'];
    text = /^[\p{L}\p{N}]+$/u.test(core) ? `${sign}${text}${sign}` : `<${element}>${text}</${element}>`;
  }
  if (run.isStruck) wrap('~~', 'del');
  if (run.isItalic) wrap('*', 'em');
  if (run.isBold && isHeading !== true) wrap('**', 'strong');
  return linked(text, core, run, setting);
}

function linesOf(core: string, { lineEnd, isFirst }: MarkSetting): string {
  const lines = core.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.map((line, index) => escapeMarkdown(line, lineEnd === '\\\n' && (isFirst || index > 0))).join(lineEnd);
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${room}${text.replaceAll('|', '\\|').replaceAll('\\|', '|')}${room}${fence}`;
}

function linked(text: string, core: string, run: Run, { slideAddress, lost }: MarkSetting): string {
  const { link } = run;
  if (link === undefined) return text;
  if ('action' in link) {
    lost(core, `Leads to an action of PowerPoint (${link.action.replace('ppaction://', '')}), which is left out.`);
    return text;
  }
  const address = 'slide' in link ? slideAddress(link.slide) : webAddress(link.address);
  if (address === undefined) {
    const target = 'slide' in link ? 'a slide that is not there' : link.address;
    lost(core, `Leads to ${target}, which is left out. Write a link to a page or a file that is beside the deck.`);
    return text;
  }
  return `[${run.isCode ? text : bracketless(text)}](${address})`;
}

/** An address that a deck may lead to, as it stands between brackets; undefined where it is a file of a machine or a program. */
export function webAddress(address: string): string | undefined {
  if (!/^(?:https?|mailto|ftp):/i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href.replace(/[()\s<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
