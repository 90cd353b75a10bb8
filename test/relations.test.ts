import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { Relations } from '../src/model.js';
import { readRelations } from '../src/read/relations.js';
import { readCite } from '../src/relations/cite.js';
import { relationsLanes } from '../src/relations/lanes.js';
import { relationsLegend } from '../src/relations/legend.js';
import { relationsMermaid } from '../src/relations/mermaid.js';
import { readView } from '../src/relations/read-view.js';
import { relationsAlt, relationsSentences } from '../src/relations/sentences.js';
import { relationsStacks } from '../src/relations/stacks.js';
import { relationsTable } from '../src/relations/table.js';
import { fixtureFolder } from './support/twins.js';

const place = { path: 'deck.md', line: 1 };
const references = ['preiherman2024', 'a', 'b'].map((id) => ({ id, place }));

describe('every case, beside its data, is drawn and told as its twins', () => {
  const folder = fixtureFolder('relations');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
    const name = basename(file, '.md');
    const twin = (extension: string): string => join(folder, `${name}.${extension}`);
    test(name, async () => {
      const data = { path: `${name}.yaml`, file: twin('yaml'), text: readFileSync(twin('yaml'), 'utf8') };
      const { relations, diagnostics } = readRelations(data, references);
      const fence = new MarkdownIt().parse(readFileSync(twin('md'), 'utf8'), {}).find(({ type }) => type === 'fence');
      const attribute = (key: string): string | undefined => new RegExp(`${key}=(\\w+)`).exec(fence?.info ?? '')?.[1];
      const lang = attribute('lang') ?? 'en';
      const at = { path: file, line: (fence?.map?.[0] ?? 0) + 2 };
      const read = readView(fence?.content ?? '', at, relations, attribute('layout'));
      const said = [...diagnostics, ...read.diagnostics].map(formatDiagnostic);
      if (read.view === undefined) return expect(`${said.join('\n')}\n`).toMatchFileSnapshot(twin('txt'));
      const lanes =
        read.view.layout === 'lanes'
          ? relationsLanes(read.view, relations, lang)
          : relationsStacks(read.view, relations, lang);
      const rows = relationsTable(read.view, relations, lang).map(
        ({ from, kind, what, to, mutual, evidence }) =>
          `${from} | ${kind} | ${what} | ${to}${mutual ? ' (mutual)' : ''} | ${evidence}`,
      );
      const { entries, colour } = relationsLegend(read.view, relations, lang);
      const parts = [
        [...said, ...(lanes?.diagnostics ?? []).map(formatDiagnostic)],
        relationsSentences(read.view, relations, lang).map(({ id, sentence, step }) => `${step} ${id}: ${sentence}`),
        [relationsAlt(read.view, relations, lang)],
        rows,
        [...entries.map(({ name, line, step }) => `${step} ${line}: ${name}`), colour],
      ];
      await expect(`${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`).toMatchFileSnapshot(twin('txt'));
      await expect(relationsMermaid(read.view, relations, lang)).toMatchFileSnapshot(twin('mmd'));
      if (lanes !== undefined) await expect(`${lanes.drawing.svg}\n`).toMatchFileSnapshot(twin('svg'));
    });
  }
});

const triangle = read(`
actors: { russia: { name: Russia }, belarus: { name: Belarus }, nato: { name: NATO } }
kinds: { hosts: { name: hosts, line: thick, sentence: "{from} hosts {what} of {to}" } }
relations:
  - { id: nukes, from: belarus, to: russia, kind: hosts, what: tactical nuclear weapons, cite: "a, ¶7" }
  - { id: guests, from: belarus, to: nato, kind: hosts, what: diplomats, cite: "a, ¶3" }
`);

function read(text: string): Relations {
  return readRelations({ path: 'relations.yaml', file: '/relations.yaml', text }, references).relations;
}

function said(code: string, layout?: string): string[] {
  return readView(code, place, triangle, layout).diagnostics.map(formatDiagnostic);
}

