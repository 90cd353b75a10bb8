import type { Token } from 'markdown-it';
import { remarkFor } from './remarks.js';
import { html, type Sign } from './sign.js';
import { keysOf } from './yaml-keys.js';

/** Marp's directives (https://marpit.marp.app/directives); those of one slide have an underscore before them, and in older decks those of all a dollar. */
const directives: ReadonlySet<string> = new Set(
  [
    'theme',
    'style',
    'headingDivider',
    'lang',
    'size',
    'math',
    'title',
    'author',
    'description',
    'keywords',
    'marp',
  ].concat(
    ['paginate', 'header', 'footer', 'class', 'color', 'transition', 'backgroundColor', 'backgroundImage'],
    ['backgroundPosition', 'backgroundRepeat', 'backgroundSize'],
  ),
);

/** What Marp writes into a picture's alternative. */
const sizes = ['w', 'h', 'width', 'height'];
const filters = [
  'blur',
  'brightness',
  'contrast',
  'drop-shadow',
  'grayscale',
  'hue-rotate',
  'invert',
  'opacity',
  'saturate',
  'sepia',
];

export const marp: readonly Sign[] = [
  {
    dialect: 'marp',
    what: 'a directive of Marp',
    fate: 'has no effect',
    cure: 'Write attributes of a slide into the braces of its heading, `{.name background-color="#fff"}`, the deck’s into its front matter.',
    token: { on: html, find: (_, { html }) => commentLike(html, isDirective) },
  },
  {
    dialect: 'marp',
    what: 'a heading that Marp fits to the slide',
    fate: 'is set like any other',
    cure: 'Write `{.r-fit-text}` behind the heading.',
    token: { on: html, find: (_, { html }) => commentLike(html, (comment) => comment.trim() === 'fit') },
  },
  {
    dialect: 'marp',
    what: 'a background picture of Marp',
    fate: 'is shown as a picture in the text, with that word as its alternative',
    cure: 'Write `{background-image="picture.jpg"}` behind the slide’s heading.',
    token: {
      on: ['image'],
      find: (token) => (wordsOfPicture(token).includes('bg') ? `![${token.content}]` : undefined),
    },
  },
  {
    dialect: 'marp',
    what: 'a size or a filter of Marp for a picture',
    fate: 'is read as the picture’s text alternative',
    cure: 'Say what the picture shows in its brackets, and write the size behind it: `![what it shows](picture.jpg){width=40%}`.',
    token: {
      on: ['image'],
      find: (token) => {
        const words = wordsOfPicture(token);
        return !words.includes('bg') && words.some(isPictureSetting) ? `![${token.content}]` : undefined;
      },
    },
  },
  {
    dialect: 'marp',
    onlyThere: true,
    what: 'a list that comes item by item in Marp',
    fate: 'is shown at once',
    cure: 'Write `::: incremental` above the list and `:::` below it.',
    token: {
      on: ['bullet_list_open', 'ordered_list_open'],
      find: (token) =>
        (token.type === 'bullet_list_open' && token.markup === '*') ||
        (token.type === 'ordered_list_open' && token.markup === ')')
          ? token.markup === '*'
            ? '* item'
            : '1) item'
          : undefined,
    },
  },
  {
    dialect: 'marp',
    onlyThere: true,
    isNote: true,
    what: 'a note for the speaker in Marp',
    fate: 'is left out of every file',
    cure: 'Write it below a line `Note:` at the end of its slide.',
    token: {
      on: html,
      find: (_, { html }) => remarkFor(html, (comment) => isDirective(comment) || comment.trim() === 'fit'),
    },
  },
];

/** Whether a comment is directives of Marp, and no remark. */
export function isDirective(comment: string): boolean {
  const keys = keysOf(comment.replace(/^\s*\$(?=\w)/gm, ''));
  return keys.length > 0 && keys.every((key) => directives.has(key.replace(/^_/, '')));
}

function commentLike(
  html: readonly { readonly comment?: string }[],
  is: (comment: string) => boolean,
): string | undefined {
  const found = html.find(({ comment }) => comment !== undefined && is(comment))?.comment;
  return found === undefined ? undefined : `<!--${found}-->`;
}

function wordsOfPicture({ type, content }: Token): readonly string[] {
  return type === 'image' ? content.split(/\s+/) : [];
}

/** Whether a word of a picture's alternative is a size or a filter of Marp. */
export function isPictureSetting(word: string): boolean {
  const [name = '', value = ''] = word.split(':');
  return (sizes.includes(name) && /^(auto|\d)/.test(value)) || (filters.includes(name) && value !== '');
}
