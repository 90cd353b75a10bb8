import type { Env, MarkdownIt, Token } from 'markdown-it';
import { pathFrom } from '../css/path-from.js';
import type { Place } from '../model/diagnostic.js';
import type { TextFile } from '../model.js';
import type { ParseContext } from './parse-context.js';
import { reportNul, reportSwallowed } from './report-swallowed.js';
import { cutText, type Piece } from './separators.js';
import { addMeta, blockToken, placeOf } from './token.js';

/**
 * Reads a file's blocks, and those of the files it includes in their place. Every token is given its place; what begins a
 * slide, a slide of a stack or a slide's notes is a `mark` token with that word in `info`.
 */
export function readBlocks(md: MarkdownIt, env: Env, context: ParseContext): Token[] {
  const { entry, bodyLine } = context.source;
  return readFile(entry, bodyLine, [entry.file]);

  function readFile(file: TextFile, line: number, chain: readonly string[]): Token[] {
    reportNul(file, context);
    const text = file.text
      .split('\n')
      .slice(line - 1)
      .join('\n')
      .replaceAll('\0', '\uFFFD');
    return cutText(text, line, context.separators).flatMap((piece) => readPiece(piece, file, chain));
  }

  function readPiece(piece: Piece, file: TextFile, chain: readonly string[]): Token[] {
    const tokens: Token[] = [];
    md.block.parse(piece.text, md, env, tokens);
    setPlaces(tokens, file.path, piece.line);
    reportSwallowed(tokens, md.options.maxNesting, context);
    const begin = piece.mark === undefined ? [] : [markToken(piece.mark, { path: file.path, line: piece.line })];
    return begin.concat(tokens.flatMap((token) => included(token, file, chain) ?? [token]));
  }

  function included(token: Token, file: TextFile, chain: readonly string[]): Token[] | undefined {
    const path =
      token.type === 'html_block' ? /^<!--\s*include:\s*(.+?)\s*-->$/.exec(token.content.trim())?.[1] : undefined;
    if (path === undefined) return undefined;
    const problem = (message: string, cure: string): Token[] => {
      context.report('error', 'include', placeOf(token), message, cure);
      return [];
    };
    if (token.level > 0) {
      return problem(
        `The include of "${path}" stands in a list or a quotation.`,
        'Put it on a line of its own, unindented.',
      );
    }
    const target = path.startsWith('/') ? pathFrom('/', path) : pathFrom(file.file, `../${path}`);
    if (chain.includes(target)) {
      return problem(`"${path}" includes itself, by way of this file.`, 'Remove one of the includes.');
    }
    const text = context.source.includes.get(target);
    if (text === undefined) {
      const { path: where, line } = placeOf(token);
      const said = context.source.diagnostics.some(
        ({ rule, place }) => rule === 'include' && place.path === where && place.line === line,
      );
      return said
        ? []
        : problem(`There is no file "${path}".`, 'Correct the path; it is relative to the including file.');
    }
    return readFile(text, bodyStart(text.text), [...chain, target]);
  }
}

/** A token that begins a slide, a slide of a stack or a slide's notes. */
function markToken(mark: NonNullable<Piece['mark']>, place: Place): Token {
  const token = blockToken('mark', '', 0, place);
  token.info = mark;
  return token;
}

/** Tokens without a line of their own (cells, closing tokens) stand where what they belong to begins. */
export function setPlaces(tokens: readonly Token[], path: string, firstLine: number): void {
  const open: number[] = [];
  let last = firstLine;
  for (const token of tokens) {
    const closed = token.nesting === -1 ? open.pop() : undefined;
    const line = token.map === null ? (closed ?? open.at(-1) ?? last) : firstLine + token.map[0];
    if (token.nesting === 1) open.push(line);
    addMeta(token, { place: { path, line } });
    last = line;
  }
}

/** The line after an included file's own front matter, by the same rule as a deck's: a first line `---` and a key below it. */
function bodyStart(text: string): number {
  const lines = text.split('\n');
  if (!/^---[ \t]*$/.test(lines[0] ?? '') || !/^[\w-]+[ \t]*:(\s|$)/.test(lines[1] ?? '')) return 1;
  return lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line)) + 2;
}
