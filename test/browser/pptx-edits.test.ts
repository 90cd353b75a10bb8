import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importForeign } from '../../src/commands/import.js';
import { publish } from '../../src/commands/publish.js';
import { testEffects } from '../support/effects.js';
import { fixtureFolder } from '../support/twins.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-edits-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const made = join(work, 'dist/export/harbour');

beforeAll(async () => {
  cpSync(join(fixtureFolder('pptx'), 'harbour'), join(work, 'harbour'), { recursive: true });
  const effects = testEffects(work, { env: { ...process.env, PILCROW_BROWSER: 'bundled' } });
  const setup = { out: 'dist', steps: 'final', paper: { size: 'a4', perPage: 3, grey: false }, draft: true } as const;
  await publish(['harbour'], ['pptx'], setup, effects);
});

type Files = Record<string, Uint8Array>;

/** Changes a part as text; the change has to change something. */
function change(files: Files, part: string, edit: (xml: string) => string): void {
  const xml = strFromU8(files[part] ?? new Uint8Array());
  const edited = edit(xml);
  if (edited === xml) throw new Error(`${part} has nothing to edit`);
  files[part] = strToU8(edited);
}

const slide = (number: number): string => `ppt/slides/slide${number}.xml`;
const words = (was: string, is: string) => (xml: string) => xml.replace(`>${was}<`, `>${is}<`);

/** The element of a name that holds these words. */
function holding(xml: string, name: string, text: string): string {
  const all = xml.match(new RegExp(`<${name}>(?:(?!<${name}>).)*?</${name}>`, 'gs')) ?? [];
  const found = all.find((one) => one.includes(text));
  if (found === undefined) throw new Error(`no ${name} with ${text}`);
  return found;
}

const paragraph = (text: string): string => `<a:p><a:r><a:rPr lang="en"/><a:t>${text}</a:t></a:r></a:p>`;
const row = (xml: string, text: string): string =>
  xml.match(/<a:tr [\s\S]*?<\/a:tr>/g)?.find((one) => one.includes(text)) ?? '';

