import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { Audience, Deck, Reference, RenderedDeck } from '../src/model.js';
import { readReferences } from '../src/read/references.js';
import { setReferences } from '../src/references/set-references.js';
import { noteReference } from '../src/render/reference.js';
import { type Cache, createCache } from '../src/system/cache.js';
import { deckOf } from './support/evidence.js';
import { renderDeck } from './support/render-deck.js';

const bibliography = `
- { id: preiherman2024, type: article-journal, author: [{ family: Preiherman, given: Yauheni }],
    title: Officials elaborate on policy, container-title: Eurasia Daily Monitor, issued: 2024-01-29 }
- { id: ivanov, type: book, author: [{ family: Иванов, given: Пётр }], title: Политика безопасности в регионе, issued: 2019 }
- { id: ivanov2, type: book, author: [{ family: Иванов, given: Пётр }], title: Соседи и союзники, issued: winter of 2021 }
- { id: smith, type: book, author: [{ family: Smith, given: Ann }], title: the <b>whole</b> of it & <script>more</script>, URL: 'https://example.org/x' }
`;

/** A list of titles: what a list of references does on slides does not depend on how its entries are set. */
const titlesOnly = {
  path: 'titles.csl',
  file: '/titles.csl',
  text: `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Titles</title><id>titles</id></info>
    <citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>`,
};

/** A complete style, as short as one can be: "Family (Year)". */
const authorYear = {
  path: 'own.csl',
  file: '/own.csl',
  text: `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Own</title><id>own</id></info>
    <citation><layout prefix="(" suffix=")" delimiter="; "><names variable="author"><name form="short"/></names><text variable="locator" prefix=" "/></layout></citation>
    <bibliography><sort><key variable="title" sort="descending"/></sort><layout><names variable="author"><name form="short"/></names><date variable="issued" prefix=" (" suffix=")"><date-part name="year"/></date></layout></bibliography></style>`,
};

function deckWith(markdown: string, text = bibliography): Deck {
  const { references } = readReferences({ path: 'references.yaml', file: '/references.yaml', text });
  return { ...deckOf(markdown), references };
}

function emptyCache(): Cache {
  return createCache(mkdtempSync(join(tmpdir(), 'pilcrow-references-')));
}

function words(html: string | undefined): string | undefined {
  return html?.replace(/<\/?(?:div|a)[^>]*>/g, '');
}

