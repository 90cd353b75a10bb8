import type { Token } from 'markdown-it';
import type { Place } from '../model/diagnostic.js';
import type { Settings } from '../model/settings.js';
import { audienceOf } from './audience.js';
import { keepers, meantKeeper } from './meant-keeper.js';
import type { ParseContext } from './parse-context.js';
import type { SlideDraft } from './slide-draft.js';
import { classesOf, closingIndex, placeOf } from './token.js';
import { reportUnreadHtml } from './unread-html.js';
import { type Unread, unreadBoxes, unreadBraces, unreadNotes } from './unread-text.js';

/**
 * Rule `marker-unread`: whatever is left in what students get that looks like a mark for the teacher, an answer or notes. It is looked for
 * in the finished deck, so that it does not matter why a mark was not read. A class that the deck's style sheet defines, code and formulas
 * are none.
 */
export function reportUnreadMarkers(slides: readonly SlideDraft[], context: ParseContext): void {
  const { settings, entry, relations } = context.source;
  for (const slide of slides) {
    if (slide.audience === 'teacher') continue;
    checkAttributes(Object.entries(slide.attributes), slide.place, context);
    for (const text of [slide.tokens, slide.handout, ...(settings.handoutNotes ? [slide.notes] : [])])
      walk(whole(text), { isNotes: text === slide.notes, isQuestion: false, first: 'line' }, context);
  }
  for (const [name, value] of Object.entries(shownSettings(settings)))
    report(unreadBraces(value), settings.places?.[name] ?? { path: entry.path, line: 1 }, context);
  for (const { long, place } of context.abbreviations) report(unreadBraces(long), place, context);
  for (const relation of relations?.relations ?? [])
    report(unreadBraces(JSON.stringify(relation).replaceAll('\\"', '')), relation.place, context);
}

