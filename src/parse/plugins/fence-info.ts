import type { MarkdownIt, Token } from 'markdown-it';
import { diagramLanguages } from '../../model.js';
import { type Attributes, applyAttributes, readTrailingAttributes } from '../attributes.js';
import { rawForOthers } from '../dialects/pandoc.js';
import { contextOf, type ParseContext } from '../parse-context.js';
import { addMeta, placeOf } from '../token.js';
import { isForSlides } from './raw-inline.js';

/** What follows the opening of a code fence. */
interface FenceInfo {
  readonly language: string;
  /** The line steps as typed, `1-2|4`; empty for "number all lines". */
  readonly lines?: string;
  readonly firstLine?: number;
  readonly attributes: Attributes;
}

/** Languages whose code is a picture. */
const drawn: ReadonlySet<string> = new Set(diagramLanguages);

/**
 * Reads Reveal's ```` ```js [5: 1-2|4] ````, Slidev's ```` ```js {1-2|4} ````, Quarto's ```` ```{python} ```` and
 * `code-line-numbers="1-2|4"`, Pandoc's ```` ```{.js #id .numberLines} ````; a fence that is drawn becomes a diagram, Pandoc's
 * ```` ```{=html} ```` HTML; what is raw for another format is left out, as Pandoc does.
 */
export function fenceInfo(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'fence_info', (state) => {
    const context = contextOf(state.env);
    state.tokens = state.tokens.filter((token) => token.type !== 'fence' || isForHtml(token, context));
    for (const token of state.tokens)
      if (token.type === 'fence') describe(token, readInfo(md.utils.unescapeAll(token.info)));
  });
}

function isForHtml(token: Token, context: ParseContext | undefined): boolean {
  const format = /^\{=(\w+)\}$/.exec(token.info.trim())?.[1];
  if (format === undefined) return true;
  if (!isForSlides(format)) {
    context?.foreign.push({ sign: rawForOthers, typed: token.info.trim(), place: placeOf(token) });
    return false;
  }
  token.type = 'html_block';
  return true;
}

function readInfo(info: string): FenceInfo {
  const trailing = readTrailingAttributes(info.trim());
  const words = (trailing?.before ?? info).trim();
  const steps = /[[{]\s*(?:(?<first>\d+)\s*:)?\s*(?<lines>[\s\d,|-]*)[\]}]/.exec(words);
  const [word = ''] = (steps === null ? words : words.replace(steps[0], ' ')).trim().split(/\s+/);
  const attributes = trailing?.attributes ?? [];
  const language = word === '' && words === '' ? attributes.findIndex(isLanguage) : -1;
  const numbered = attributes.some(([name, value]) => name === 'class' && isNumbering(name, value));
  const asked = attributes.find(([name]) => name === lineNumbers)?.[1];
  const typed = asked === undefined || asked === 'false' ? undefined : asked === 'true' ? '' : asked;
  const lines = steps?.groups?.lines?.trim() ?? typed ?? (numbered ? '' : undefined);
  const first = steps?.groups?.first ?? attributes.find(([name]) => name === 'startFrom')?.[1];
  return {
    language: attributes[language]?.[1] ?? /^\{([a-z][\w+-]*)/i.exec(word)?.[1] ?? word,
    ...(lines === undefined ? {} : { lines }),
    ...(first === undefined ? {} : { firstLine: Number(first) }),
    attributes: attributes.filter(
      ([name, value], index) => index !== language && name !== lineNumbers && !isNumbering(name, value),
    ),
  };
}

/** Quarto's attribute for lines: those that are shown in steps, or whether lines are numbered. */
const lineNumbers = 'code-line-numbers';

/** The first class, but for those that say for whom the code is. */
function isLanguage([name, value]: Attributes[number]): boolean {
  return name === 'class' && value !== 'teacher' && value !== 'student';
}

function isNumbering(name: string, value: string): boolean {
  return name === 'startFrom' || (name === 'class' && /^number-?lines$/i.test(value));
}

function describe(token: Token, { attributes, ...info }: FenceInfo): void {
  applyAttributes(token, attributes);
  const language = info.language.toLowerCase();
  const isDrawn = drawn.has(language);
  addMeta(token, isDrawn ? { ...info, language } : info);
  if (isDrawn) token.type = 'diagram';
}