describe('references are set', () => {
  const deck = deckWith('## A [@preiherman2024, ¶5]\n\n- B [@preiherman2024, ¶¶5–6; @ivanov, ¶2]');

  test("in the Chicago Manual's notes, in its order, names written out each time", async () => {
    const { references, diagnostics } = await setReferences(deck, undefined, emptyCache());
    expect(references.map(({ set }) => words(set?.entry))).toEqual([
      'Preiherman, Yauheni. “Officials Elaborate on Policy.” <i>Eurasia Daily Monitor</i>, January 29, 2024.',
      'Smith, Ann. <i>The <b>Whole</b> of It &#38; &#60;script&#62;more&#60;/Script&#62;</i>, n.d. https://example.org/x.',
      'Иванов, Пётр. <i>Политика безопасности в регионе</i>, 2019.',
      'Иванов, Пётр. <i>Соседи и союзники</i>, winter of 2021.',
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('as notes with the paragraphs that are cited', async () => {
    const { references } = await setReferences(deck, undefined, emptyCache());
    const set = { ...deck, references };
    const notes = deck.slides.flatMap(({ citations }) => citations.map((citation) => noteReference(set, citation)));
    expect(notes).toEqual([
      'Yauheni Preiherman, “Officials Elaborate on Policy,” <i>Eurasia Daily Monitor</i>, January 29, 2024, para. 5.',
      'Yauheni Preiherman, “Officials Elaborate on Policy,” <i>Eurasia Daily Monitor</i>, January 29, 2024, paras. 5–6.',
      'Пётр Иванов, <i>Политика безопасности в регионе</i>, 2019, para. 2.',
    ]);
  });

  test.each([
    ['ru', '«Officials elaborate on policy». <i>Eurasia Daily Monitor</i>, 29 января 2024 г.'],
    ['uk', '«Officials elaborate on policy». <i>Eurasia Daily Monitor</i>, 29 січня 2024.'],
    ['pl', '„Officials elaborate on policy”. <i>Eurasia Daily Monitor</i>, 29 stycznia 2024.'],
    ['el', '‘Officials elaborate on policy’. <i>Eurasia Daily Monitor</i>, 29 Ιανουαρίου 2024.'],
    ['de-AT', '„Officials elaborate on policy“. <i>Eurasia Daily Monitor</i>, 29. Jänner 2024.'],
    ['en-GB', '‘Officials Elaborate on Policy’. <i>Eurasia Daily Monitor</i>, 29 January 2024.'],
    ['be', '“Officials elaborate on policy.” <i>Eurasia Daily Monitor</i>, January 29, 2024.'],
    ['valueOf', '“Officials Elaborate on Policy.” <i>Eurasia Daily Monitor</i>, January 29, 2024.'],
  ])('with the terms and quotation marks of %s, English where the locales have none', async (lang, expected) => {
    const other = { ...deck, settings: { ...deck.settings, lang } };
    const { references } = await setReferences(other, undefined, emptyCache());
    const found = references.find(({ id }) => id === 'preiherman2024');
    expect(words(found?.set?.entry)).toBe(`Preiherman, Yauheni. ${expected}`);
  });

  test('in a style of the deck', async () => {
    const { references } = await setReferences(deck, authorYear, emptyCache());
    expect(references.map(({ set }) => words(set?.entry))).toEqual([
      'Иванов (winter of 2021)',
      'Иванов (2019)',
      'Smith',
      'Preiherman (2024)',
    ]);
    expect(references.at(-1)?.set?.notes['5']).toBe('(Preiherman 5)');
  });

  test('once: what was set before comes from the cache, also for another style only its own', async () => {
    const cache = emptyCache();
    const { references } = await setReferences(deck, undefined, cache);
    const readOnly: Cache = { ...cache, write: () => Promise.reject(new Error('set again')) };
    expect((await setReferences(deck, undefined, readOnly)).references).toEqual(references);
    await expect(setReferences(deck, authorYear, readOnly)).rejects.toThrow('set again');
  });

  test('only where there are any', async () => {
    const untouchable = { read: () => Promise.reject(new Error('asked')) } as unknown as Cache;
    expect(await setReferences(deckWith('## A', '[]'), undefined, untouchable)).toEqual({
      references: [],
      diagnostics: [],
    });
  });
});

test.each([
  ['# Notes', 'own.csl:1:1 error citation-style This is no CSL style: it has no `<style>` element.'],
  [
    '<style><info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>',
    'own.csl:1:1 error citation-style This CSL style only refers to another, nature.',
  ],
  ['<style><info/></style>', 'own.csl:1:1 error citation-style This CSL style says nothing about citations.'],
  ['<style><citation></style>', 'own.csl:1:1 error citation-style The citation library cannot read this CSL style ('],
])('a style that cannot be used is reported: %s', async (text, said) => {
  const deck = deckWith('## A');
  const { references, diagnostics } = await setReferences(deck, { ...authorYear, text }, emptyCache());
  expect(references.map(({ short: _, ...rest }) => rest)).toEqual(deck.references);
  expect(diagnostics.map(formatDiagnostic).join()).toContain(said);
});

test('an address that is none is left out and reported', async () => {
  const deck = deckWith('## A', '- { id: a, title: A, URL: "javascript:alert(1)" }');
  const { references, diagnostics } = await setReferences(deck, undefined, emptyCache());
  expect(references[0]?.set?.entry).not.toContain('javascript');
  expect(diagnostics.map(formatDiagnostic)).toEqual([
    'references.yaml:1:3 warning references The URL of `a`, "javascript:alert(1)", is no web address and is left out of its reference. Begin it with https://.',
  ]);
});

describe('no two sources are named alike', () => {
  const text = `
- { id: a1, type: book, title: Tides, author: [{ family: Author, given: Al }], issued: 2003 }
- { id: a0, type: book, title: Bays, author: [{ family: Author, given: Al }], issued: 2003 }
- { id: a9, type: book, title: Uncited, author: [{ family: Author, given: Al }], issued: 2003 }
- { id: s1, type: book, title: One, author: [{ family: Smith, given: Ann }], issued: 2020 }
- { id: s2, type: book, title: Two, author: [{ family: Smith, given: Bob }], issued: 2020 }
- { id: j1, type: book, title: One, author: [{ family: Jones, given: Bo }, { family: Lee }], issued: 2020 }
- { id: j2, type: book, title: Two, author: [{ family: Jones, given: Bea }], issued: 2021 }
- { id: gogh, type: book, title: Letters, author: [{ family: Gogh, given: Vincent, non-dropping-particle: van }], issued: 2001 }
- { id: gulik, type: book, title: Fixed, author: [{ family: van Gulik, given: Robert }], issued: 1976 }
- { id: n1, type: webpage, title: A page, author: [{ family: Nobody }] }
- { id: n2, type: webpage, title: Another, author: [{ family: Nobody }] }
- { id: corp, type: report, title: Report, author: [{ literal: European Research Council }], issued: 2023-12 }
- { id: many, type: book, title: Big, author: [{ family: A }, { family: B }, { family: C }], issued: { date-parts: [[2020, 4]] } }
- { id: ed, type: book, title: Edited, editor: [{ family: Šukys, given: Jonas }], issued: 2011 }
- { id: bce, type: book, title: Politics, author: [{ family: Aristotle }], issued: -350 }
- { id: untitled, type: book }
`;
  const cites = (keys: string): string =>
    keys
      .split(' ')
      .map((key) => `- See [@${key}, p. 1]`)
      .join('\n');
  const all = 'a1 a0 s1 s2 j1 j2 gogh gulik n1 n2 corp many ed bce untitled';
  const named = async (
    markdown: string,
    style?: typeof authorYear,
  ): Promise<Readonly<Record<string, string | undefined>>> => {
    const { references } = await setReferences(deckWith(markdown, text), style, emptyCache());
    return Object.fromEntries(references.map(({ id, short }) => [id, short]));
  };

  test('among those that the deck cites', async () => {
    expect(await named(`## A\n\n${cites(all)}`)).toEqual({
      a0: 'Author 2003a',
      a1: 'Author 2003b',
      s1: 'A. Smith 2020',
      s2: 'B. Smith 2020',
      j1: 'Bo Jones and Lee 2020',
      j2: 'Bea Jones 2021',
      gogh: 'van Gogh 2001',
      gulik: 'van Gulik 1976',
      n1: 'Nobody, A page',
      n2: 'Nobody, Another',
      corp: 'European Research Council 2023',
      many: 'A et al. 2020',
      ed: 'Šukys 2011',
      bce: 'Aristotle \u2212350',
      untitled: 'untitled',
    });
    expect(await named(`## A\n\n${cites('a1 s1')}`)).toMatchObject({ a1: 'Author 2003', s1: 'Smith 2020' });
    expect(await named('## A')).toMatchObject({ a1: 'Author 2003b', a9: 'Author 2003c' });
  });

  test('in marks, at the foot, in the panel and in the list, in every edition', async () => {
    const deck = deckWith(`## A\n\n- One [@a1] and two [see @a0]\n\n---\n\n## Sources\n\n::: sources\n:::`, text);
    const { references } = await setReferences(deck, undefined, emptyCache());
    const { slides } = await renderDeck(
      { ...deck, references },
      { byId: new Map(), diagnostics: [] },
      { audience: 'student' },
    );
    const [first = '', list = ''] = slides.map(({ html }) => html);
    expect(first).toContain('aria-label="source: Author 2003b"');
    expect(first).toContain('aria-label="source: see Author 2003a"');
    expect(first).toContain('<p class="sources-line">Author 2003b; Author 2003a</p>');
    expect(list).toMatch(/<i>Bays<\/i>, 2003\. \[2003a\]<.*<i>Tides<\/i>, 2003\. \[2003b\]</s);
  });

  test('by the letters of a style that gives them', async () => {
    const style = {
      ...authorYear,
      text: authorYear.text
        .replace('<citation>', '<citation disambiguate-add-year-suffix="true">')
        .replace(
          '<text variable="locator" prefix=" "/>',
          '<date variable="issued" prefix=" "><date-part name="year"/></date>',
        ),
    };
    const { references } = await setReferences(deckWith(`## A\n\n${cites('a1 a0')}`, text), style, emptyCache());
    const of = (id: string): Reference | undefined => references.find((one) => one.id === id);
    expect([of('a1')?.short, of('a1')?.set?.notes['']]).toEqual(['Author 2003a', '(Author 2003a)']);
    expect([of('a0')?.short, of('a0')?.set?.notes['']]).toEqual(['Author 2003b', '(Author 2003b)']);
    expect(of('a1')?.set?.entry).not.toMatch(/2003a.*2003a/);
  });
});

describe('`::: sources`', () => {
  async function rendered(
    markdown: string,
    audience: Audience = 'student',
    text = bibliography,
    style?: typeof authorYear,
  ): Promise<RenderedDeck> {
    const deck = deckWith(markdown, text);
    const { references } = await setReferences(deck, style, emptyCache());
    const drawings = { byId: new Map(), diagnostics: [] };
    return renderDeck({ ...deck, references }, drawings, { audience });
  }
  const list = '\n\n---\n\n## Sources {#refs}\n\n::: sources\n:::';
  const listed = ({ slides }: RenderedDeck): readonly number[] =>
    slides.map(({ html }) => html.split('<li>').length - 1);

  test('lists what the edition cites, in full', async () => {
    const cites = `## A [@preiherman2024, ¶5]\n\n---\n\n## B [@smith, ¶1] {.teacher}${list}`;
    const [, student = ''] = (await rendered(cites)).slides.map(({ html }) => html);
    expect(student).toContain('<i>Eurasia Daily Monitor</i>, January 29, 2024.');
    expect(student).not.toContain('Smith');
    expect((await rendered(cites, 'teacher')).slides[2]?.html).toContain('Smith, Ann');
  });

  test('lists everything where nothing is cited, and leaves what an author wrote', async () => {
    expect(listed(await rendered(`## A${list}`, 'student', bibliography, titlesOnly))).toEqual([0, 4]);
    const own = await rendered('## A [@smith, ¶1]\n\n---\n\n## Sources\n\n::: sources\nSmith’s *book*\n:::');
    expect(own.slides[1]?.html).toContain('Smith’s <em>book</em>');
  });

  test('goes on on further slides, counted and named, without its notes and minutes', async () => {
    const many = Array.from({ length: 25 }, (_, index) => article(index)).join('');
    const { slides } = await rendered(`## A${list}\n\nNote:\nSay it.\n\n---\n\n## Last`, 'teacher', many, titlesOnly);
    expect(slides.map(({ id }) => id)).toEqual(['a', 'refs', 'refs-continued-2', 'refs-continued-3', 'last']);
    expect(slides.map(({ index }) => index.h)).toEqual([0, 1, 2, 3, 4]);
    expect(slides.map(({ title }) => title)).toEqual(['A', 'Sources', 'Sources (2)', 'Sources (3)', 'Last']);
    expect(slides.filter(({ html }) => html.includes('Say it.'))).toHaveLength(1);
    const entries = slides.flatMap(({ html }) => html.match(/Title number \d+/gi) ?? []);
    expect(entries).toHaveLength(25);
    expect(new Set(entries).size).toBe(25);
  });

  test.each([9, 10, 11, 25])('has alike slides for %i references, none with what is left over', async (count) => {
    const many = Array.from({ length: count }, (_, index) => article(index)).join('');
    const { slides } = await rendered(list.replace(/^\n*---\n*/, ''), 'teacher', many, titlesOnly);
    const counts = slides.map(({ html }) => (html.match(/Title number \d+/gi) ?? []).length);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    expect(counts.length).toBe(Math.ceil(count / 9));
  });

  test('goes on below in a stack, and stays whole beside something else', async () => {
    const many = Array.from({ length: 25 }, (_, index) => article(index)).join('');
    const stack = await rendered(`## A${list.replace('---', '----')}`, 'teacher', many, titlesOnly);
    expect(stack.slides.map(({ index }) => `${index.h}/${index.v}`)).toEqual(['0/0', '0/1', '0/2', '0/3']);
    const shared = await rendered(`## A${list}\n\nAnd more.`, 'teacher', many, titlesOnly);
    expect(listed(shared)).toEqual([0, 25]);
  });
});

function article(index: number): string {
  const title = `Title number ${index} of an article that somebody wrote`;
  return `- { id: r${index}, title: ${title}, author: [{ family: Family${index}, given: Given }], issued: 2020 }\n`;
}

test('a reference without a style has its parts in a row', () => {
  const reference: Reference = { id: 'a', title: 'A & B', issued: 2020, place: { path: '', line: 1 } };
  const deck = { ...deckWith('## A'), references: [reference] };
  expect(noteReference(deck, { key: 'a', locators: [], place: reference.place })).toBe('‘A &amp; B’, 2020');
  expect(noteReference(deck, { key: 'b', locators: [], place: reference.place })).toBe('b');
});
