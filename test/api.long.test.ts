import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { createPilcrow, type PilcrowOptions } from '../src/api/create-pilcrow.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-api-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const map = '```map {alt="A country"}\nfit: [LT]\n```';
const title = '---\nlang: en\n---\n\n# Ports\n';

async function open(options: PilcrowOptions = {}) {
  const pilcrow = await createPilcrow({ cache: false, ...options });
  onTestFinished(pilcrow.dispose);
  return pilcrow;
}

describe('a text', () => {
  test('is rendered without a file', async () => {
    const deck = await (await open()).render(`${title}\n---\n\n## Ships come in\n\n- at night\n\nNote:\nAsk them.\n`);
    expect(deck.slides.map(({ id, place }) => `${id} ${place.path}:${place.line}`)).toEqual([
      'ports deck.md:5',
      'ships-come-in deck.md:9',
    ]);
    expect(deck.html).toContain('Ships come in');
    expect(deck.html).not.toContain('Ask them');
    expect(deck.diagnostics).toEqual([]);
  });

  test('is rendered for a teacher, and in another length', async () => {
    const text = `${title}\n---\n\n## Short {cut=15}\n\nNote:\nAsk them.\n\n---\n\n## Long\n`;
    const deck = await (await open()).render(text, { edition: { audience: 'teacher', cut: 15 } });
    expect(deck.html).toContain('Ask them');
    expect(deck.slides.map(({ id }) => id)).toContain('short');
  });

  test('finds its pictures and references in the base folder', async () => {
    writeFileSync(join(folder, 'quay.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    writeFileSync(join(folder, 'references.yaml'), '- { id: port2020, type: book, title: Ports }\n');
    const text = `${title}\n---\n\n## Quays\n\n![A quay](quay.svg)\n\n---\n\n## Sources {layout=sources}\n\n::: sources\n:::\n\nAs said [@port2020, ¶1].\n`;
    const pilcrow = await open();
    const errors = async (baseFolder?: string): Promise<readonly string[]> =>
      (await pilcrow.render(text, baseFolder === undefined ? {} : { baseFolder })).diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule);
    expect(await errors(folder)).not.toContain('image-missing');
    expect(await errors()).toContain('image-missing');
  });

  test('of someone else is read with nothing outside its folder', async () => {
    const own = join(folder, 'own');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(folder, 'secret.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><text>secret</text></svg>');
    const text = `${title}\n![x](../secret.svg)\n\n<img src="x" onerror="alert(1)" alt="y">\n`;
    const pilcrow = await open({ untrusted: true });
    for (const options of [{ baseFolder: own }, {}]) {
      const { html, slides } = await pilcrow.render(text, options);
      expect(slides).toHaveLength(1);
      expect(html).not.toContain('>secret<');
      expect(html).not.toContain('alert(1)');
    }
  });

  test.each([
    ['nothing', ''],
    ['one letter', 'x'],
    ['another script', '# Гавань 港口 🚢'],
    ['a byte order mark and Windows lines', '\uFEFF---\r\nlang: en\r\n---\r\n\r\n# A\r\n'],
  ])('of %s is rendered', async (_name, text) => {
    const { html, slides } = await (await open()).render(text);
    expect(html).toMatch(/^<!doctype html>/i);
    expect(slides.length).toBeLessThanOrEqual(1);
  });
});

describe('a path', () => {
  test('is a folder or a file, relative to the base folder', async () => {
    mkdirSync(join(folder, 'harbour'), { recursive: true });
    writeFileSync(join(folder, 'harbour/deck.md'), title);
    const pilcrow = await open();
    const both = [{ path: 'harbour' }, { path: 'harbour/deck.md' }].map((deck) =>
      pilcrow.render(deck, { baseFolder: folder }),
    );
    for (const { slides } of await Promise.all(both)) expect(slides.map(({ id }) => id)).toEqual(['ports']);
    await expect(pilcrow.render({ path: join(folder, 'none') })).rejects.toMatchObject({ code: 'deck-not-found' });
  });
});

test('what is wrong is said once, in reading order', async () => {
  const text = `${title}\n![a](b.png)\n\n![a](b.png)\n\n---\n\n## Two [[x]{.teachr}\n`;
  const said = (await (await open()).render(text)).diagnostics;
  const lines = said.map(({ place }) => place.line);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  const words = said.map(formatDiagnostic);
  expect(words.length).toBeGreaterThan(1);
  expect(new Set(words).size).toBe(words.length);
});

test('two renders at once give what each gives by itself', async () => {
  const texts = [`${title}\n${map}\n\n$\\newcommand{\\x}{1}\\x$\n`, '---\nlang: de\n---\n\n# Häfen\n\n$\\x$\n'];
  const pilcrow = await open();
  const alone = [];
  for (const text of texts) alone.push((await pilcrow.render(text)).html);
  const together = await Promise.all(texts.map((text) => pilcrow.render(text)));
  expect(together.map(({ html }) => html)).toEqual(alone);
});

describe('the cache', () => {
  test('keeps drawings in the folder that is named', async () => {
    const cache = join(folder, 'kept');
    await (await open({ cache })).render(`${title}\n${map}\n`);
    expect(readdirSync(join(cache, 'drawings'))).toHaveLength(1);
  });

  test('that fails stops nothing, and is told of once', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const told: string[] = [];
    const pilcrow = await createPilcrow({ cache: join(file, 'cache'), report: (message) => told.push(message) });
    const first = await pilcrow.render(`${title}\n${map}\n`);
    const second = await pilcrow.render(`${title}\n${map}\n`);
    expect(second.html).toBe(first.html);
    await pilcrow.dispose();
    await pilcrow.dispose();
    expect(told).toEqual([expect.stringContaining('nothing was kept')]);
  });
});

describe('after it was disposed of', () => {
  test('nothing is rendered, and what was rendered prints nothing', async () => {
    const pilcrow = await createPilcrow({ cache: false });
    const deck = await pilcrow.render(title);
    await pilcrow.dispose();
    await expect(pilcrow.render(title)).rejects.toMatchObject({ code: 'interrupted' });
    await expect(deck.pdf()).rejects.toMatchObject({ code: 'interrupted' });
    await expect(deck.check()).rejects.toMatchObject({ code: 'interrupted' });
  });

  test('what was being rendered is rejected', async () => {
    const pilcrow = await createPilcrow({ cache: false });
    const rendering = pilcrow.render(`${title}\n${map}\n`);
    const rejected = expect(rendering).rejects.toMatchObject({ code: 'interrupted' });
    await pilcrow.dispose();
    await rejected;
  });
});

test('the README shows the shortest program there is', () => {
  const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const [, script = ''] = read('scripts/embed.ts').split(/(?<=\*\/)\n/);
  expect(script.split('\n').length).toBeGreaterThan(5);
  expect(read('README.md')).toContain(`\`\`\`ts\n${script}\`\`\``);
});
