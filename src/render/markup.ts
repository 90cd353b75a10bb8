import MarkdownIt, { type Renderer, type Token } from 'markdown-it';
import type { Place } from '../model.js';
import type { EditionSlide } from './edition.js';
import type { Rendering } from './rendering.js';
import { type TextScope, textScope } from './text-scope.js';
import type { RuleSet } from './token-rules.js';
import { abbreviationRules } from './tokens/abbreviation.js';
import { attributesOf } from './tokens/attributes.js';
import { citationRules, marksOfBlock } from './tokens/citation.js';
import { codeRules } from './tokens/code.js';
import { containerRules } from './tokens/container.js';
import { diagramRules } from './tokens/diagram.js';
import { footnoteRules } from './tokens/footnote.js';
import { formulaRules } from './tokens/formula.js';
import { htmlRules } from './tokens/html.js';
import { imageRules } from './tokens/image.js';
import { listRules } from './tokens/list.js';

/** HTML as the tokens give it, not yet parsed, and which place in the deck each stretch of it comes from. */
export interface Markup {
  readonly html: string;
  readonly placeAt: (offset: number) => Place;
  /** What its elements cite. */
  readonly scope: TextScope;
}

const ruleSets: readonly RuleSet[] = [
  htmlRules,
  imageRules,
  containerRules,
  listRules,
  codeRules,
  formulaRules,
  diagramRules,
  citationRules,
  abbreviationRules,
  footnoteRules,
];

/** Turns a slide's tokens, or its notes', into HTML. `prefix` begins the ids that are made on the way. */
export function renderTokens(
  tokens: readonly Token[],
  rendering: Rendering,
  slide: EditionSlide,
  prefix: string,
): Markup {
  const scope = textScope(prefix);
  const renderer = rendererFor(rendering, slide, scope);
  const { options } = markdown;
  const list = [...tokens];
  const starts: { readonly offset: number; readonly place: Place; readonly raw: boolean }[] = [];
  let html = '';
  for (const [index, token] of list.entries()) {
    const place = placeOf(token);
    if (place !== undefined) starts.push({ offset: html.length, place, raw: token.type === 'html_block' });
    // The lines of a paragraph are lines of its markup too.
    const opened = token.type === 'inline' && list[index - 1]?.type === 'paragraph_open' ? starts.at(-1) : undefined;
    if (opened !== undefined) starts.push({ ...opened, offset: html.length, raw: true });
    const rule = renderer.rules[token.type];
    if (token.type === 'inline') html += renderer.renderInline(token.children ?? [], options, {});
    else if (rule !== undefined) html += rule(list, index, options, {}, renderer);
    else html += renderer.renderToken(list, index, options);
    html += marksOfBlock(token, rendering, scope);
  }
  const placeAt = (offset: number): Place => {
    const start = starts[lastAtOrBefore(starts, offset)];
    if (start === undefined) return slide.slide.place;
    if (!start.raw) return start.place;
    const above = html.slice(start.offset, offset).trimStart().split('\n').length - 1;
    return above === 0 ? start.place : { path: start.place.path, line: start.place.line + above };
  };
  return { html, placeAt, scope };
}

/** A renderer of markdown-it's own, whose making takes longer than a slide's rendering, is made once; each text has its rules above that one's. */
const markdown = new MarkdownIt();

function rendererFor(...[rendering, slide, scope]: Parameters<RuleSet>): Renderer {
  const renderer: Renderer = Object.create(markdown.renderer);
  renderer.rules = Object.assign(
    Object.create(markdown.renderer.rules),
    ...ruleSets.map((ruleSet) => ruleSet(rendering, slide, scope)),
  );
  renderer.renderAttrs = (token) =>
    markdown.renderer.renderAttrs('type' in token ? attributesOf(token as Token, scope) : token);
  return renderer;
}

/** By halving: a long slide asks for the place of each of its elements. */
function lastAtOrBefore(starts: readonly { readonly offset: number }[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a block token stands in the deck, as the parser noted it. */
export function placeOf(token: Token): Place | undefined {
  const place = token.meta?.place;
  return isPlace(place) ? place : undefined;
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'path' in value && 'line' in value;
}
