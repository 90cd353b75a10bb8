import { readTrailingAttributes } from '../attributes.js';
import type { HtmlPiece } from '../html-pieces.js';
import { attributeOf } from '../token.js';
import { remarkFor } from './remarks.js';
import { html, indexNear, isBoundary, isLineStart, lettersAt, type Sign } from './sign.js';
import { keysOf } from './yaml-keys.js';

/** What a slide's own front matter may say (https://sli.dev/custom); remark has some of them too. */
const slideKeys: ReadonlySet<string> = new Set(
  ['layout', 'class', 'background', 'image', 'backgroundSize', 'transition', 'clicks', 'level', 'hideInToc'].concat(
    ['routeAlias', 'src', 'preload', 'dragPos', 'zoom', 'disabled', 'hide', 'clickAnimation', 'layoutClass', 'name'],
    ['background-image', 'background-color', 'template', 'count', 'theme'],
  ),
);

/** Elements of Slidev, of Vue and of the components that every Slidev deck has. */
const components: ReadonlySet<string> = new Set(
  [
    'arrow',
    'autofittext',
    'lightordark',
    'link',
    'poweredbyslidev',
    'renderwhen',
    'slidecurrentno',
    'slidestotal',
  ].concat([
    'slidevvideo',
    'titlerenderer',
    'toc',
    'transform',
    'tweet',
    'youtube',
    'vclick',
    'vclicks',
    'vswitch',
    'vdrag',
  ]),
);

