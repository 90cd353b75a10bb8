import { attributeOf } from '../token.js';
import { indexNear, lettersAt, type Sign } from './sign.js';

/** Blocks of Quarto's that our theme does not draw; all others are plain boxes there too. */
const boxes = ['panel-tabset', 'content-visible', 'content-hidden', 'column-margin', 'aside', 'footer'];

export const quarto: readonly Sign[] = [
  {
    dialect: 'quarto',
    what: 'a chunk that Quarto or R Markdown runs',
    fate: 'is shown as code and not run',
    cure: 'Put its output into the deck, a picture or a table; for code that is only shown write the language without braces.',
    token: {
      on: ['fence'],
      find: (token) =>
        token.type === 'fence' && token.info.trim().startsWith('{') && lettersAt(token.info.trim(), 1) !== ''
          ? token.info.trim()
          : undefined,
    },
  },
  {
    dialect: 'quarto',
    isCommon: true,
    what: 'a short code of Quarto, Hugo or Jekyll',
    fate: 'is shown as it was typed',
    cure: 'Write what it stands for: a picture, a link, `<!-- include: file.md -->`.',
    text: {
      at: '{',
      end: (text, pos, max) => {
        const [, close] =
          [
            ['{{<', '>}}'],
            ['{{%', '%}}'],
            ['{%', '%}'],
          ].find(([open = '']) => text.startsWith(open, pos)) ?? [];
        const end = close === undefined ? -1 : indexNear(text, close, pos);
        return close === undefined || end === -1 || end >= max ? undefined : end + close.length;
      },
    },
  },
  {
    dialect: 'quarto',
    onlyThere: true,
    what: 'code in a line that Quarto or R Markdown runs',
    fate: 'is shown as code and not run',
    cure: 'Write its value.',
    token: {
      on: ['code_inline'],
      find: ({ content }) => (/^(?:r|\{(?:r|python|julia|ojs)\})\s+[\w(]/.test(content) ? content : undefined),
    },
  },
  {
    dialect: 'quarto',
    isCommon: true,
    what: 'a mark of Quarto or AsciiDoc for a note on a line of code',
    fate: 'is shown as it was typed',
    cure: 'Remove the marks, and say below the code which line is meant.',
    token: {
      on: ['fence'],
      find: ({ content }) => /(?:#|\/\/|--|%|;)\s*(<\d+>)\s*$/m.exec(content)?.[0].trim(),
    },
  },
  {
    dialect: 'quarto',
    isCommon: true,
    what: 'an arrangement of Quarto',
    fate: 'is shown as a plain box, with its parts below each other',
    cure: 'Write `::: columns` with a `::: column` for each part, or give the block a place by `style="position: absolute; left: 55%"`.',
    token: {
      on: ['container_open'],
      find: (token) => {
        if (token.type !== 'container_open') return undefined;
        const name = ['layout-ncol', 'layout-nrow', 'layout'].find((one) => attributeOf(token, one) !== undefined);
        if (name !== undefined) return `::: {${name}=${attributeOf(token, name)}}`;
        return token.info === 'absolute' ? '::: {.absolute}' : undefined;
      },
    },
  },
  {
    dialect: 'quarto',
    what: 'a block of Quarto',
    fate: 'is shown as a plain box, all of it at once',
    cure: 'Divide it into slides or `::: columns`; what is not for the audience goes below a line `Note:`.',
    token: {
      on: ['container_open'],
      find: ({ type, info }) => (type === 'container_open' && boxes.includes(info) ? `::: {.${info}}` : undefined),
    },
  },
];
