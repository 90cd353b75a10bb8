import type { Token } from 'markdown-it';
import { readAttributes } from '../attributes.js';
import { attributeOf, classesOf } from '../token.js';
import { html, indexNear, isLineStart, type Sign } from './sign.js';

/** Blocks and spans that may carry attributes, headings apart. */
const carriers = [
  'paragraph_open',
  'list_item_open',
  'blockquote_open',
  'table_open',
  'tr_open',
  'container_open',
].concat(['image', 'fence', 'span_open', 'bullet_list_open', 'ordered_list_open']);

const voices = ['official', 'assessment', 'contested'];

/** Markdown of our own that misses a character or stands in the wrong place; all of them are said. */
export const slips: readonly Sign[] = [
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'a heading whose space is missing',
    fate: 'is text',
    cure: 'Put a space behind the `#` signs.',
    token: {
      on: ['inline'],
      find: ({ content }) => content.split('\n').find((line) => /^#{2,6}[\p{L}\p{N}]/u.test(line)),
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'a footnote’s mark, and the deck has no such footnote',
    fate: 'is shown as it was typed',
    cure: 'Write the footnote, `[^1]: its words`, on a line of its own.',
    text: {
      at: '[',
      end: (text, pos, max, env) => {
        const end = text.startsWith('[^', pos) ? indexNear(text, ']', pos) : -1;
        const label = text.slice(pos + 2, end);
        if (end === -1 || end >= max || !/^[\p{L}\p{N}_-]{1,20}$/u.test(label) || /^\p{L}-\p{L}$/u.test(label))
          return undefined;
        const { refs = {} } = (env.footnotes ?? {}) as { readonly refs?: Readonly<Record<string, unknown>> };
        return Object.hasOwn(refs, `:${label}`) ? undefined : end + 1;
      },
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'a formula that is not closed in its paragraph',
    fate: 'is shown as it was typed',
    cure: 'Close it with `$$`, and leave no blank line in it.',
    text: {
      at: '$',
      end: (text, pos, max) => {
        const isOpening =
          text.startsWith('$$', pos) &&
          text[pos - 1] !== '$' &&
          (isLineStart(text, pos) || isLineEnd(text, pos + 2) || isTex(text.slice(pos + 2)));
        const close = text.indexOf('$$', pos + 2);
        return isOpening && (close === -1 || close >= max) ? pos + 2 : undefined;
      },
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'the beginning of a formula that is not closed in its paragraph',
    fate: 'is shown as a bracket',
    cure: 'Close it with `\\]`, and leave no blank line in it.',
    text: {
      at: '\\',
      end: (text, pos, max) => {
        const isOpening = text.startsWith('\\[', pos) && isLineStart(text, pos) && isLineEnd(text, pos + 2);
        const close = text.indexOf('\\]', pos + 2);
        return isOpening && (close === -1 || close >= max) ? pos + 2 : undefined;
      },
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'the address of a link within a paragraph',
    fate: 'is text',
    cure: 'Put an empty line above it.',
    token: {
      on: ['inline'],
      find: ({ content }) =>
        content
          .split('\n')
          .slice(1)
          .find((line) =>
            /^ {0,3}\[[^\]^@\n][^\]\n]*\]:\s+(?:<\S+>|https?:|mailto:|[#./]|\S+\.\w+(?:\s|$))/.test(line),
          ),
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'a picture or a link without an address',
    fate: 'leads to nothing',
    cure: 'Write the address between the round brackets.',
    token: {
      on: ['image', 'link_open'],
      find: (token) => {
        if (token.type === 'image') return attributeOf(token, 'src') === '' ? `![${token.content}]()` : undefined;
        return attributeOf(token, 'href') === '' ? '[…]()' : undefined;
      },
    },
  },
  {
    dialect: 'others',
    slip: 'include',
    what: 'an include that is not read',
    fate: 'brings no slides',
    cure: 'Write it in lower case on a line of its own: `<!-- include: file.md -->`.',
    token: {
      on: html,
      find: (_, { html: pieces }) => {
        const found = pieces.find(({ comment = '' }) => /^\s*include\s*:/i.test(comment))?.comment;
        return found === undefined ? undefined : `<!--${found}-->`;
      },
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'a list of attributes before the words of its heading',
    fate: 'is shown as it was typed',
    cure: 'Write it behind them: `## Words {.name}`.',
    token: {
      on: ['heading_open'],
      find: (_, { after }) => {
        const text = after?.content ?? '';
        const found = readAttributes(text, 0);
        return found === undefined || found.end === text.length ? undefined : text.slice(0, found.end);
      },
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'a list of attributes that stands by itself',
    fate: 'is shown as it was typed',
    cure: 'Write it at the end of the line it is meant for.',
    token: {
      on: ['inline'],
      find: ({ content }) =>
        content.split('\n').find((line) => line.startsWith('{') && readAttributes(line, 0)?.end === line.length),
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'a list of attributes that is not closed',
    fate: 'is shown as it was typed',
    cure: 'Close it with `}` on the same line.',
    text: {
      at: '{',
      end: (text, pos) => {
        const line = text.slice(pos).split('\n', 1)[0] ?? '';
        return /^\{[.#]\p{L}/u.test(line) && !line.includes('}') ? pos + line.trimEnd().length : undefined;
      },
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'a list of attributes with a word that is none',
    fate: 'is shown as it was typed',
    cure: 'Write each as `.class`, `#id` or `name=value`, with quotation marks where a value has spaces.',
    text: {
      at: '{',
      end: (text, pos) => {
        const [braces] = /^\{\S[^{}\n]*\}/.exec(text.slice(pos, pos + 300)) ?? [];
        if (braces === undefined || !/[)\]`]/.test(text[pos - 1] ?? '') || readAttributes(text, pos) !== undefined)
          return undefined;
        return /(?:^\{|\s)(?:[.#]\p{L}[\p{L}\p{N}_-]*|[\p{L}][\p{L}\p{N}_-]*=\S+)(?=[\s}])/u.test(braces)
          ? pos + braces.length
          : undefined;
      },
    },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'an attribute of slides on something else',
    fate: 'has no effect',
    cure: 'Write it behind the heading of its slide; a part that belongs to another length needs a slide of its own.',
    token: { on: carriers, find: (token) => ['cut', 'layout'].flatMap((name) => typedAttribute(token, name))[0] },
  },
  {
    dialect: 'others',
    slip: 'markup-slip',
    what: 'several marks of whose word it is',
    fate: 'is shown with all of them',
    cure: 'Keep the right one.',
    token: {
      on: [...carriers, 'heading_open', 'diagram'],
      find: (token) => {
        const found = classesOf(token).filter((name) => voices.includes(name));
        return new Set(found).size > 1 ? `{${found.map((name) => `.${name}`).join(' ')}}` : undefined;
      },
    },
  },
];

/** Whether a line begins with signs that no amount of money has. */
function isTex(text: string): boolean {
  return /^[^\s$][^\n$]*[=\\^_]/.test(text);
}

function isLineEnd(text: string, pos: number): boolean {
  return /^[ \t]*(\n|$)/.test(text.slice(pos));
}

function typedAttribute(token: Token, name: string): readonly string[] {
  const value = attributeOf(token, name);
  return value === undefined ? [] : [`{${name}=${value}}`];
}
