import { endOfPair, html, indexNear, isBoundary, isLineStart, isSpace, lettersAt, type Sign } from './sign.js';

/** What remark, Deckset and several writing tools have. */
export const others: readonly Sign[] = [
  {
    dialect: 'others',
    isCommon: true,
    what: 'a diagram of Mermaid in HTML',
    fate: 'is shown as text',
    cure: 'Write it into a fence, ```` ```mermaid ````, and close that with ```` ``` ````.',
    token: {
      on: html,
      find: (_, { html }) => {
        const block = html.find(({ attributes }) =>
          attributes.some(([name, value]) => name === 'class' && value.split(/\s+/).includes('mermaid')),
        );
        return block?.name === undefined ? undefined : `<${block.name} class="mermaid">`;
      },
    },
  },
  {
    dialect: 'remark',
    what: 'a class of remark',
    fate: 'is shown as it was typed',
    cure: 'Write `[words]{.name}`; columns are `::: columns`.',
    text: {
      at: '[',
      start: classStart,
      end: (text, pos) => {
        const start = classStart(text, pos);
        return start < pos && (start === 0 || isSpace(text[start - 1])) ? pos + 1 : undefined;
      },
    },
  },
  {
    dialect: 'deckset',
    isNote: true,
    what: 'a note for the speaker in Deckset',
    fate: 'is shown to the audience as it was typed',
    cure: 'Write it below a line `Note:` at the end of its slide.',
    text: { at: '^', end: (text, pos) => (isLineStart(text, pos) && text[pos + 1] === ' ' ? pos + 1 : undefined) },
  },
  {
    dialect: 'deckset',
    what: 'a setting of Deckset',
    fate: 'is shown as it was typed',
    cure: 'Remove it; lists come item by item in `::: incremental`.',
    text: {
      at: '[',
      end: (text, pos, max) => {
        const end = indexNear(text, ']', pos);
        const isSetting = text.startsWith('[.', pos) && isLineStart(text, pos) && text.slice(pos, end).includes(': ');
        return isSetting && end !== -1 && end < max ? end + 1 : undefined;
      },
    },
  },
  {
    dialect: 'others',
    what: 'the name of an emoji',
    fate: 'is shown as it was typed',
    cure: 'Type the sign itself.',
    text: {
      at: ':',
      end: (text, pos, max) => {
        const end = endOfPair(text, pos, max, ':', ':');
        const name = end === undefined ? '' : text.slice(pos + 1, end - 1);
        const isEmoji =
          /^([a-z][a-z0-9_-]+|\+1|-1)$/.test(name) && isBoundary(text[pos - 1]) && isBoundary(text[end ?? 0]);
        return isEmoji && text[pos - 1] !== ':' && text[end ?? 0] !== ':' && text[end ?? 0] !== '/' ? end : undefined;
      },
    },
  },
  {
    dialect: 'others',
    isCommon: true,
    what: 'a formula in backticks, as Reveal’s own Markdown has it',
    fate: 'is shown as code',
    cure: 'Remove the backticks.',
    token: {
      on: ['code_inline'],
      find: ({ content }) => (/^\$\$[^$]+\$\$$/.test(content) ? content : undefined),
    },
  },
  {
    dialect: 'others',
    isCommon: true,
    what: 'Markdown in a raw section of Reveal',
    fate: 'is shown as it was typed, in a field',
    cure: 'Write it without the section and its `<textarea>`, as a slide between lines `---`.',
    token: {
      on: html,
      find: (_, { html: pieces }) => {
        const isTemplate = pieces.some(
          ({ name, attributes }) =>
            name?.toLowerCase() === 'textarea' && attributes.some(([attribute]) => attribute === 'data-template'),
        );
        return isTemplate ? '<textarea data-template>' : undefined;
      },
    },
  },
  {
    dialect: 'others',
    what: 'inserted text in HackMD and others',
    fate: 'is shown as it was typed',
    cure: 'Write `<ins>words</ins>`.',
    text: {
      at: '+',
      end: (text, pos, max) =>
        text[pos - 1] === '+' || !isBoundary(text[pos - 1]) ? undefined : endOfPair(text, pos, max, '++', '++'),
    },
  },
  {
    dialect: 'others',
    what: 'a list of attributes in kramdown',
    fate: 'is shown as it was typed',
    cure: 'Write it without the colon: `{.name}`.',
    text: {
      at: '{',
      end: (text, pos, max) => {
        const end = text.startsWith('{:', pos) ? indexNear(text, '}', pos) : -1;
        return end !== -1 && end < max && /[.#=]/.test(text.slice(pos, end)) ? end + 1 : undefined;
      },
    },
  },
  {
    dialect: 'others',
    what: 'a table of contents',
    fate: 'is shown as it was typed',
    cure: 'A slide with a heading `#` alone lists the parts of the talk.',
    text: {
      at: '[',
      end: (text, pos) =>
        lettersAt(text, pos + 1).toLowerCase() === 'toc' && text[pos + 4] === ']' ? pos + 5 : undefined,
    },
  },
];

/** Where `.name` before a bracket begins, or `.name.other`; at the bracket itself where there is none. */
function classStart(text: string, pos: number): number {
  const before = text.slice(Math.max(0, pos - 100), pos);
  const found = /(?:\.[a-z][\w-]*)+$/i.exec(before);
  return found === null || /[\w-]/.test(before[found.index - 1] ?? ' ') ? pos : pos - found[0].length;
}