export const slidev: readonly Sign[] = [
  {
    dialect: 'slidev',
    what: 'a slide’s own front matter in Slidev or remark',
    fate: 'is shown as a slide’s text',
    cure: 'Remove it, and write what it says into the braces of the slide’s heading: `{.class background-image="picture.jpg"}`.',
    token: {
      on: ['inline'],
      find: (token, { isAlone, before }) => {
        if (token.type !== 'inline' || token.level !== 1 || before !== undefined) return undefined;
        const keys = keysOf(token.content);
        const own = keys.filter((key) => slideKeys.has(key));
        return own.length > 0 && (isAlone || own.length === keys.length) ? firstLine(token.content) : undefined;
      },
    },
  },
  {
    dialect: 'slidev',
    what: 'the beginning of a column in Slidev',
    fate: 'is shown as it was typed',
    cure: 'Write `::: columns`, and each column between `::: column` and `:::`.',
    text: {
      at: ':',
      end: (text, pos) => {
        const name = lettersAt(text, pos + 2);
        const end = pos + 4 + name.length;
        const isSlot = text.startsWith('::', pos) && name !== '' && text.startsWith('::', end - 2);
        return isSlot && isLineStart(text, pos) && /^\s*(\n|$)/.test(text.slice(end)) ? end : undefined;
      },
    },
  },
  {
    dialect: 'slidev',
    what: 'an element of Slidev',
    fate: 'shows what is in it at once, and nothing else',
    cure: 'Write `. . .` between what comes step by step, or `::: incremental` around a list.',
    token: {
      on: html,
      find: (_, { html }) => {
        const found = html.find(
          ({ name = '' }) =>
            name.startsWith('v-') || name.includes(':') || (isCapital(name) && components.has(name.toLowerCase())),
        );
        const isDirective = ([name]: HtmlPiece['attributes'][number]): boolean =>
          name.startsWith('v-') || name.startsWith('@');
        const directive = html.find(({ attributes }) => attributes.some(isDirective));
        if (found !== undefined) return `<${found.name}>`;
        return directive === undefined
          ? undefined
          : `<${directive.name} ${directive.attributes.find(isDirective)?.[0]}>`;
      },
    },
  },
  {
    dialect: 'slidev',
    what: 'code from another file in Slidev',
    fate: 'is shown as it was typed',
    cure: 'Put the code into a fence.',
    text: {
      at: '<',
      end: (text, pos) => (isLineStart(text, pos) && text.startsWith('<<< ', pos) ? lineEnd(text, pos) : undefined),
    },
  },
  {
    dialect: 'slidev',
    what: 'the beginning of a component in Slidev',
    fate: 'is shown as it was typed',
    cure: 'Remove it with the `::` that ends it; what is in it is shown.',
    text: {
      at: ':',
      end: (text, pos) => {
        const found = /^::[a-z][\w-]*(?:\{[^}\n]*\})?(?=[ \t]*(?:\n|$))/.exec(text.slice(pos, pos + 200));
        return found !== null && isLineStart(text, pos) ? pos + found[0].length : undefined;
      },
    },
  },
  {
    dialect: 'slidev',
    what: 'a list of lines that Slidev shows step by step',
    fate: 'is left out, and the formula is shown at once',
    cure: 'Write a pause, `. . .`, between two formulas.',
    token: {
      on: ['math_block'],
      find: (token) => (token.meta?.steps === undefined ? undefined : `$$ ${String(token.meta.steps)}`),
    },
  },
  {
    dialect: 'slidev',
    isCommon: true,
    what: 'the name of a file over code',
    fate: 'is not shown',
    cure: 'Write it as a line of its own above the code.',
    token: {
      on: ['fence'],
      find: (token) => {
        const named = ['filename', 'title'].find((name) => attributeOf(token, name) !== undefined);
        if (named !== undefined) return `${named}="${attributeOf(token, named)}"`;
        return / (\[[^\]\n]*\p{L}[^\]\n]*\])/u.exec(token.info)?.[1];
      },
    },
  },
  {
    dialect: 'slidev',
    what: 'an option of a fence in Slidev',
    fate: 'is left out',
    cure: 'Lines that are shown step by step stand in brackets: ```` ```js [1|2-3] ````.',
    token: {
      on: ['fence'],
      find: (token) => {
        if (token.type !== 'fence' || token.info.startsWith('{') || readTrailingAttributes(token.info.trim()))
          return undefined;
        const isOption = / (\{[a-z*]|magic-move|twoslash)/.test(token.info);
        return isOption ? token.info.trim() : undefined;
      },
    },
  },
  {
    dialect: 'slidev',
    isCommon: true,
    what: 'an expression of Vue or of a template',
    fate: 'is not computed and is shown as it was typed',
    cure: 'Write its value.',
    text: {
      at: '{',
      end: (text, pos, max) => {
        const end = indexNear(text, '}}', pos + 2);
        const isExpression =
          text.startsWith('{{', pos) && !'<%{'.includes(text[pos + 2] ?? '{') && text[pos - 1] !== '{';
        return isExpression && isBoundary(text[pos - 1]) && end !== -1 && end + 2 <= max ? end + 2 : undefined;
      },
    },
  },
  {
    dialect: 'slidev',
    isNote: true,
    what: 'what Slidev shows to the speaker alone',
    fate: 'is shown to the audience',
    cure: 'Write it below a line `Note:` at the end of its slide.',
    token: {
      on: html,
      find: (_, { html }) =>
        html
          .filter(({ name }) => /^render-?when$/i.test(name ?? ''))
          .flatMap(({ attributes }) => attributes.filter(([key]) => key === 'context' || key === ':context'))
          .filter(([, value]) => /presenter/.test(value) && !/slide|main|visible|print/.test(value))
          .map(([, value]) => `<RenderWhen context="${value}">`)[0],
    },
  },
  {
    dialect: 'slidev',
    onlyThere: true,
    isNote: true,
    what: 'a note for the speaker in Slidev',
    fate: 'is left out of every file',
    cure: 'Write it below a line `Note:` at the end of its slide.',
    token: {
      on: html,
      find: (token, { html, after }) =>
        token.type === 'html_block' && after === undefined ? remarkFor(html, () => false) : undefined,
    },
  },
];

function isCapital(name: string): boolean {
  return name !== name.toLowerCase();
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function lineEnd(text: string, pos: number): number {
  const end = text.indexOf('\n', pos);
  return end === -1 ? text.length : end;
}
