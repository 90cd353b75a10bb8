import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RenderedDeck, RenderedSlide } from '../../src/model.js';

const reveal = join(createRequire(import.meta.url).resolve('reveal.js'), '..');
const read = (name: string): string => readFileSync(join(reveal, name), 'utf8');

/** A slide of a fixture: its heading, and the HTML below it. */
export interface FixtureSlide {
  readonly id: string;
  readonly title: string;
  readonly body?: string;
  readonly attributes?: string;
  readonly v?: number;
}

/** A deck as the renderer hands it on, with just what printing looks at. */
export function renderedFixture(slides: readonly FixtureSlide[], changes: Partial<RenderedDeck> = {}): RenderedDeck {
  let h = -1;
  const rendered = slides.map(({ id, title, body = '', attributes = '', v = 0 }, index): RenderedSlide => {
    if (v === 0) h += 1;
    const html = `<section id="${id}" ${attributes}>${title === '' ? '' : `<h2>${title}</h2>`}${body}</section>`;
    return {
      id,
      title,
      index: { h, v },
      place: { path: 'deck.md', line: index * 10 + 1 },
      html,
    };
  });
  return {
    name: 'fixture',
    title: 'Fixture — «проба»',
    lang: 'en',
    author: 'A. Author',
    settings: { lang: 'en', mode: 'light', usesOwnTheme: true, cuts: [], handoutNotes: false, revealOptions: {} },
    edition: { audience: 'student' },
    slides: rendered,
    assets: [],
    features: { math: false },
    styles: [],
    scripts: [],
    leftOut: new Set(),
    diagnostics: [],
    ...changes,
  };
}

/** The deck as one file with Reveal inside, in the shape the client gives it. */
export function singleFile({ slides, lang, title }: RenderedDeck, style = ''): string {
  const sections = [...new Set(slides.map(({ index }) => index.h))].map((h) => {
    const column = slides.filter(({ index }) => index.h === h);
    const html = column.map((slide) => slide.html).join('\n');
    return column.length > 1 ? `<section>${html}</section>` : html;
  });
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
<style>${read('reset.css')}${read('reveal.css')}
.reveal { font: 28px/40px 'Open Sans', sans-serif } .reveal .slides { text-align: left }
.reveal .slides section { height: 720px } .reveal .slides section > * { position: relative; top: 88px; left: 80px; max-width: 1120px } h2 { font: 600 42px/48px 'Open Sans' } ${style}</style></head>
<body><div class="reveal"><div class="slides">${sections.join('\n')}</div></div>
<script>${read('reveal.js').replaceAll('</script', '<\\/script')}</script>
<script>globalThis.deck = new Reveal(document.querySelector('.reveal'), { width: 1280, height: 720, margin: 0, center: false, hash: true, transition: 'none' }); deck.on('pdf-ready', () => document.querySelectorAll('section').forEach((section) => ['aria-hidden', 'hidden', 'inert'].forEach((name) => section.removeAttribute(name)))); deck.initialize();</script>
</body></html>`;
}
