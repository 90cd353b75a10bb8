import { dirname, resolve } from 'node:path';
import type { Token } from 'markdown-it';
import { formatDiagnostic, type Place } from '../../src/model/diagnostic.js';
import type { Settings } from '../../src/model/settings.js';
import type { Citation, Deck, Reference, Slide, Source, TextFile } from '../../src/model.js';
import { placeOf } from '../../src/parse/token.js';

/** A source made in memory; what is not given is as a deck's folder without settings has it. */
export function sourceOf(
  text: string,
  { settings = {}, includes = {}, keys = [], bodyLine = 1, file = '/decks/test/deck.md' }: SourceParts = {},
): Source {
  const entry = { path: 'deck.md', file, text };
  return {
    name: 'test',
    folder: dirname(file),
    entry,
    bodyLine,
    settings: {
      lang: 'en',
      mode: 'light',
      usesOwnTheme: true,
      cuts: [],
      handoutNotes: false,
      revealOptions: {},
      ...settings,
    },
    includes: new Map(
      Object.entries(includes).map(([path, part]) => includedFile(resolve(dirname(file), path), path, part)),
    ),
    references: keys.map((id): Reference => ({ id, place: { path: 'references.yaml', line: 1 } })),
    styles: [],
    scripts: [],
    diagnostics: [],
  };
}

interface SourceParts {
  readonly settings?: Partial<Settings>;
  /** Texts by their path relative to the deck's folder. */
  readonly includes?: Readonly<Record<string, string>>;
  readonly keys?: readonly string[];
  readonly bodyLine?: number;
  readonly file?: string;
}

/** A deck as an outline one can read: each slide with its lines, and below it what it holds, token by token. */
export function outline(deck: Deck): string {
  const lines = deck.slides.flatMap(outlineSlide);
  const abbreviations = deck.abbreviations.map(
    ({ short, long, place }) => `abbreviation ${short} = ${long} (${at(place)})`,
  );
  const diagnostics = deck.diagnostics.map(formatDiagnostic);
  return `${[`deck "${deck.title}"`, ...lines, ...abbreviations, ...diagnostics].join('\n')}\n`;
}

/** The words of tokens, and what is no text in angle brackets. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => inlineText(token)).join('');
}

function outlineSlide(slide: Slide): string[] {
  const { index, id, layout, title, place, section, minutes, cut, audience, attributes } = slide;
  const facts = [
    section === undefined ? '' : `section ${section.number} "${section.title}"`,
    minutes === undefined ? '' : `minutes ${minutes}`,
    cut === undefined ? '' : `cut ${cut}`,
    audience === undefined ? '' : `for ${audience}`,
    Object.keys(attributes).length === 0 ? '' : JSON.stringify(attributes),
  ].filter((fact) => fact !== '');
  return [
    '',
    `${index.h}.${index.v} #${id} ${layout} "${title}" (${at(place)})`,
    ...facts.map((fact) => `  ${fact}`),
    ...outlineTokens(slide.tokens, '  '),
    ...part('notes', slide.notes),
    ...part('handout', slide.handout),
    ...slide.diagrams.map((diagram) => {
      const { id: name, alt, caption, width, code, place: first } = diagram;
      return `  diagram ${name} (${at(first)}) ${JSON.stringify({ alt, caption, width, lines: code.split('\n').length - 1 })}`;
    }),
    ...slide.citations.map((citation) => `  cites ${citationText(citation)} (${at(citation.place)})`),
  ];
}

function part(name: string, tokens: readonly Token[]): string[] {
  return tokens.length === 0 ? [] : [`  ${name}:`, ...outlineTokens(tokens, '    ')];
}

function outlineTokens(tokens: readonly Token[], indent: string): string[] {
  return tokens.flatMap((token) => {
    const inner = indent + '  '.repeat(token.level);
    if (token.nesting === -1 || token.type === 'mark') return [];
    if (token.type === 'inline') return [`${inner}${JSON.stringify(textOf(token.children ?? [])).slice(1, -1)}`];
    return [`${inner}${describe(token)} :${placeOf(token).line}`];
  });
}

function describe(token: Token): string {
  const { place: _, ...meta } = token.meta ?? {};
  const name = token.type.replace(/_open$/, '');
  return [
    name === 'heading' ? token.tag : name,
    token.type.startsWith('container') ? token.info : '',
    token.hidden ? 'tight' : '',
    token.nesting === 0 && token.content !== '' ? JSON.stringify(token.content) : '',
    (token.attrs ?? []).map(([key, value]) => `${key}=${value}`).join(' '),
    Object.keys(meta).length === 0 ? '' : JSON.stringify(meta, (key, value) => (key === 'place' ? undefined : value)),
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function inlineText(token: Token): string {
  const attributes = (token.attrs ?? []).map(([key, value]) => ` ${key}=${value}`).join('');
  switch (token.type) {
    case 'text':
      return token.content;
    case 'softbreak':
      return '⏎';
    case 'citation':
      return token.meta?.unsourced === undefined
        ? `⟨cite ${((token.meta?.citations ?? []) as Citation[]).map(citationText).join('; ')}⟩`
        : `⟨${String(token.meta.unsourced)}⟩`;
    case 'image':
      return `⟨img${attributes}: ${textOf(token.children ?? [])}⟩`;
    case 'abbr_open':
      return `⟨abbr${token.meta?.first === true ? ' first' : ''} `;
    case 'footnote_ref':
      return `⟨note ${JSON.stringify(token.meta)}⟩`;
    case 'html_inline':
      return `⟨html ${token.content}⟩`;
    default:
      return token.nesting === 0
        ? `⟨${token.type}${token.content === '' ? '' : ` ${token.content}`}⟩`
        : token.nesting === 1
          ? `⟨${token.type.replace(/_open$/, '')}${attributes} `
          : '⟩';
  }
}

function citationText({ key, locators, parts = [], anchor, prefix, suffix }: Citation): string {
  const paragraphs = locators.map(([from, to]) => (from === to ? `¶${from}` : `¶¶${from}–${to}`));
  return [
    key,
    ...paragraphs,
    ...parts.map(({ kind, from, to, typed }) => `${kind} ${from === to ? from : `${from}–${to}`} "${typed}"`),
    anchor === undefined ? '' : `anchor "${anchor}"`,
    prefix === undefined ? '' : `prefix "${prefix}"`,
    suffix === undefined ? '' : `suffix "${suffix}"`,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function at({ path, line, column }: Place): string {
  return `${path === 'deck.md' ? '' : `${path}:`}${line}${column === undefined ? '' : `:${column}`}`;
}

function includedFile(file: string, path: string, text: string): [string, TextFile] {
  return [file, { path, file, text }];
}
