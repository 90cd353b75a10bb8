import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingBrandLetters } from '../src/check/rules/brand-letters.js';
import { missingGlyphs } from '../src/check/rules/glyph-missing.js';
import { createFontReader } from '../src/fonts/font-reader.js';
import { readFont } from '../src/fonts/read-font.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import { chosenFont, themeFamilies } from '../src/model/typeface.js';
import { parseDeck } from '../src/parse/deck.js';
import { logoStyle } from '../src/read/brand/logo-style.js';
import { type ReadBrand, readBrand } from '../src/read/brand/read-brand.js';
import { readDeck } from '../src/read/deck.js';
import { noCache } from '../src/system/cache.js';
import { copyFont, writeBrandFiles } from './support/brand-files.js';
import { root } from './support/command.js';
import { testEffects } from './support/effects.js';
import { fixtureFolder } from './support/twins.js';

const fonts = createFontReader(noCache);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-brand-'));
  writeBrandFiles(folder);
  writeFileSync(join(folder, 'files/logo.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The brand in a file of the folder, as a deck there names it. */
async function brandIn(name: string, cwd = folder): Promise<ReadBrand> {
  const deck = { folder: cwd, path: 'deck.md' };
  const text = `brand: ${name}\n`;
  const yaml = (await import('../src/read/yaml.js')).readYaml(text, 'deck.md', 2);
  return readBrand(deck, { value: name, yaml }, testEffects(cwd), fonts);
}

describe('a brand', () => {
  const cases = readdirSync(fixtureFolder('brand')).filter((name) => name.endsWith('.yaml'));
  test.each(cases)('%s: what is said of it, and its style sheet', async (name) => {
    const { diagnostics, sheet } = await brandIn(name);
    const twin = join(fixtureFolder('brand'), `${basename(name, '.yaml')}.txt`);
    const text = [
      ...diagnostics.map(formatDiagnostic),
      '',
      sheet?.text.replace(logoStyle, '(where the logo stands)\n') ?? 'no style sheet',
      '',
    ].join('\n');
    await expect(text).toMatchFileSnapshot(twin);
  });

  test('that is named and not there leaves the theme’s look', async () => {
    const { brand, diagnostics } = await brandIn('no/brand.yaml');
    expect(brand).toBeUndefined();
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      'deck.md:2:8 warning brand There is no file "no/brand.yaml"; the deck has the theme\'s own look. Correct the path; it is relative to the deck\'s folder.',
    ]);
  });

  test('is found above the deck, and not beyond where the command runs', async () => {
    const top = mkdtempSync(join(tmpdir(), 'pilcrow-brand-'));
    const deck = join(top, 'course/slides/ports');
    mkdirSync(deck, { recursive: true });
    mkdirSync(join(top, 'brand'));
    writeFileSync(join(top, 'brand/brand.yaml'), 'name: Harbour Institute\n');
    writeFileSync(join(deck, 'deck.md'), '# Ports\n');
    const location = { name: 'ports', file: join(deck, 'deck.md'), folder: deck, isFolder: true };
    const brandFrom = async (cwd: string, untrusted = false): Promise<string | undefined> =>
      (await readDeck(location, testEffects(cwd), { fonts, untrusted })).brand?.name;
    expect(await brandFrom(top)).toBe('Harbour Institute');
    expect(await brandFrom(join(top, 'course'))).toBeUndefined();
    expect(await brandFrom(top, true), 'of a deck nobody vouches for').toBeUndefined();
    writeFileSync(join(deck, 'deck.md'), '---\nbrand: false\n---\n\n# Ports\n');
    expect(await brandFrom(top)).toBeUndefined();
    writeFileSync(join(deck, 'deck.md'), '---\nbrand: { name: Another, colours: { acent: "#000" } }\n---\n\n# Ports\n');
    const { brand, diagnostics } = await readDeck(location, testEffects(top), { fonts });
    expect(brand?.name).toBe('Another');
    expect(diagnostics.map(({ place, rule }) => [rule, place.line, place.column])).toContainEqual(['brand', 2, 36]);
    rmSync(top, { recursive: true });
  });
});

