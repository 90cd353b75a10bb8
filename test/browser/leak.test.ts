import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../src/commands/publish.js';
import { audiencesOf, type Format, type FormatName, formats } from '../../src/export/formats.js';
import { standardPaper } from '../../src/model.js';
import { papers } from '../../src/render/papers/papers.js';
import { testEffects } from '../support/effects.js';
import { fileTexts, plain } from '../support/file-texts.js';
import { plantedDeck, plantedSlides } from '../support/planted/planted-decks.js';
import { filesBelow } from '../support/reopened.js';
import { fixtureFolder } from '../support/twins.js';

const fixture = join(fixtureFolder('decks'), 'secrets');
/** What the deck keeps from students: every word with this beginning, in whatever file of the deck it stands. */
const secrets = secretsOf(fixture);
const named = (part: string): readonly string[] => secrets.filter((one) => one.includes(part));

const work = mkdtempSync(join(tmpdir(), 'pilcrow-leak-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A file somebody gets, and all that can be read in it, its path included. */
interface Searched {
  readonly path: string;
  readonly text: string;
}

describe('a deck with a secret in every place that can hold one', () => {
  let student: readonly Searched[];
  let teacher: readonly Searched[];
  beforeAll(async () => {
    ({ student, teacher } = await make('plain', Object.keys(formats) as FormatName[]));
  });

  test('has more than forty of them, none the beginning of another', () => {
    expect(secrets.length).toBeGreaterThan(40);
    const hidden = secrets.filter((one) => secrets.some((other) => other !== one && other.startsWith(one)));
    expect(hidden).toEqual([]);
  });

  test('is made in every format there is for students', () => {
    const made = student.map(({ path }) => path);
    expect(made).toEqual(expect.arrayContaining(['site/secrets/index.html', 'export/secrets/slides.pdf']));
    for (const { file, audiences } of papers)
      if (audiences.includes('student')) expect(made).toContain(`export/secrets/${file('student')}.pdf`);
  });

  test('gives its students none', () => {
    expect(leaksIn(student, secrets)).toEqual([]);
  });

  test('shows its students choices that differ in their words alone', () => {
    const page = readFileSync(join(work, 'plain/dist/site/secrets/index.html'), 'utf8');
    const choices = [...page.matchAll(/<li class="choice".*?<\/li>/gs)].map(([item]) => item.replace(/\s+/g, ' '));
    expect(choices).toEqual(['Northwards', 'Southwards', 'Nowhere'].map((one) => `<li class="choice">${one}</li>`));
    expect(page).not.toMatch(/\[[xX ]\]/);
  });

  test('gives its teacher all but those that are for nobody, or for a longer talk', () => {
    // The presenter’s file names no pictures; notes for students alone are for no teacher; what a picture says of itself is for nobody.
    const kept = [...named('nowhere'), ...named('long'), ...named('file'), 'quokkanoteinstudent', 'quokkaphotocomment'];
    const given = secrets.filter((one) => teacher.some(({ text }) => text.includes(one)));
    expect(given).toEqual(secrets.filter((one) => !kept.includes(one)));
  });

  test('gives a longer talk its own', async () => {
    const { teacher: long } = await make('long', ['html'], { cut: 90 });
    const words = named('long').filter((one) => !one.endsWith('file'));
    expect(words.filter((one) => !long.some(({ text }) => text.includes(one)))).toEqual([]);
  });
});

test('with notes for students keeps all but its notes', async () => {
  const { student } = await make('noted', studentFormats(), { settings: 'handoutNotes: true' });
  const notes = named('quokkanote');
  expect(
    leaksIn(
      student,
      secrets.filter((one) => !notes.includes(one)),
    ),
  ).toEqual([]);
  for (const file of ['site/secrets/index.html', 'export/secrets/handout-student.pdf']) {
    const text = student.find(({ path }) => path === file)?.text ?? '';
    const words = ['quokkanoteline', 'quokkanoteblock', 'quokkanoteinstudent', 'quokkanoteaside'];
    expect([file, words.filter((one) => !text.includes(one))]).toEqual([file, []]);
  }
});

test('a deck with a word for the teacher by each marker at each place gives its students none, PDFs unpacked', async () => {
  const planted = plantedSlides();
  const folder = join(work, 'planted', 'secrets');
  for (const [name, text] of Object.entries(plantedDeck(planted))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { student } = await publishAll(join(work, 'planted'), studentFormats(), {});
  expect(student.map(({ path }) => path)).toEqual(
    expect.arrayContaining(
      ['handout-student', 'worksheet', 'reader', 'slides'].map((one) => `export/secrets/${one}.pdf`),
    ),
  );
  const words = planted.map(({ token }) => plain(token));
  expect(
    leaksIn(student, words).map((leak) => `${leak}: ${planted.find(({ token }) => leak.startsWith(token))?.name}`),
  ).toEqual([]);
});

function studentFormats(): readonly FormatName[] {
  return Object.entries(formats).flatMap(([name, format]) =>
    audiencesOf(format).includes('student') ? [name as FormatName] : [],
  );
}

describe('the search', () => {
  const word = 'QuokkaPlanted';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><desc>${word}</desc></svg>`;
  const inBase64 = (text: string): string => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;
  test.each([
    ['in text', `<p>${word}</p>`],
    ['with soft hyphens and markup', '<p>Quok\u00ADka<b>Plan</b>ted</p>'],
    ['in entities', '<p>&#81;uokka&#x50;lanted</p>'],
    ['in an attribute', `<p data-x="${word}"></p>`],
    ['in a comment', `<!-- ${word} -->`],
    ['in a template', `<template><p title="&#81;uokkaPlanted"></p></template>`],
    ['in JSON', '<script type="application/json">{"a":"\\u0051uokkaPlanted"}</script>'],
    ['in a style', '.a::after { content: "\\51 uokkaPlanted" }'],
    ['in a picture', `<img src="${inBase64(svg)}">`],
    ['in a picture in a style in a page', `<style>a{background:url(${inBase64(svg)})}</style>`],
    ['in an address', `<img src="data:image/svg+xml,${encodeURIComponent(svg)}">`],
    ['in a link', '<a href="?%51uokkaPlanted"></a>'],
  ])('finds a word %s', async (_, file) => {
    expect(plain(await fileTexts(Buffer.from(file)))).toContain(plain(word));
  });
});

async function make(
  name: string,
  wanted: readonly FormatName[],
  { cut, settings }: { readonly cut?: number; readonly settings?: string } = {},
): Promise<{ readonly student: readonly Searched[]; readonly teacher: readonly Searched[] }> {
  const folder = join(work, name);
  cpSync(fixture, join(folder, 'secrets'), { recursive: true });
  const deck = join(folder, 'secrets', 'deck.md');
  if (settings !== undefined) writeFileSync(deck, readFileSync(deck, 'utf8').replace('---\n', `---\n${settings}\n`));
  return publishAll(folder, wanted, cut === undefined ? {} : { cut });
}

async function publishAll(
  folder: string,
  wanted: readonly FormatName[],
  { cut }: { readonly cut?: number },
): Promise<{ readonly student: readonly Searched[]; readonly teacher: readonly Searched[] }> {
  const effects = testEffects(folder, { env: { ...process.env, PILCROW_BROWSER: 'bundled' } });
  const options = {
    out: 'dist',
    steps: 'final',
    paper: standardPaper,
    quiet: true,
    ...(cut === undefined ? {} : { cut }),
  };
  const clean = await publish(['secrets'], wanted, options as Parameters<typeof publish>[2], effects);
  expect([clean, effects.reported.filter((line) => line.includes(' error '))]).toEqual([true, []]);
  const out = join(folder, 'dist');
  const searched: Searched[] = [];
  for (const path of filesBelow(out))
    searched.push({ path, text: plain(`${path} ${await fileTexts(readFileSync(join(out, path)))}`) });
  const isTeachers = ({ path }: Searched): boolean => teachersFiles.has(path.replace(/-\d+(?=\.\w+$)/, ''));
  return { student: searched.filter((one) => !isTeachers(one)), teacher: searched.filter(isTeachers) };
}

/** Whatever else is made is a student's. */
const teachersFiles = new Set(
  Object.values(formats).flatMap(({ files }: Format) =>
    (files.teacher ?? []).map((file) => `export/secrets/${file.replace('{deck}', 'secrets')}`),
  ),
);

function leaksIn(files: readonly Searched[], words: readonly string[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    words.filter((one) => text.includes(one)).map((one) => `${one} in ${basename(path)}`),
  );
}

function secretsOf(folder: string): readonly string[] {
  const texts = filesBelow(folder).map((path) => `${path} ${readFileSync(join(folder, path)).toString('latin1')}`);
  const words = texts.join('\n').match(/quokka[a-z]+/gi) ?? [];
  return [...new Set(words.map((word) => word.toLowerCase()))].sort();
}