/** What of the front matter is shown. */
function shownSettings({ title, subtitle, author, date, asOf, course }: Settings): Readonly<Record<string, string>> {
  const all = { title, subtitle, author, date, asOf, course };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

interface Around {
  readonly isNotes: boolean;
  /** In a question, and in no answer. */
  readonly isQuestion: boolean;
  /** What words at the beginning are: of a cell or a heading no mark for notes is made, and of an item or a quotation seldom one. */
  readonly first: 'line' | 'item' | 'cell';
}

/** Some of the tokens of a text: deep lists would be copied over and over. */
interface Range {
  readonly tokens: readonly Token[];
  readonly from: number;
  /** Behind the last. */
  readonly to: number;
}

function whole(tokens: readonly Token[]): Range {
  return { tokens, from: 0, to: tokens.length };
}

function walk({ tokens, from, to }: Range, around: Around, context: ParseContext): void {
  for (let index = from; index < to; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const end = token.nesting === 1 ? Math.min(closingIndex(tokens, index), to - 1) : index;
    if (audienceOf(token) === 'teacher') index = end;
    else if (token.nesting === 1) {
      checkToken(token, placeOf(token), context);
      const inner = { tokens, from: index + 1, to: end };
      const isQuestion = around.isQuestion || (token.type === 'container_open' && token.info === 'question');
      const first = firstOf(token, around);
      if (token.type === 'list_item_open' || token.type === 'footnote_open')
        walkItem(inner, { ...around, isQuestion, first }, context);
      else walk(inner, { ...around, isQuestion, first }, context);
      index = end;
    } else checkToken(token, placeOf(token), context, around);
  }
}

function firstOf(token: Token, { first }: Around): Around['first'] {
  const { type, info } = token;
  if (/^(heading|t[hdr]|thead|tbody|table|dd|dt|footnote)_open$/.test(type)) return 'cell';
  // A callout's title is as a heading, and its words were a quotation's.
  if (classesOf(token).includes('callout-title')) return 'cell';
  if (type === 'container_open' && info.startsWith('callout-')) return first === 'cell' ? 'cell' : 'item';
  if (/^(list_item|blockquote)_open$/.test(type)) return first === 'cell' ? 'cell' : 'item';
  return type === 'container_open' ? 'line' : first;
}

/** `- Note: …` is an item, or a footnote, that begins so, in every tool; below it the same words are a mark. */
function walkItem({ tokens, from, to }: Range, around: Around, context: ParseContext): void {
  const second = Math.min(from < to ? closingIndex(tokens, from) + 1 : from, to);
  walk({ tokens, from, to: second }, around, context);
  const first = around.first === 'item' ? 'line' : around.first;
  walk({ tokens, from: second, to }, { ...around, first }, context);
}

/** `[@key]{.teacher}` is a span around what is no citation any more. */
function checkSpan(span: Token, inside: Token | undefined, place: Place, context: ParseContext): void {
  const text = inside?.type === 'text' ? inside.content : '';
  if (span.type === 'span_open' && audienceOf(span) === 'teacher' && /^-?@/.test(text))
    report([{ what: `[${text}]{.teacher}`, keeper: 'teacher', line: 0 }], place, context);
}

function checkToken(token: Token, place: Place, context: ParseContext, around?: Around): void {
  if (token.type === 'container_open') checkName(token, context);
  checkAttributes(
    (token.attrs ?? []).map(([name, value]) => [name, String(value)]),
    (token.meta?.place as Place | undefined) ?? place,
    context,
  );
  if (token.type === 'html_block' || token.type === 'html_inline') reportUnreadHtml(token.content, place, context);
  if (token.type === 'fence' || token.type === 'diagram') checkLanguage(token, place, context);
  // A table that could not be read is shown as it was typed, and is no code.
  if (token.type === 'diagram' || isUnreadTable(token)) report(unreadBraces(token.content), place, context);
  if (token.type === 'code_block' && around?.isNotes === false && context.source.settings.notesSeparator === undefined)
    report(unreadNotes(token.content, true), place, context);
  if (token.type !== 'inline' && token.type !== 'image') return;
  for (const [index, child] of (token.children ?? []).entries())
    checkSpan(child, token.children?.[index + 1], place, context);
  const children = shownChildren(token);
  for (const child of children) if (child.type !== 'text') checkToken(child, place, context);
  const text = textOf(children);
  report(withoutEscaped(unreadBraces(text), token.content), place, context);
  if (around === undefined || token.type !== 'inline') return;
  const { usesOwnTheme, notesSeparator } = context.source.settings;
  // An author's own separator makes any other mark for notes a word.
  if (!around.isNotes && notesSeparator === undefined) {
    report(unreadNotes(text, usesOwnTheme, around.first !== 'line'), place, context);
    if (around.first === 'item') reportNoteBegun(text, place, context);
  }
  if (around.isQuestion) report(unreadBoxes(text), place, context);
}

/** `> Note: …` and `- Note: …` are words for the audience in every tool, and yet may be meant for the speaker; so it is said, and stops nothing. */
function reportNoteBegun(text: string, place: Place, context: ParseContext): void {
  const [begun] = unreadNotes(text.split('\n')[0] ?? '', false);
  if (begun === undefined) return;
  const message = `"${begun.what}" stands in a quotation or an item, so the audience reads it: notes for the speaker begin at the start of a line.`;
  const cure =
    'If it is meant for the speaker, write `Note:` unindented at the end of the slide, without a sign before it.';
  context.report(context.source.settings.usesOwnTheme ? 'warning' : 'note', 'marker-unread', place, message, cure);
}

function isUnreadTable({ type, meta }: Token): boolean {
  return type === 'code_block' && (meta as { readonly trouble?: unknown } | null)?.trouble !== undefined;
}

/** Braces behind a backslash are words; in the text it no longer stands. */
function withoutEscaped(unread: readonly Unread[], typed: string): readonly Unread[] {
  return unread.filter(({ what }, index) => {
    const escaped = typed.split(`\\${what}`).length - 1;
    return unread.slice(index).filter((one) => one.what === what).length > escaped;
  });
}

function shownChildren({ children }: Token): readonly Token[] {
  const shown: Token[] = [];
  const all = children ?? [];
  for (let index = 0; index < all.length; index++) {
    const child = all[index];
    if (child === undefined) break;
    if (audienceOf(child) === 'teacher') index = closingIndex(all, index);
    else shown.push(child);
  }
  return shown;
}

/** Words as typed; what is code, a formula or escaped is a sign that stands for no letter, and `*` where something is bold or emphasised. */
function textOf(children: readonly Token[]): string {
  const signs: Readonly<Record<string, string>> = { softbreak: '\n', hardbreak: '\n', text_special: '\uFFFC' };
  return children
    .map(({ type, content }) => {
      if (type === 'text') return content;
      if (/^(strong|em)_(open|close)$/.test(type)) return '*';
      if (type === 'html_inline') return /^<\/?(b|strong|i|em|u|mark)\b/i.test(content) ? '*' : '';
      return signs[type] ?? (/_(open|close)$/.test(type) ? '' : '\uFFFC');
    })
    .join('');
}

function checkName({ info: name, meta }: Token, context: ParseContext): void {
  const keeper = (keepers as readonly string[]).includes(name) ? undefined : meantKeeper(name);
  if (keeper === undefined || context.isStyled(name)) return;
  const message = `\`::: ${name}\` hides nothing from anybody.`;
  context.report(
    'error',
    'marker-unread',
    (meta as { place: Place }).place,
    message,
    `Write \`::: ${keeper}\`, or another name.`,
  );
}

/** A fence's only class is its language, so that a mark that was misspelt is none. */
function checkLanguage({ meta }: Token, place: Place, context: ParseContext): void {
  const language = String(meta?.language ?? '');
  const keeper = meantKeeper(language);
  if (keeper === undefined) return;
  report([{ what: `{.${language}}`, keeper, line: 0 }], place, context);
}

/** Attributes that are words to be read, and those that name something. */
const read = ['title', 'alt', 'caption', 'credit', 'aria-label'];
const naming = ['id', 'href', 'src', 'cite', 'lang', 'style', 'key', 'source'];

function checkAttributes(
  attributes: readonly (readonly [string, string])[],
  place: Place,
  context: ParseContext,
): void {
  for (const [name, value] of attributes) {
    if (name === 'class') for (const one of value.split(/\s+/)) report(unreadClass(one, context), place, context);
    else if (read.includes(name)) report(unreadBraces(value), place, context);
    else if (!naming.includes(name) && /^(teachers?|students?)$/i.test(value.trim()))
      report([{ what: `${name}=${value}`, keeper: meantKeeper(value.trim()) ?? 'teacher', line: 0 }], place, context);
  }
}

/** A class that keeps nothing where it stands. `.answer` and `.notes` are names of blocks. */
function unreadClass(name: string, context: ParseContext): readonly Unread[] {
  if (name === 'teacher' || name === 'student' || name === '' || context.isStyled(name)) return [];
  const keeper = meantKeeper(name);
  return keeper === undefined ? [] : [{ what: `.${name}`, keeper, line: 0 }];
}

const cures: Readonly<Record<(typeof keepers)[number], string>> = {
  teacher:
    '`{.teacher}` behind a space at the end of a heading, paragraph, item or row, or right behind `[words]`; `::: teacher` around blocks',
  student: '`{.student}`, or `::: student` around blocks',
  answer: '`::: answer` in a `::: question`, and `- [x]` or `- [ ]` before its choices',
  notes: '`Note:` unindented at the start of a line, or `::: notes` around them',
  'likely-question': '`::: likely-question` around it',
};

function report(unread: readonly Unread[], { path, line }: Place, context: ParseContext): void {
  for (const one of unread) {
    const message = `"${one.what}" looks like a mark that hides something from some readers, but is none: everybody reads what it marks.`;
    const cure = `Write ${cures[one.keeper]}. Where no mark is meant, say so: \`<!-- check-disable marker-unread: why -->\`.`;
    context.report('error', 'marker-unread', { path, line: line + one.line }, message, cure);
  }
}