/** What a colleague may do, and what the list has to say of it. */
const edits: readonly (readonly [name: string, edit: (files: Files) => void, said: RegExp])[] = [
  [
    'a title',
    (files) => change(files, slide(3), words('The berths stay open, and the ice does not', 'The berths stay open')),
    /deck\.md:23 slide \d+: title changed: “The berths stay open, and the ice does not” is now “The berths stay open”/,
  ],
  [
    'words',
    (files) => change(files, slide(3), words('January', 'March')),
    /deck\.md:25 slide \d+: text changed: “the first berth has ice1 since January” is now “.* March”/,
  ],
  [
    'an item more',
    (files) =>
      change(files, slide(3), (xml) =>
        xml.replace(holding(xml, 'a:p', 'the third'), (one) => one + paragraph('a crane was built in 2023')),
      ),
    /text added: “a crane was built in 2023”/,
  ],
  [
    'an item less',
    (files) => change(files, slide(6), (xml) => xml.replace(holding(xml, 'a:p', 'другі'), '')),
    /slide \d+: text removed: “другі”/,
  ],
  [
    'items in another order',
    (files) =>
      change(files, slide(7), (xml) => {
        const one = holding(xml, 'a:p', 'The pilot');
        return xml.replace(one, '').replace(holding(xml, 'a:p', 'The sea'), (last) => last + one);
      }),
    /text moved: “The pilot”/,
  ],
  [
    'a number in a cell',
    (files) => change(files, slide(4), words('1,200', '1,300')),
    /deck\.md:39 slide \d+: cell of a table changed: “1,200” is now “1,300”\. Number: 1,200, now 1,300/,
  ],
  [
    'a row more',
    (files) =>
      change(files, slide(4), (xml) =>
        xml.replace(
          row(xml, 'north'),
          (one) =>
            one
              .replace('>north<', '>west<')
              .replace('>12<', '>5<')
              .replace('>1,200<', '>90<')
              .replace('>1,300<', '>90<') + one,
        ),
      ),
    /row of a table added: “west \| 5 \| 90”/,
  ],
  [
    'a row less',
    (files) => change(files, slide(4), (xml) => xml.replace(row(xml, 'south'), '')),
    /row of a table removed: “south \| 7 \| 640”/,
  ],
  [
    'a note',
    (files) => change(files, 'ppt/notesSlides/notesSlide1.xml', words('Good morning.', 'Good evening, all.')),
    /deck\.md:13 slide 1: note changed: “Good morning\.” is now “Good evening, all\.”/,
  ],
  [
    'a note more',
    (files) =>
      change(files, 'ppt/notesSlides/notesSlide7.xml', (xml) =>
        xml.replace(holding(xml, 'a:p', 'Let them talk'), (one) => one + paragraph('Then count hands.')),
      ),
    /note added: “Then count hands\.”/,
  ],
  [
    'an alternative',
    (files) => change(files, slide(13), (xml) => xml.replace('"A red square"', '"A blue square"')),
    /text alternative changed: “A red square” is now “A blue square”/,
  ],
  [
    'another picture',
    (files) => {
      for (const [, part = ''] of strFromU8(files['ppt/slides/_rels/slide9.xml.rels'] ?? new Uint8Array()).matchAll(
        /\.\.\/(media\/[^"]+)/g,
      ))
        files[`ppt/${part}`] = new Uint8Array([...(files[`ppt/${part}`] ?? []), 10]);
    },
    /another picture is in the place of “Day becomes night/,
  ],
  [
    'a picture less',
    (files) => change(files, slide(13), (xml) => xml.replace(holding(xml, 'p:pic', 'A film of the quay'), '')),
    /picture removed: “A film of the quay”/,
  ],
  [
    'a number of a chart',
    (files) => change(files, 'ppt/charts/chart1.xml', (xml) => xml.replace('<c:v>6</c:v>', '<c:v>7</c:v>')),
    /chart changed: “2021: 6” is now “2021: 7”/,
  ],
  [
    'a link',
    (files) =>
      change(files, 'ppt/slides/_rels/slide3.xml.rels', (xml) =>
        xml.replace('https://example.org/a?b=1', 'https://example.org/z?b=1'),
      ),
    /link of “a page about it” changed/,
  ],
  [
    'a level',
    (files) =>
      change(files, slide(3), (xml) =>
        xml.replace(holding(xml, 'a:p', 'quay.open()'), (one) => one.replace(' lvl="1"', '')),
      ),
    /level of .* changed: “2” is now “1”/,
  ],
  [
    'words in bold',
    (files) =>
      change(files, slide(5), (xml) =>
        xml.replace(holding(xml, 'a:p', 'The root is'), (one) => one.replace('b="0"', 'b="1"')),
      ),
    /bold words of “The root is .*” changed: nothing is now “The root is/,
  ],
  [
    'words in a box',
    (files) => change(files, slide(8), words('Steam', 'Vapour')),
    /text changed: “Steam” is now “Vapour”/,
  ],
  [
    'the alternative of a drawing',
    (files) =>
      change(files, slide(8), (xml) =>
        xml.replace('Ice becomes water, and water steam.', 'Ice becomes water, and water vapour.'),
      ),
    /text alternative changed: “Ice becomes water, and water steam\.”/,
  ],
  [
    'the foot',
    (files) => change(files, slide(3), words('Thin ice.', 'Thick ice.')),
    /foot changed: “Thin ice\.” is now “Thick ice\.”/,
  ],
  [
    'a slide elsewhere',
    (files) =>
      change(files, 'ppt/presentation.xml', (xml) => {
        const one = xml.match(/<p:sldId id="270"[^>]*>/)?.[0] ?? '';
        return xml.replace(one, '').replace(/<p:sldId id="256"[^>]*>/, (first) => first + one);
      }),
    /the slide “What it rests on” stands behind “A harbour in winter” now/,
  ],
  [
    'a slide less',
    (files) => change(files, 'ppt/presentation.xml', (xml) => xml.replace(/<p:sldId id="267"[^>]*>/, '')),
    /the slide “A chart with a note in it stays a picture” was removed/,
  ],
  [
    'a slide more, made of another',
    (files) => {
      files['ppt/slides/slide16.xml'] = strToU8(
        strFromU8(files[slide(2)] ?? new Uint8Array()).replace('>Ships<', '>Boats<'),
      );
      files['ppt/slides/_rels/slide16.xml.rels'] = files['ppt/slides/_rels/slide2.xml.rels'] ?? new Uint8Array();
      change(files, 'ppt/_rels/presentation.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide16.xml"/></Relationships>',
        ),
      );
      change(files, 'ppt/presentation.xml', (xml) =>
        xml.replace(/<p:sldId id="257"[^>]*>/, (one) => `${one}<p:sldId id="300" r:id="rId99"/>`),
      );
    },
    /new slide “Boats”, behind “Ships”/,
  ],
  [
    'a hidden slide',
    (files) => change(files, slide(11), (xml) => xml.replace('<p:sld ', '<p:sld show="0" ')),
    /the slide is hidden now/,
  ],
  [
    'a section',
    (files) => change(files, 'ppt/presentation.xml', (xml) => xml.replace('name="Ships"', 'name="Vessels"')),
    /section changed: “Ships” is now “Vessels”/,
  ],
  [
    'a comment',
    (files) => {
      files['ppt/comments/comment1.xml'] = strToU8(
        '<p:cmLst xmlns:p="p"><p:cm authorId="0"><p:text>Who says so?</p:text></p:cm></p:cmLst>',
      );
      change(files, 'ppt/slides/_rels/slide10.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments/comment1.xml"/></Relationships>',
        ),
      );
    },
    /comment added: “Who says so\?”/,
  ],
  [
    'the title of the presentation',
    (files) => change(files, 'docProps/core.xml', (xml) => xml.replace('>A harbour in winter<', '>A harbour<')),
    /title of the presentation changed: “A harbour in winter” is now “A harbour”/,
  ],
];

