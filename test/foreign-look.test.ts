import { describe, expect, test } from 'vitest';
import { withChosenMode } from '../src/commands/choose-mode.js';
import { layoutDiagnostics } from '../src/measure/layout-diagnostics.js';
import type { RenderedSlide } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { sourceOf } from './support/outline.js';

function chosen(text: string, folder = false): { readonly mode: string; readonly said: readonly string[] } {
  const { settings, bodyLine } = readFrontMatter(text, 'talk.md', folder);
  const { settings: shown, diagnostics } = withChosenMode(parseDeck(sourceOf(text, { settings, bodyLine })));
  return { mode: shown.mode, said: diagnostics.map(({ rule, severity }) => `${severity} ${rule}`) };
}

describe('a style sheet of the deck', () => {
  const sheet = (css: string, front = ''): ReturnType<typeof chosen> =>
    chosen(`${front === '' ? '' : `---\n${front}\n---\n\n`}# A\n\n<style>\n${css}\n</style>\n\nwords\n`);
  test.each([
    ['section { background: #101010; color: white }', 'dark'],
    ['.reveal { background-color: black }', 'dark'],
    ['.reveal .slides section { background: #222 !important }', 'dark'],
    ['body { background: linear-gradient(red, blue) #000 }', 'dark'],
    ['section { background: black } section { background: #fff8e7 }', 'light'],
    ['section.lead { background: black }', 'light'],
    ['.reveal pre { background: black }', 'light'],
    ['section { background: rgb(0 0 0 / 10%) }', 'light'],
    ['section { background: black', 'dark'],
    ['section { background: }}}', 'light'],
    ['.reveal p { color: white }', 'dark'],
    ['.hot { color: white; background: black }', 'light'],
  ])('%s makes it %s', (css, mode) => expect(sheet(css).mode).toBe(mode));

  test('goes before the name of a theme and says so, both ways', () => {
    const black = 'section { background: #101010 }';
    expect(sheet(black, 'theme: white')).toEqual({ mode: 'dark', said: ['note theme'] });
    expect(sheet(black, 'marp: true').mode).toBe('dark');
    expect(sheet('.reveal { background: ivory }', 'theme: black').mode).toBe('light');
    expect(sheet(black, 'theme: black').said).toEqual([]);
  });

  test('of one slide alone, or in a deck of our own, says nothing', () => {
    expect(chosen('# A\n\n<style scoped>section { background: black }</style>\n').mode).toBe('light');
    expect(sheet('section { background: black }', 'theme: seminar').mode).toBe('light');
  });
});

describe('a Markdown file that names no theme', () => {
  test.each([
    ['an .element comment', 'Shown <!-- .element: style="color: white" -->'],
    ['raw HTML', '<p style="color:yellow">words</p>'],
    ['a span in a heading', '## <span style="color:#fff">White</span>'],
    ['braces', '[words]{style="color: rgb(240 240 240)"}'],
    ['a font element', '<font color="white">words</font>'],
    ['the slide', '<!-- .slide: style="color: white" -->\n\nwords'],
  ])('is shown dark, and says so, where words are white by %s', (_, text) => {
    expect(chosen(text)).toEqual({ mode: 'dark', said: ['note theme'] });
  });

  test.each([
    ['nothing has a colour', '## Plain'],
    ['as many are black', '<i style="color:white">a</i> <i style="color:#111">b</i>'],
    ['white words have their own ground', '<p style="color:white; background: black">a</p>'],
    ['their slide has', '<!-- .slide: data-background-color="black" -->\n\n<p style="color:white">a</p>'],
    ['the style is broken', '<p style="color:;;}{">a</p>'],
    ['only a border is white', '<p style="border-color: white">a</p>'],
  ])('stays light where %s', (_, text) => {
    expect(chosen(text)).toEqual({ mode: 'light', said: [] });
  });
});

test('a theme, a tool whose decks are light, or a folder of ours decide', () => {
  const white = '<p style="color:white">a</p>\n';
  expect(chosen(`---\ntheme: white\n---\n\n${white}`).mode).toBe('light');
  expect(chosen(`---\nmarp: true\n---\n\n${white}`).mode).toBe('light');
  expect(chosen(white, true).mode).toBe('light');
});

test('faint words are said in decks of other tools as in ours', () => {
  const faint = [{ text: 'words', contrast: 1.1, needed: 4.5 }];
  const none = { left: 0, right: 0, top: 0, bottom: 0 };
  const layout = { slides: [{ id: 'a', overflow: none, clipped: [], broken: [], headingLines: 1, faint }] };
  const slide = { id: 'a', number: 1, title: 'A', place: { path: 'talk.md', line: 1 } } as unknown as RenderedSlide;
  const severities = [true, false].map((ours) => {
    const { settings } = readFrontMatter('', 'talk.md', ours);
    return layoutDiagnostics(layout, [slide], settings).map(({ rule, severity }) => `${severity} ${rule}`);
  });
  expect(severities).toEqual([['warning text-contrast'], ['warning text-contrast']]);
});
