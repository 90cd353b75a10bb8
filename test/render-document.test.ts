import { describe, expect, test } from 'vitest';
import type { AssetResolver, ClientBundle, RenderedDeck, ScriptAndStyle } from '../src/model.js';
import { composeDeck } from '../src/render/documents/deck.js';
import { composeIndex } from '../src/render/documents/index.js';

const client: ClientBundle = {
  folder: '/client',
  script: 'first()',
  style: '.deck{}',
  paperStyle: '.paper{}',
  mathStyle: '.katex{}',
  glyphs: new Set(),
  speaker: { script: 'speak()', style: '.speaker{}' },
  onDemand: { script: 'open()', style: '.modal{}' },
  whole: 'start("</script><!--")',
};
const assets: AssetResolver = {
  file: (path) => (path.endsWith('none.png') ? undefined : `assets${path}?a="b"`),
  style: (css, base, name) => `<style data-name="${name}" data-base="${base}">${css}</style>`,
  script: (code, name) => `<script data-name="${name}">${code}</script>`,
  cspSources: ["'self'"],
  connectSources: [],
};
const place = { path: 'deck.md', line: 1 };
const slide = (id: string, h: number, v: number, html = ''): RenderedDeck['slides'][number] => ({
  id,
  index: { h, v },
  title: id,
  place,
  html: `<section id="${id}">${html}</section>`,
});
const rendered: RenderedDeck = {
  name: 'test',
  title: 'A "deck" & more',
  lang: 'be-tarask',
  author: 'An <author>',
  settings: {
    lang: 'be-tarask',
    mode: 'dark',
    usesOwnTheme: true,
    cuts: [],
    handoutNotes: false,
    revealOptions: { transition: 'fade', width: 960, x: '</script>' },
  },
  edition: { audience: 'student' },
  slides: [
    slide('a', 0, 0, '<img src="\uFDD0asset-1\uFDD1"><img src="\uFDD0asset-2\uFDD1">'),
    slide('b', 1, 0),
    slide('c', 1, 1),
    slide('d', 2, 0),
  ],
  assets: [
    { marker: '\uFDD0asset-1\uFDD1', file: '/deck/a.png', place },
    { marker: '\uFDD0asset-2\uFDD1', file: '/deck/none.png', place },
  ],
  features: { math: false },
  styles: [{ path: 'style.css', file: '/deck/css/style.css', text: '.own{}' }],
  scripts: [{ path: 'own.js', file: '/deck/js/own.js', text: 'own()' }],
  leftOut: new Set(),
  diagnostics: [],
};
const compose = (changes: Partial<RenderedDeck> = {}): string =>
  composeDeck({ ...rendered, ...changes }, client, assets, (script) => `sha256-${script.length}`);

describe('the document of a deck', () => {
  test('says language, title, author and theme', () => {
    const html = compose();
    expect(html).toContain('<html lang="be-tarask" data-theme="dark">');
    expect(html).toContain('<title>A &quot;deck&quot; &amp; more</title>');
    expect(html).toContain('<meta name="author" content="An &lt;author&gt;">');
    expect(compose({ author: '' })).not.toContain('name="author"');
    expect(compose({ settings: { ...rendered.settings, mode: 'light' } })).not.toContain('data-theme');
  });

  test('stacks the slides of a column', () => {
    const sections = compose()
      .match(/<\/?section( id="\w")?>/g)
      ?.join('');
    expect(sections).toBe(
      '<section id="a"></section><section><section id="b"></section><section id="c"></section></section><section id="d"></section>',
    );
  });

  test('admits scripts by the hash of what stands in the page, and nothing from elsewhere', () => {
    const html = compose();
    const script = /<script data-name="deck">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(script).toBe('start("<\\/script><\\!--")');
    expect(html).toContain(`script-src 'sha256-${script.length}' 'sha256-5' 'self'; `);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("connect-src 'none'");
  });

  test("brings the author's styles after the theme's, and KaTeX's only for formulas", () => {
    const names = (html: string): string[] =>
      [...html.matchAll(/<style data-name="(.*?)"/g)].map(([, name]) => name ?? '');
    expect(names(compose())).toEqual(['deck', 'on-demand', 'style']);
    expect(names(compose({ features: { math: true } }))).toEqual(['deck', 'on-demand', 'katex', 'style']);
    expect(compose()).toContain('data-base="/deck/css"');
  });

  test('names what is loaded on demand, but has it in the page for scripts of the author', () => {
    const later = (parts: ScriptAndStyle, base: string, name: string): ScriptAndStyle => ({
      script: `${base}/${name}.js?${parts.script}`,
      style: `${base}/${name}.css?${parts.style}`,
    });
    const composed = (changes: Partial<RenderedDeck>): string =>
      composeDeck({ ...rendered, ...changes }, client, { ...assets, later }, () => 'sha256-x');
    const json = /id="on-demand">(.*?)<\/script>/.exec(composed({ scripts: [] }))?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({
      script: '/client/on-demand.js?open()',
      style: '/client/on-demand.css?.modal{}',
    });
    expect(composed({ scripts: [] })).toContain('first(');
    expect(composed({})).not.toContain('id="on-demand"');
    expect(composed({})).toContain('start(');
  });

  test('puts addresses in the place of markers', () => {
    expect(compose()).toContain('<img src="assets/deck/a.png?a=&quot;b&quot;"><img src="data:,">');
  });

  test("hands the author's options to Reveal, but not the stage", () => {
    const json = /id="reveal-options">(.*)<\/script>/.exec(compose())?.[1] ?? '';
    expect(json).not.toContain('</script>');
    expect(JSON.parse(json)).toMatchObject({
      transition: 'fade',
      width: 1280,
      height: 720,
      hash: true,
      x: '</script>',
    });
  });
});

test('the list of decks links each and runs no script', () => {
  const deck = { name: 'a deck', title: 'A & B', lang: 'en', slides: 1, minutes: 45, author: 'C' };
  const html = composeIndex([deck], client, assets);
  expect(html).toContain('<h2><a href="a%20deck/index.html">A &amp; B</a></h2>');
  expect(html).toContain('C · 1 slide · 45\u00A0min');
  expect(html).toContain("script-src 'none'");
  expect(html).not.toContain('<script');
});

test.each([
  [['de', 'de-AT'], '<html lang="de">', '<h1>Präsentationen</h1>'],
  [['de', 'fr'], '<html lang="en">', '<h1>Decks</h1>'],
  [['eo', 'eo'], '<html lang="en">', '<h1>Decks</h1>'],
])('a list of decks in %j speaks their language where they have but one', (langs, opening, heading) => {
  const decks = langs.map((lang) => ({ name: 'a', title: 'A', lang, slides: 2 }));
  const html = composeIndex(decks, client, assets);
  expect(html).toContain(opening);
  expect(html).toContain(heading);
});
