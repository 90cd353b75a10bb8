import MarkdownItCallable, { type Env, type Token } from 'markdown-it';
import type { Place } from '../model/diagnostic.js';
import type { ParseContext } from './parse-context.js';
import { addMeta, blockToken, eachToken, placeOf, setLevels } from './token.js';

/** A footnote that a text refers to. */
interface Referred {
  readonly id: number;
  references: number;
  readonly tokens: Token[];
}

/** A footnote written in place, as markdown-it-footnote keeps it. */
interface InPlace {
  readonly content: string;
  tokens?: Token[];
}

/** The footnotes written in place, `^[…]`, of all that was read so far. */
export function notesInPlace(env: Env): readonly InPlace[] {
  const { list } = (env.footnotes ?? {}) as { readonly list?: readonly InPlace[] };
  return list ?? [];
}

/** The deck's footnotes by label; those of a slide come before those of the others. */
export class Footnotes {
  readonly #bySlide = new Map<number, Map<string, Token[]>>();
  readonly #inPlace: readonly InPlace[];
  readonly #used = new Set<Token[]>();
  #count = 0;

  constructor(env: Env) {
    this.#inPlace = notesInPlace(env);
  }

  /** Takes the definitions out of a slide's tokens. */
  take(tokens: readonly Token[], slide: number): Token[] {
    const kept: Token[] = [];
    const open: { label: string; tokens: Token[] }[] = [];
    const own = this.#bySlide.get(slide) ?? new Map<string, Token[]>();
    this.#bySlide.set(slide, own);
    for (const token of tokens) {
      if (token.type === 'footnote_reference_open') open.push({ label: String(token.meta?.label), tokens: [] });
      else if (token.type === 'footnote_reference_close') {
        const closed = open.pop();
        if (closed !== undefined && !own.has(closed.label)) own.set(closed.label, closed.tokens);
      } else (open.at(-1)?.tokens ?? kept).push(token);
    }
    return kept;
  }

  /**
   * Ends a text with the footnotes it refers to, in the order it does. `meta.id` counts over the deck and `subId` over the
   * references to one footnote, both from 0.
   */
  append(tokens: readonly Token[], slide: number): Token[] {
    const referred = new Map<string, Referred>();
    const waiting = [tokens];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      for (const block of next) {
        for (const reference of eachToken(block.children ?? [])) {
          if (reference.type !== 'footnote_ref') continue;
          const { label, id } = reference.meta ?? {};
          const name = typeof label === 'string' ? `:${label}` : `#${String(id)}`;
          const entry = referred.get(name) ?? {
            id: this.#count++,
            references: 0,
            tokens: this.#find(reference, slide, placeOf(block)),
          };
          if (!referred.has(name)) waiting.push(entry.tokens);
          referred.set(name, entry);
          addMeta(reference, { id: entry.id, subId: entry.references++ });
        }
      }
    }
    const first = [...referred.values()][0]?.tokens[0];
    if (first === undefined) return [...tokens];
    const place = placeOf(first);
    const all = [
      ...tokens,
      blockToken('footnote_block_open', '', 1, place),
      ...[...referred.values()].flatMap(footnoteTokens),
      blockToken('footnote_block_close', '', -1, place),
    ];
    setLevels(all);
    return all;
  }

  /** Says which definitions are shown nowhere, once every text has its footnotes. */
  reportUnused(context: ParseContext): void {
    for (const [label, tokens] of [...this.#bySlide.values()].flatMap((footnotes) => [...footnotes])) {
      if (this.#used.has(tokens) || tokens[0] === undefined) continue;
      const message = `Nothing refers to the footnote \`[^${label}]\`, so it is not shown.`;
      const cure = `Write \`[^${label}]\` where it belongs.`;
      context.report('warning', 'footnote-unused', placeOf(tokens[0]), message, cure);
    }
  }

  /** A copy for each text, since tokens are numbered in place. */
  #find(reference: Token, slide: number, place: Place): Token[] {
    const { label, id } = reference.meta ?? {};
    if (typeof label !== 'string') {
      const { tokens = [], content = '' } = this.#inPlace[Number(id)] ?? {};
      return paragraph(content, tokens.map(copied), place);
    }
    const others = [...this.#bySlide.values()].find((footnotes) => footnotes.has(label));
    const found = this.#bySlide.get(slide)?.get(label) ?? others?.get(label) ?? [];
    this.#used.add(found);
    return found.length === 0 ? paragraph('', [], place) : found.map(copied);
  }
}

/** The mark behind a footnote's last words for each reference to it, then its end. */
function footnoteTokens({ id, references, tokens }: Referred): Token[] {
  const first = tokens[0];
  if (first === undefined) return [];
  const part = (type: string, nesting: -1 | 0 | 1, subId = 0): Token => {
    const token = blockToken(type, '', nesting, placeOf(first));
    addMeta(token, { id, subId });
    return token;
  };
  const anchors = Array.from({ length: references }, (_, subId) => part('footnote_anchor', 0, subId));
  const end = tokens.at(-1)?.type === 'paragraph_close' ? tokens.length - 1 : tokens.length;
  return [
    part('footnote_open', 1),
    ...tokens.slice(0, end),
    ...anchors,
    ...tokens.slice(end),
    part('footnote_close', -1),
  ];
}

function paragraph(content: string, children: Token[], place: Place): Token[] {
  const inline = blockToken('inline', '', 0, place);
  inline.content = content;
  inline.children = children;
  return [blockToken('paragraph_open', 'p', 1, place), inline, blockToken('paragraph_close', 'p', -1, place)];
}

function copied(token: Token): Token {
  const copy = new MarkdownItCallable.Token(token.type, token.tag, token.nesting);
  return Object.assign(copy, token, {
    attrs: token.attrs?.map(([name, value]) => [name, value]) ?? null,
    meta: token.meta === null ? null : { ...token.meta },
    children: token.children?.map(copied) ?? null,
  });
}
