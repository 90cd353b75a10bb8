import type { Token } from 'markdown-it';
import type { Exception, Place } from '../model.js';
import type { Attributes } from './attributes.js';

/** As HTML has them, and with the quotation marks that editors make. */
const attribute = /([^\s"'“”„=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”„]([^“”"]*)[“”"]|([^\s"'“”„=<>`]+)))?/g;

/** Who is told what a slide's comments say. */
export interface CommentReaders {
  readonly slide: (attributes: Attributes) => void;
  readonly exception: (exception: Exception) => void;
  /** What any comment says, what was read of it as attributes of the slide, and whether it stands before words, as none of Reveal's does. */
  readonly comment: (body: string, read: Attributes, place: Place, isBeforeWords: boolean) => void;
}

/**
 * Takes the comments out of a slide: what `<!-- .slide: … -->` and `<!-- check-disable … -->` say is handed to `readers`,
 * `<!-- .element: … -->` stays for the renderer, all others are dropped, so that an author's remarks reach no reader.
 * `around` is where tokens stand that have no place of their own.
 */
export function takeComments(tokens: readonly Token[], readers: CommentReaders, around: Place): Token[] {
  let place = around;
  return tokens.filter((token, index) => {
    place = (token.meta as { readonly place?: Place } | null)?.place ?? place;
    if (token.type !== 'html_block' && token.type !== 'html_inline') {
      if (token.children !== null) token.children = takeComments(token.children, readers, place);
      return true;
    }
    if (!token.content.includes('<!--')) return true;
    token.content = withoutComments(token.content, readers, place, standingOf(tokens, index));
    return token.content.trim() !== '';
  });
}

/** How a block of HTML stands to its neighbours in the same container: behind one, and before the words that follow without a blank line. */
interface Standing {
  readonly isBehind: boolean;
  readonly leadsOn: boolean;
}

function standingOf(tokens: readonly Token[], index: number): Standing {
  const [from, to] = tokens[index]?.map ?? [];
  const before = tokens[index - 1];
  const above = tokens.slice(0, index).findLast(({ map }) => map !== null);
  const isParted = (above?.map?.[1] ?? 0) < (from ?? 0);
  return {
    isBehind: before !== undefined && before.nesting !== 1,
    leadsOn: to !== undefined && isParted && tokens[index + 1]?.map?.[0] === to,
  };
}

function withoutComments(html: string, readers: CommentReaders, place: Place, standing: Standing): string {
  const isCode = /<(script|style|textarea|pre)\b/i.test(html);
  let kept = '';
  let pos = 0;
  for (let start = html.indexOf('<!--'); start !== -1; start = html.indexOf('<!--', pos)) {
    const end = html.indexOf('-->', start + 2);
    if (end === -1) break;
    const [comment, body] = [html.slice(start, end + 3), html.slice(start + 4, end)];
    const slide = /^\s*\.slide:/.exec(body)?.[0];
    const read = slide === undefined ? [] : readAttributeList(body.slice(slide.length));
    if (slide !== undefined) readers.slide(read);
    const line = place.line + html.slice(0, start).split('\n').length - 1;
    const after = html.slice(end + 3);
    const isFirst = standing.isBehind && html.slice(0, start).trim() === '';
    const isBeforeWords = isFirst && (/^[^\n]*\S/.test(after) || (standing.leadsOn && after.trim() === ''));
    readers.comment(body, read, { path: place.path, line }, isBeforeWords);
    const disabled = /^\s*check-disable\b(.*)$/s.exec(body)?.[1];
    if (disabled !== undefined) readers.exception(readException(disabled, { path: place.path, line }));
    const stays = isCode || /^\s*\.element\b/.test(body);
    kept += html.slice(pos, start) + (stays && slide === undefined ? comment : '');
    pos = end + 3;
  }
  return kept + html.slice(pos);
}

/** One or several rules, a colon, and the reason, which may hold colons itself. */
function readException(text: string, place: Place): Exception {
  const [, names = '', reason = ''] = /^([^:]*):?(.*)$/s.exec(text) ?? [];
  const rules = names.split(/[\s,]+/).filter((name) => name !== '');
  return { rules, reason: reason.replace(/\s+/g, ' ').trim(), place };
}

function readAttributeList(text: string): Attributes {
  return [...text.matchAll(attribute)].map(([, name = '', double, single, curly, bare]) => [
    name,
    double ?? single ?? curly ?? bare ?? '',
  ]);
}
