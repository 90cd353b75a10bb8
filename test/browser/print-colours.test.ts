import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserProvider, createBrowserProvider } from '../../src/browser/browser-provider.js';
import { checkPdf } from '../../src/check/check-pdf.js';
import { readPdf } from '../../src/export/read-pdf/read-pdf.js';
import { run } from '../support/command.js';
import { pageGrounds } from '../support/page-grounds.js';

type Theme = 'seminar' | 'seminar-dark';

/** Every form of ground that an author can lay behind a slide, and the colour of its lower right corner in each theme. */
const forms: readonly (readonly [string, string, Readonly<Record<Theme, string>>])[] = [
  ['nothing', '', { seminar: '#fbfaf7', 'seminar-dark': '#14181f' }],
  ['a dark colour', 'background-color="#123456"', both('#123456')],
  ['a light colour', 'background-color="#f5e6c8"', both('#f5e6c8')],
  ['a colour in the middle', 'background-color="teal"', both('#008080')],
  ['a bright green, dark by Reveal’s count', 'background-color="#00d800"', both('#00d800')],
  ['a colour in another notation', 'background="oklch(30% 0.1 250)"', both('#002e5d')],
  ['a colour seen through', 'background-color="rgb(0 0 0 / 80%)"', { seminar: '#323231', 'seminar-dark': '#040506' }],
  ['a dark gradient', 'background-gradient="linear-gradient(#283b95, #124455)"', both('#124456')],
  ['a light gradient', 'background-gradient="linear-gradient(#fff, #dfeaff)"', both('#dfeaff')],
  ['a picture', 'background-image="ground.svg"', { seminar: '#cfe2f3', 'seminar-dark': '#0b2239' }],
  ['a picture, short', 'background="ground.svg"', { seminar: '#cfe2f3', 'seminar-dark': '#0b2239' }],
  [
    'a faint picture',
    'background-image="ground.svg" background-opacity=0.5',
    { seminar: '#e5eef5', 'seminar-dark': '#101d2c' },
  ],
  ['a picture on a dark colour', 'background-image="hole.svg" background-color="#123456"', both('#123456')],
  ['a picture half dark, half light', 'background-image="halves.svg"', both('#f7e7c7')],
  ['a scrim', '.shaded background-image="ground.svg"', { seminar: '#fbfaf7', 'seminar-dark': '#14181f' }],
  ['a film on its own colour', 'background-video="boat.webm" background-color="#0a3d1e"', both('#083e1e')],
  ['a film that cannot be shown', 'background-video="film.mp4"', { seminar: '#fbfaf7', 'seminar-dark': '#14181f' }],
  ['a film on a dark colour', 'background-video="film.mp4" background-color="#123456"', both('#123456')],
];

function both(colour: string): Readonly<Record<Theme, string>> {
  return { seminar: colour, 'seminar-dark': colour };
}

/** What the theme draws besides words: a diagram with a label on its line, a map, code, a table, a quotation. */
const drawn = [
  '```mermaid {alt="A ferry goes to an island"}\nflowchart LR\n  port[Port]:::nato -->|ferry| island[Island]\n```',
  '```map\nfit: [EE, LV]\nhighlight: { EE: nato }\n```',
  '```js\nconst ferry = "six"; // at night\n```',
  '| Ship | Leaves |\n|---|---|\n| Anna | at six |',
  '> The ferry waits for nobody\n>\n> — A captain',
];

function deckIn(theme: Theme): string {
  const slides = forms.map(
    ([what, attributes]) => `## On ${what} {${attributes}}\n\n- Words, *some* and \`code\`\n- And more`,
  );
  const scrim =
    '<style>.shaded::before { content: ""; position: absolute; inset: -40px -200px; background: var(--paper); z-index: -1 }</style>';
  const figures = drawn.flatMap((block, index) => [
    `## Drawn ${index + 1}\n\n${block}`,
    `## Drawn ${index + 1} in the dark {background-color="#123456"}\n\n${block}`,
  ]);
  return `---\ntitle: Grounds\nlang: en\ntheme: ${theme}\n---\n\n# Grounds\n\n${scrim}\n\n---\n\n${[...slides, ...figures].join('\n\n---\n\n')}\n`;
}

