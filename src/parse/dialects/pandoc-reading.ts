import { attributeOf } from '../token.js';
import { html, type Sign } from './sign.js';
import { keysOf } from './yaml-keys.js';

/** What Pandoc, and Quarto with it, reads otherwise than CommonMark: said in decks that are plainly theirs. */
export function pandocReading(dialect: 'pandoc' | 'quarto'): readonly Sign[] {
  return [
    {
      dialect,
      onlyThere: true,
      what: 'a picture by itself, whose words are a caption in Pandoc',
      fate: 'has them as its text alternative, and no slide shows them',
      cure: 'Write them once more where they are to be seen: `![what it shows](picture.jpg){caption="words"}`.',
      token: {
        on: ['inline'],
        find: ({ children, content }) => {
          const [picture, ...others] = children ?? [];
          const isAlone = picture?.type === 'image' && others.every(({ type }) => type === 'attributes');
          if (!isAlone || picture.content.trim() === '') return undefined;
          const isSaid = ['caption', 'fig-alt', 'fig-cap'].some((name) => attributeOf(picture, name) !== undefined);
          return isSaid ? undefined : content;
        },
      },
    },
    {
      dialect,
      onlyThere: true,
      what: 'Markdown in a block of HTML, which Pandoc reads',
      fate: 'is shown as it was typed',
      cure: 'Put an empty line behind the opening tag and one above the closing tag, or write `::: {.name}` and `:::`.',
      token: {
        on: html,
        find: ({ type, content }) =>
          type === 'html_block'
            ? /(?:^|[\s>(])(\*\*?[^\s*<>][^*<>]*\*|\[[^\]<>]+\]\([^)<>\s]+\))/.exec(content)?.[1]
            : undefined,
      },
    },
    {
      dialect,
      onlyThere: true,
      what: 'a space that Pandoc keeps on one line',
      fate: 'is shown with its backslash',
      cure: 'Write `&nbsp;`.',
      text: {
        at: '\\',
        end: (text, pos) =>
          /^\\ \S/.test(text.slice(pos, pos + 3)) && /\S/.test(text[pos - 1] ?? '') ? pos + 2 : undefined,
      },
    },
    {
      dialect,
      onlyThere: true,
      what: 'a block of settings in the middle of a text, as Pandoc has it',
      fate: 'begins a slide and is shown as its text',
      cure: 'Put the settings into the front matter, the lines between `---` at the beginning of the deck.',
      token: {
        on: ['inline'],
        find: ({ type, level, content }, { before }) => {
          const lines = content.split('\n');
          const isBlock = type === 'inline' && level === 1 && before === undefined && lines.at(-1) === '...';
          return isBlock && keysOf(lines.slice(0, -1).join('\n')).length > 0 ? lines[0] : undefined;
        },
      },
    },
  ];
}