describe('a view', () => {
  test('shows everything when nothing is asked for, actors in the order of the file', () => {
    const { view } = readView('', place, triangle);
    expect(view?.actors.map(({ id }) => id)).toEqual(['russia', 'belarus', 'nato']);
    expect(view?.relations.map(({ id }) => id)).toEqual(['nukes', 'guests']);
    expect(view).toMatchObject({ layout: 'graph', direction: 'LR', clicks: 0 });
  });

  test('with `show` holds these actors in this order and what is between them', () => {
    const { view } = readView('show: [nato, belarus]', place, triangle);
    expect(view?.actors.map(({ id }) => id)).toEqual(['nato', 'belarus']);
    expect(view?.relations.map(({ id }) => id)).toEqual(['guests']);
  });

  test('with `focus` holds one actor and its neighbours', () => {
    expect(readView('focus: nato', place, triangle).view?.actors.map(({ id }) => id)).toEqual(['belarus', 'nato']);
  });

  test('brings an actor that no step names first, and a relation with the later of its ends', () => {
    const { view } = readView('steps: [[belarus], [nato]]', place, triangle);
    expect(view?.actors).toEqual([
      { id: 'russia', step: 0 },
      { id: 'belarus', step: 0 },
      { id: 'nato', step: 1 },
    ]);
    expect(view?.relations).toEqual([
      { id: 'nukes', step: 0 },
      { id: 'guests', step: 1 },
    ]);
  });

  test('says where it asks for what there is not', () => {
    expect(said('show: [rusia]\nfocus: nowhere\nkinds: host')).toEqual([
      'deck.md:1:8 error relations-view There is no actor or group "rusia". Did you mean `russia`?',
      'deck.md:3:8 error relations-view There is no kind "host". Did you mean `hosts`?',
      'deck.md:2:8 error relations-view There is no actor "nowhere". There are russia, belarus, nato.',
    ]);
    expect(said('steps: [[belarus], [nukes, natto]]')).toEqual([
      'deck.md:1:28 error relations-view There is no actor or relation "natto". Did you mean `nato`?',
    ]);
    expect(said('show: [russia, belarus]\nsteps: [[nato]]')).toEqual([
      'deck.md:2:10 error relations-view "nato" is not in this view, and so cannot appear in it. Take it out of steps, or widen show, kinds or focus.',
    ]);
    expect(said('shows: [russia]\ndirection: up')).toEqual([
      'deck.md:2:12 error relations-view `direction`: expected one of LR, RL, TB, BT.',
      'deck.md:1:1 error relations-view `shows` means nothing here; expected show, kinds, focus, direction, steps, layout. Did you mean `show`?',
    ]);
  });

  test('is an error when it is empty, or when lanes cannot hold it', () => {
    expect(said('kinds: [unsourced]')).toEqual([
      'deck.md:1:1 error relations-view The view shows no relation. Name more actors in show, or more kinds.',
    ]);
    expect(said('- russia')[0]).toMatch(/^deck\.md:1:1 error relations-view /);
    expect(said('', 'lane')[0]).toMatch(/^deck\.md:1:1 error relations-view `layout`: expected graph or lanes\./);
    const five = read(`
actors: { a1: {name: A}, b1: {name: B}, c1: {name: C}, d1: {name: D}, e1: {name: E} }
kinds: { k: { name: k, line: solid, sentence: "{from} {to}" } }
relations: [${['a1', 'b1', 'c1', 'd1', 'e1'].map((id) => `{id: ${id}x, from: ${id}, to: a1, kind: k, cite: "a, ¶1"}`).join(', ')}]`);
    expect(readView('layout: lanes', place, five).diagnostics.map(({ message }) => message)).toEqual([
      'Lanes take two to four actors; here are 5.',
      '"a1x" leads from an actor to itself.',
    ]);
  });
});

test('what is too tall for lanes, or would cut a block, is an error', () => {
  const words = 'word '.repeat(200);
  const tall = read(`
actors: { russia: { name: Russia }, belarus: { name: Belarus } }
kinds: { k: { name: k, line: solid, sentence: "{from} {what} {to}" } }
relations: [{id: r, from: russia, to: belarus, kind: k, what: "${words}", cite: "a, ¶1"}]`);
  const crossed = read(`
actors: { a1: {name: A}, b1: {name: B}, c1: {name: C}, d1: {name: D} }
kinds: { k: { name: k, line: solid, sentence: "{from} {to}" } }
relations:
  - {id: ac, from: a1, to: c1, kind: k, cite: "a, ¶1"}
  - {id: bd, from: b1, to: d1, kind: k, cite: "a, ¶1"}`);
  const messages = [tall, crossed].map((relations) => {
    const { view } = readView('layout: lanes', place, relations);
    if (view === undefined) throw new Error('There is a view.');
    return relationsLanes(view, relations, 'en').diagnostics.map(({ message }) => message);
  });
  expect(messages[0]?.[0]).toMatch(/^In lanes this view is \d+ px tall; a figure has 424\.$/);
  expect(messages[1]).toEqual(['The lines of "ac" and "bd" would cross the blocks.']);
});

test('a worksheet has a bare ¶ where the words were', () => {
  const { view } = readView('show: [russia, belarus]', place, triangle, 'lanes');
  if (view === undefined) throw new Error('There is a view.');
  const { svg } = relationsLanes(view, triangle, 'en', { blank: true }).drawing;
  expect(svg).toContain('>¶<');
  expect(svg).not.toContain('nuclear');
});

test('names come in the deck’s language, and in the base one where there is none', () => {
  const relations = read(`
actors: { russia: { name: Russia, names: { be: Расія } }, belarus: { name: Belarus, names: { be: Беларусь, be-tarask: Белaрусь } } }
kinds: { k: { name: talks, line: solid, sentence: { en: "{from} talks to {to}", be: "{from} – {to}" } } }
relations: [{id: r, from: russia, to: belarus, kind: k, cite: "a, ¶1"}]`);
  const { view } = readView('', place, relations);
  if (view === undefined) throw new Error('There is a view.');
  const sentence = (lang: string) => relationsSentences(view, relations, lang)[0]?.sentence;
  expect(['en', 'be', 'be-tarask', 'fi'].map(sentence)).toEqual([
    'Russia talks to Belarus (¶1)',
    'Расія – Беларусь (¶1)',
    'Расія – Белaрусь (¶1)',
    'Russia talks to Belarus (¶1)',
  ]);
});

test('a citation may be inferred from a paragraph', () => {
  expect(readCite("key, ¶5, 'its words; and more'; inference", place)).toEqual({
    citations: [{ key: 'key', locators: [[5, 5]], anchor: 'its words; and more', place }],
    unsourced: 'inference',
    problems: [],
  });
  expect(readCite('lecturer', place)).toEqual({ citations: [], unsourced: 'lecturer', problems: [] });
});
