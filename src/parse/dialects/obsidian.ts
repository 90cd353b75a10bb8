import { calloutKinds } from '../../language/words/callout-kinds.js';
import { endOfPair, html, indexNear, isBoundary, isLineStart, isSpace, type Sign } from './sign.js';

export const obsidian: readonly Sign[] = [
  {
    dialect: 'obsidian',
    isCommon: true,
    what: 'a kind of callout that neither Obsidian nor GitHub nor Quarto has',
    fate: 'is shown as a box with this word as its name',
    cure: 'Write one of theirs, such as `[!note]`, `[!tip]`, `[!warning]`, `[!example]`, `[!quote]`, and your own word behind it as a title.',
    token: {
      on: ['container_open'],
      find: ({ info = '', meta }) => {
        const [, kind] = /^callout-(.+)/.exec(info) ?? [];
        if (kind === undefined || Object.hasOwn(calloutKinds, kind)) return undefined;
        return typeof meta?.callout === 'string' ? meta.callout : `::: ${info}`;
      },
    },
  },
  {
    dialect: 'obsidian',
    isNote: true,
    what: 'a remark that Obsidian hides',
    fate: 'is shown to the audience as it was typed',
    cure: 'Write `<!-- … -->`, which no reader gets, or a note for the speaker below a line `Note:`.',
    text: {
      at: '%',
      end: (text, pos, max) => {
        if (!text.startsWith('%%', pos) || !isBoundary(text[pos - 1]) || text[pos - 1] === '%') return undefined;
        const end = text.indexOf('%%', pos + 2);
        if (end !== -1 && end + 2 <= max)
          return isSpace(text[end + 2]) || isBoundary(text[end + 2]) ? end + 2 : undefined;
        return isLineStart(text, pos) ? pos + 2 : undefined;
      },
    },
  },
  {
    dialect: 'obsidian',
    what: 'an embedded note or picture of Obsidian',
    fate: 'is shown as it was typed',
    cure: 'Write a picture as `![what it shows](picture.svg)`, another text as `<!-- include: file.md -->`.',
    text: { at: '!', end: (text, pos, max) => (text[pos + 1] === '[' ? wikiEnd(text, pos + 1, max) : undefined) },
  },
  {
    dialect: 'obsidian',
    what: 'a link of a wiki or of Obsidian',
    fate: 'is shown as it was typed',
    cure: 'Write `[its words](#id)` to a slide, `[its words](https://…)` to a page.',
    text: { at: '[', end: (text, pos, max) => (text[pos - 1] === '!' ? undefined : wikiEnd(text, pos, max)) },
  },
  {
    dialect: 'obsidian',
    what: 'the size of a picture in Obsidian',
    fate: 'is read as a part of the picture’s text alternative',
    cure: 'Write the size behind the picture: `![what it shows](picture.jpg){width=40%}`.',
    token: {
      on: ['image'],
      find: ({ type, content }) =>
        type === 'image' && /^\s*\d+(x\d+)?$/.test(content.split('|').slice(1).at(-1) ?? '')
          ? `![${content}]`
          : undefined,
    },
  },
  {
    dialect: 'obsidian',
    isCommon: true,
    what: 'highlighting in Obsidian and others',
    fate: 'is shown as it was typed',
    cure: 'Write `<mark>words</mark>`.',
    text: {
      at: '=',
      end: (text, pos, max) => (text[pos - 1] === '=' ? undefined : endOfPair(text, pos, max, '==', '==')),
    },
  },
  {
    dialect: 'obsidian',
    onlyThere: true,
    what: 'a tag of Obsidian',
    fate: 'is shown to the audience as it was typed',
    cure: 'Take it away, or write a backslash before it where it is part of the text: `\\#harbours`.',
    text: { at: '#', end: tagEnd },
  },
  {
    dialect: 'obsidian',
    what: 'an annotation of Obsidian’s slides',
    fate: 'has no effect',
    cure: 'Write a dot before the word: `<!-- .slide: … -->`, `<!-- .element: … -->`.',
    token: {
      on: html,
      find: (_, { html }) => {
        const found = html.find(({ comment = '' }) => /^\s*(slide|element)\s+\S+=/.test(comment))?.comment;
        return found === undefined ? undefined : `<!--${found}-->`;
      },
    },
  },
  {
    dialect: 'obsidian',
    what: 'an annotation of Obsidian’s slides',
    fate: 'has no effect for `bg`, `template` and `pad`',
    cure: 'Write `background-color="#003"` or `background-image="picture.jpg"` for `bg`, and `style="padding: 10px"` for `pad`.',
    token: {
      on: html,
      find: (_, { html }) => {
        const found = html.find(({ comment = '' }) =>
          /^\s*\.(?:slide|element):.*\s(?:bg|template|pad)=/s.test(comment),
        )?.comment;
        return found === undefined ? undefined : `<!--${found}-->`;
      },
    },
  },
  {
    dialect: 'obsidian',
    isCommon: true,
    what: 'code in a line that Dataview computes in Obsidian',
    fate: 'is shown as code',
    cure: 'Write its value.',
    token: {
      on: ['code_inline'],
      find: ({ content }) => (/^\$?=\s*(?:this\.|dv\.|date\(|\[\[)/.test(content) ? content : undefined),
    },
  },
  {
    dialect: 'obsidian',
    what: 'an element of Obsidian’s slides',
    fate: 'shows what is in it, in no place of its own',
    cure: 'Write `::: columns` with `::: column` in it.',
    token: {
      on: html,
      find: (_, { html }) => {
        const found = html.find(({ name = '' }) => name === 'grid' || name === 'split');
        return found === undefined ? undefined : `<${found.name}>`;
      },
    },
  },
  {
    dialect: 'obsidian',
    onlyThere: true,
    what: 'a list that comes item by item in Obsidian’s slides',
    fate: 'is shown at once',
    cure: 'Write `::: incremental` above the list and `:::` below it.',
    token: {
      on: ['bullet_list_open', 'ordered_list_open'],
      find: ({ type, markup }) =>
        (type === 'bullet_list_open' && markup === '+') || (type === 'ordered_list_open' && markup === ')')
          ? `${markup === '+' ? '+' : '1)'} item`
          : undefined,
    },
  },
  {
    dialect: 'obsidian',
    what: 'the name of a block in Obsidian',
    fate: 'is shown as it was typed',
    cure: 'Write `{#name}` instead.',
    text: {
      at: '^',
      end: (text, pos) => {
        const name = /^[A-Za-z][A-Za-z0-9-]*[ \t]*(?=\n|$)/.exec(text.slice(pos + 1))?.[0].trimEnd();
        return name !== undefined && (isLineStart(text, pos) || text[pos - 1] === ' ')
          ? pos + 1 + name.length
          : undefined;
      },
    },
  },
  {
    dialect: 'obsidian',
    what: 'a command of a template',
    fate: 'is not carried out and is shown as it was typed',
    cure: 'Write what it stands for.',
    text: {
      at: '<',
      end: (text, pos, max) => {
        const end = text.startsWith('<%', pos) ? indexNear(text, '%>', pos) : -1;
        return end !== -1 && end < max ? end + 2 : undefined;
      },
    },
  },
  {
    dialect: 'obsidian',
    isCommon: true,
    what: 'a task that is neither done nor open',
    fate: 'is shown as it was typed',
    cure: 'Write `[ ]` or `[x]`, and the rest in words.',
    token: {
      on: ['inline'],
      find: ({ content }, { before }) =>
        before?.type === 'list_item_open' && /^\[[-<>/!?*]\]\s/.test(content) ? content.slice(0, 3) : undefined,
    },
  },
];

/** `[[Note]]`, `[[Note|words]]`; not brackets within brackets, nor the words of a link. */
/** `#lamps/old`: letters, digits, `_`, `-` and `/`, not digits alone (https://help.obsidian.md/tags). */
function tagEnd(text: string, pos: number, max: number): number | undefined {
  if (pos > 0 && !isSpace(text[pos - 1])) return undefined;
  const [tag] = /^#[\p{L}\p{N}_/-]+/u.exec(text.slice(pos, max)) ?? [];
  return tag === undefined || !/[^\p{N}#]/u.test(tag) ? undefined : pos + tag.length;
}

function wikiEnd(text: string, pos: number, max: number): number | undefined {
  const end = endOfPair(text, pos, max, '[[', ']]');
  if (end === undefined || /[[\]]/.test(text.slice(pos + 2, end - 2))) return undefined;
  return '(['.includes(text[end] ?? ' ') ? undefined : end;
}