const picture = (colour: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="${colour}"/>${more}</svg>`;

let work: string;
let browser: BrowserProvider;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'pilcrow-print-colours-'));
  browser = createBrowserProvider({ env: process.env });
});
afterAll(async () => {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
});

async function faintIn(pdf: Uint8Array): Promise<readonly string[]> {
  const reading = await readPdf(pdf, 'a.pdf', { look: true });
  expect(reading.faint).toBeDefined();
  return checkPdf(reading, 'a.pdf')
    .filter(({ rule }) => rule === 'pdf-contrast')
    .map(({ place, message }) => `page ${place.line}: ${message}`);
}

describe.each<Theme>(['seminar', 'seminar-dark'])('the theme %s', (theme) => {
  const made = (file: string): string => join(work, 'dist/export', theme, file);

  beforeAll(async () => {
    const folder = join(work, 'slides', theme);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'deck.md'), deckIn(theme));
    writeFileSync(join(folder, 'ground.svg'), picture(theme === 'seminar' ? '#cfe2f3' : '#0b2239'));
    writeFileSync(join(folder, 'other.svg'), picture(theme === 'seminar' ? '#0b2239' : '#cfe2f3'));
    writeFileSync(join(folder, 'halves.svg'), picture('#f7e7c7', '<rect width="8" height="9" fill="#0b2239"/>'));
    writeFileSync(join(folder, 'hole.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>');
    writeFileSync(join(folder, 'film.mp4'), 'no film');
    cpSync(new URL('../fixtures/films/boat.webm', import.meta.url), join(folder, 'boat.webm'));
    const { code, reported } = await run(['export', theme, '--to', 'html,pdf,handout,reader', '--quiet'], work);
    expect([code, reported.filter((line) => line.includes(' error '))]).toEqual([0, []]);
    // Of the two slides whose film is none.
    expect(reported.filter((line) => line.includes(' warning film-unseen '))).toHaveLength(2);
  }, 120_000);

  test('has words that stand out on every ground, and check finds none that do not', async () => {
    const { printed } = await run(['check', theme, '--quiet', '--format', 'json'], work);
    const { diagnostics } = JSON.parse(printed.join('\n')) as { diagnostics: readonly { rule: string }[] };
    expect(diagnostics.filter(({ rule }) => rule === 'text-contrast')).toEqual([]);
  });

  test('prints slides.pdf as the deck is on screen, and every word of it is seen', async () => {
    const pdf = readFileSync(made('slides.pdf'));
    expect(await faintIn(pdf)).toEqual([]);
    const grounds = (await pageGrounds(pdf)).slice(1, 1 + forms.length);
    expect(Object.fromEntries(forms.map(([what], index) => [what, grounds[index]]))).toEqual(
      Object.fromEntries(forms.map(([what, , colours]) => [what, colours[theme]])),
    );
  });

  test.each(['handout-student', 'reader'])('prints %s light, and every word of it is seen', async (file) => {
    const pdf = readFileSync(made(`${file}.pdf`));
    expect(await faintIn(pdf)).toEqual([]);
    expect(new Set(await pageGrounds(pdf))).toEqual(new Set(['#ffffff']));
  });

  test("prints light from the browser's own menu, but for pictures, and every word is seen", async () => {
    const url = pathToFileURL(made(`${theme}.html`)).href;
    await browser.withPage({ allow: (asked) => asked.startsWith(url) || asked.startsWith('blob:') }, async (page) => {
      await page.goto(url);
      await page.waitForFunction(() => document.querySelector('.reveal.ready') !== null);
      await page.evaluate(async () => Promise.all([...document.fonts].map((face) => face.load())));
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      expect(await faintIn(pdf)).toEqual([]);
      const grounds = (await pageGrounds(pdf)).slice(1, 1 + forms.length);
      const shown = Object.fromEntries(forms.map(([what], index) => [what, grounds[index]]));
      const kept = forms.filter(([what]) => /picture|light colour|green/.test(what));
      expect(shown).toEqual({
        ...Object.fromEntries(forms.map(([what]) => [what, '#ffffff'])),
        ...Object.fromEntries(kept.map(([what, , colours]) => [what, colours[theme]])),
        // Half of a light deck's picture, half of the paper, which is white here.
        ...(theme === 'seminar' ? { 'a faint picture': '#e7f0f9' } : { 'a scrim': '#14181f' }),
      });
    });
  });
});