async function listed(files: Files): Promise<readonly string[]> {
  writeFileSync(join(work, 'edited.pptx'), zipSync(files));
  const effects = testEffects(work);
  await importForeign('edited.pptx', {}, effects);
  return effects.printed;
}

const whole = (): Files => unzipSync(new Uint8Array(readFileSync(join(made, 'slides-teacher.pptx'))));

test.each(['slides', 'slides-teacher'])('%s.pptx as it was made has no edit', async (name) => {
  const effects = testEffects(work);
  await importForeign(`dist/export/harbour/${name}.pptx`, {}, effects);
  expect(effects.printed).toEqual([expect.stringMatching(/made of harbour\/deck\.md for .*: no edit since\.$/)]);
});

test.each(edits)('%s is listed, and nothing else', async (_, edit, said) => {
  const files = whole();
  edit(files);
  const printed = await listed(files);
  expect(printed[1]).toMatch(said);
  expect(printed).toHaveLength(3);
});

test('all of them together are listed, each once', async () => {
  const files = whole();
  for (const [, edit] of edits) edit(files);
  const printed = await listed(files);
  for (const [name, , said] of edits)
    expect(
      printed.filter((line) => said.test(line)),
      name,
    ).toHaveLength(1);
  expect(printed).toHaveLength(edits.length + 2);
});

test('slides whose names were dropped, as LibreOffice does, are told by what they say', async () => {
  const files = whole();
  for (const part of Object.keys(files).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)))
    change(files, part, (xml) => xml.replace(/<p:cSld name="[^"]*">/, '<p:cSld>'));
  expect(await listed(files)).toEqual([expect.stringMatching(/no edit since\.$/)]);
  change(files, slide(3), words('January', 'March'));
  change(files, 'ppt/presentation.xml', (xml) =>
    xml.replace(/(<p:sldId id="258"[^>]*>)(<p:sldId id="259"[^>]*>)/, '$2$1'),
  );
  const printed = await listed(files);
  expect(printed).toHaveLength(4);
  expect(printed.join('\n')).toMatch(/January” is now[\s\S]*stands behind|stands behind[\s\S]*January” is now/);
});

test('what the deck says by now is counted, and not listed', async () => {
  const files = whole();
  change(files, slide(3), words('January', 'March'));
  const deck = join(work, 'harbour/deck.md');
  const text = readFileSync(deck, 'utf8');
  writeFileSync(deck, text.replace('**January**', '**March**'));
  expect(await listed(files)).toEqual([
    expect.stringContaining('no edit since'),
    expect.stringContaining('1 edit more'),
  ]);
  writeFileSync(deck, text);
});

test('for programs it is JSON; --as pptx makes a new deck; a deck that is not here is asked for', async () => {
  const files = whole();
  change(files, slide(8), words('Steam', 'Vapour'));
  writeFileSync(join(work, 'edited.pptx'), zipSync(files));
  const effects = testEffects(work);
  await importForeign('edited.pptx', { format: 'json' }, effects);
  const { deck, edits: found } = JSON.parse(effects.printed.join('\n'));
  expect({ deck, found }).toMatchObject({
    deck: 'harbour/deck.md',
    found: [{ what: 'text', before: 'Steam', after: 'Vapour' }],
  });
  await importForeign('edited.pptx', { as: 'pptx', name: 'again' }, testEffects(work));
  expect(readFileSync(join(work, 'again/deck.md'), 'utf8')).toContain('Vapour');
  await expect(importForeign('edited.pptx', { name: 'nowhere' }, testEffects(work))).rejects.toThrow(
    /no deck nowhere here/,
  );
});
