import type { Token } from 'markdown-it';
import type { Diagram } from '../model.js';
import { contentHash } from './content-hash.js';
import type { ParseContext } from './parse-context.js';
import { slug } from './slug.js';
import { attributeOf, placeOf } from './token.js';

/** A diagram that has no id yet; `wanted` is what it is called after when the author gives it none. */
export type UnnamedDiagram = Omit<Diagram, 'id'> & { readonly token: Token; readonly wanted: string };

/** The diagrams of a slide's texts, in reading order. */
export function readDiagrams(tokens: readonly Token[], context: ParseContext): readonly UnnamedDiagram[] {
  return tokens.filter(({ type }) => type === 'diagram').map((token) => readDiagram(token, context));
}

function readDiagram(token: Token, context: ParseContext): UnnamedDiagram {
  const { title, description } = readAccessibility(token.content);
  const caption = attributeOf(token, 'caption');
  const width = readWidth(token, context);
  const fence = placeOf(token);
  return {
    token,
    wanted: slug(title || caption || '') || `diagram-${contentHash(token.content)}`,
    language: 'mermaid',
    code: token.content,
    place: { path: fence.path, line: fence.line + 1 },
    alt: attributeOf(token, 'alt') ?? [title, description].filter((part) => part !== '').join('. '),
    ...(caption === undefined ? {} : { caption }),
    ...(width === undefined ? {} : { width }),
  };
}

/** Mermaid's `accTitle:`, `accDescr:` and `accDescr { … }` over several lines. */
function readAccessibility(code: string): { title: string; description: string } {
  const title = /^[ \t]*accTitle[ \t]*:[ \t]*(.+)$/m.exec(code)?.[1] ?? '';
  const line = /^[ \t]*accDescr[ \t]*:[ \t]*(.+)$/m.exec(code)?.[1];
  const lines = /^[ \t]*accDescr\s*\{([^}]*)\}/m.exec(code)?.[1];
  return { title: title.trim(), description: (line ?? lines ?? '').trim().replace(/\s+/g, ' ') };
}

function readWidth(token: Token, context: ParseContext): number | undefined {
  const value = attributeOf(token, 'width');
  if (value === undefined) return undefined;
  const width = /^\d+(\.\d+)?%?$/.test(value) ? Number.parseFloat(value) : Number.NaN;
  if (width >= 1 && width <= 100) return width;
  const message = `The width "${value}" is no share of the slide.`;
  context.report('error', 'diagram-width', placeOf(token), message, 'Write 1% to 100%, for example `{width=70%}`.');
  return undefined;
}