describe('the examples of docs/brand.md', () => {
  const text = readFileSync(join(root, 'docs/brand.md'), 'utf8');
  const examples = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => yaml);
  test.each(examples)('say nothing wrong: %s', async (yaml) => {
    const own = mkdtempSync(join(tmpdir(), 'pilcrow-brand-'));
    writeFileSync(join(own, 'brand.yaml'), yaml);
    for (const [name] of yaml.matchAll(/[\w/-]+\.(?:woff2|ttf|svg)/g)) {
      if (name.endsWith('.svg')) writeFileSync(join(own, name), '<svg xmlns="http://www.w3.org/2000/svg"/>');
      else copyFont(/Italic/.test(name) ? 'Italic' : /Bold/.test(name) ? 'Bold' : 'Regular', join(own, name));
    }
    const { diagnostics } = await brandIn('brand.yaml', own);
    expect(diagnostics.map(formatDiagnostic)).toEqual([]);
    rmSync(own, { recursive: true });
  });
});

describe('a font', () => {
  const bytesOf = (path: string): Buffer => readFileSync(join(root, 'node_modules', path));
  test('says its family, weight, slant and how wide letters are', () => {
    const read = readFont(bytesOf('pdfjs-dist/standard_fonts/LiberationSans-BoldItalic.ttf'));
    expect(read).toMatchObject({ facts: { family: 'Liberation Sans', weight: [700, 700], isItalic: true } });
    const packed = readFont(bytesOf('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2'));
    expect(packed).toMatchObject({ facts: { weight: [400, 400], isItalic: false } });
    const [stretch] = 'facts' in packed ? packed.facts.widths : [];
    expect(stretch?.[0]).toBe(0x20);
    expect(stretch?.[1].slice(0, 3)).toEqual([200, 289, 426]);
  });

  test.each([
    ['cut short', bytesOf('pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf').subarray(0, 900)],
    ['empty', Buffer.alloc(0)],
    ['of zeros behind the sign', Buffer.concat([Buffer.from([0, 1, 0, 0]), Buffer.alloc(4000)])],
  ])('that is %s is said to be none', (_what, bytes) => {
    expect(readFont(bytes)).toHaveProperty('why');
  });

  test('is chosen as a browser chooses', () => {
    const font = (weight: number, isItalic = false) => ({
      family: 'A',
      file: `${weight}`,
      weight: [weight, weight] as const,
      isItalic,
      letters: new Map<number, number>(),
    });
    const family = { name: 'A', fonts: [font(300), font(400, true), font(500), font(700)] };
    const weightOf = (weight: number, isItalic = false): unknown => chosenFont(family, weight, isItalic)?.weight[0];
    expect([weightOf(400), weightOf(600), weightOf(900), weightOf(700, true)]).toEqual([500, 700, 700, 400]);
  });
});

test('letters that a font of the brand lacks are named at their first place; those of no font otherwise', async () => {
  const own = mkdtempSync(join(tmpdir(), 'pilcrow-brand-'));
  mkdirSync(join(own, 'brand'));
  const latin = join(root, 'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2');
  copyFileSync(latin, join(own, 'brand/Latin.woff2'));
  writeFileSync(join(own, 'brand/brand.yaml'), 'fonts: { headings: Latin.woff2 }\n');
  const text = '# Ports\n\n---\n\n## Парты ў марозе\n\n- Ľad ў\n\n---\n\n## Žemaitė Ꮳ\n';
  writeFileSync(join(own, 'deck.md'), text);
  const location = { name: 'deck', file: join(own, 'deck.md'), folder: own, isFolder: true };
  const deck = parseDeck(await readDeck(location, testEffects(own), { fonts }));
  const glyphs = new Set([...text.replace('Ꮳ', '')].map((letter) => letter.codePointAt(0) ?? 0));
  const found = missingBrandLetters({ deck, glyphs, today: new Date(0) });
  expect(found.map(({ message, place }) => ['brand-letters', `${place.line}: ${message}`])).toMatchInlineSnapshot(`
    [
      [
        "brand-letters",
        "5: 10 letters of the Cyrillic script are not in the font “Source Serif 4” of the brand (\`headings\`), and are set in the theme’s own: П а р т ы ў м о ….",
      ],
      [
        "brand-letters",
        "11: 2 letters of the Latin script are not in the font “Source Serif 4” of the brand (\`headings\`), and are set in the theme’s own: Ž ė.",
      ],
    ]
  `);
  expect(missingGlyphs({ deck, glyphs, today: new Date(0) }).map(({ place }) => place.line)).toEqual([11]);
  rmSync(own, { recursive: true });
});

test('behind the faces of a brand stand those of the theme', () => {
  const tokens = readFileSync(join(root, 'src/client/theme/tokens.css'), 'utf8');
  for (const { token, stack } of Object.values(themeFamilies)) expect(tokens).toContain(`--${token}: ${stack};`);
});
