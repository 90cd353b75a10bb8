import type { Token } from 'markdown-it';
import type { Place } from '../model/diagnostic.js';
import type { ParseContext } from './parse-context.js';
import { placeOf } from './token.js';

/** A line that its author may have meant as a separator, by what is said of it. */
interface Unread {
  readonly kind: 'rule' | 'dashes' | 'indented' | 'other-dash';
  /** As typed, without spaces around it. */
  readonly line: string;
  readonly place: Place;
}

/**
 * Says which lines look like separators and are none: rules between slides as in Marp, `--` as in Reveal's and Obsidian's stacks, an
 * indented `---`, a dash of another kind. Each kind once. Nothing of rules where headings divide the deck: each does so too there.
 * Returns whether there are any.
 */
export function reportSeparators(tokens: readonly Token[], context: ParseContext): boolean {
  const unread = tokens.flatMap((token, index) => readToken(token, tokens[index - 1], tokens[index + 1], context));
  for (const kind of ['rule', 'dashes', 'indented', 'other-dash'] as const) {
    const [first, ...more] = unread.filter((one) => one.kind === kind);
    if (first === undefined) continue;
    const { message, cure } = wordsOf(first, [first, ...more]);
    const count = more.length === 0 ? '' : ` Lines like it: ${more.length + 1}.`;
    context.report('warning', 'separator-unread', first.place, `${message}${count}`, cure);
  }
  return unread.length > 0;
}

function readToken(token: Token, before: Token | undefined, next: Token | undefined, context: ParseContext): Unread[] {
  const place = placeOf(token);
  if (token.type === 'hr' && token.level === 0) {
    const line = context.lineAt(place);
    if (line !== line.trimStart() && /^-{3,4}$/.test(line.trim()))
      return [{ kind: 'indented', line: line.trim(), place }];
    const divides = next?.type === 'heading_open' || (next?.type === 'html_block' && isMarp(context));
    const isOurs = context.source.settings.slideLevel !== undefined;
    return !isOurs && (divides || isMarp(context)) ? [{ kind: 'rule', line: line.trim(), place }] : [];
  }
  if (token.type === 'heading_open' && token.level === 0 && token.markup === '-' && token.map !== null) {
    const underline = { ...place, line: place.line + token.map[1] - token.map[0] - 1 };
    const line = context.lineAt(underline);
    return /^[ \t\u00a0]+-{3,4}\s*$/.test(line) ? [{ kind: 'indented', line: line.trim(), place: underline }] : [];
  }
  if (token.type !== 'inline' || before?.type !== 'paragraph_open') return [];
  return token.content.split('\n').flatMap((text, index): Unread[] => {
    const line = text.trim();
    const at = { ...place, line: place.line + index };
    if (line === '--' && context.lineAt(at).startsWith('--')) return [{ kind: 'dashes', line, place: at }];
    const alone = token.level === 1 && token.content.trim() === line;
    return alone && /^[-\u2010-\u2015\u2212]{1,4}$/.test(line) && line !== '-'
      ? [{ kind: 'other-dash', line, place: at }]
      : [];
  });
}

function isMarp({ source }: ParseContext): boolean {
  return source.settings.tool === 'marp';
}

function wordsOf(first: Unread, all: readonly Unread[]): { readonly message: string; readonly cure: string } {
  switch (first.kind) {
    case 'rule': {
      const forms = [...new Set(all.map(({ line }) => line))];
      const pattern = ['---', ...forms.filter((line) => line !== '---')].map(escaped).join('|');
      return {
        message: `A line \`${first.line}\` is a rule here, as in CommonMark; in Marp it begins a slide.`,
        cure: `Write \`---\`, or put \`separator: '^(${pattern})\\s*$'\` into the front matter.`,
      };
    }
    case 'dashes':
      return {
        message:
          'A line `--` is text here; in Reveal and Obsidian it begins the next slide of a stack, in remark a step.',
        cure: "Write `----`, or put `verticalSeparator: '^--\\s*$'` into the front matter; a step is a paragraph `. . .`.",
      };
    case 'indented':
      return {
        message: `A line \`${first.line}\` that is indented begins no slide.`,
        cure: 'Remove the spaces before it; a rule is `***`.',
      };
    case 'other-dash':
      return {
        message: `A line \`${first.line}\` begins no slide: it is no hyphen, or not three.`,
        cure: 'Type three hyphens, `---`.',
      };
  }
}

function escaped(line: string): string {
  return line.replaceAll('*', '\\*');
}
