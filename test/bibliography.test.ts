import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import { readBibliography } from '../src/read/bibliography.js';
import { readDeck } from '../src/read/deck.js';
import { deckOf } from './support/deck-files.js';
import { fixtureFolder } from './support/twins.js';

const folder = fixtureFolder('bibliography');

describe('a bibliography', () => {
  test.each(readdirSync(folder).filter((name) => !name.endsWith('.txt')))('%s', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n');
    const { references, diagnostics } = await readBibliography([{ path: name, file: `/${name}`, text }]);
    const lines = references.map(({ place, ...entry }) => `${place.line} ${JSON.stringify(sorted(entry))}`);
    const said = [...lines, ...diagnostics.map(formatDiagnostic)].join('\n');
    await expect(`${said}\n`).toMatchFileSnapshot(join(folder, `${name}.txt`));
  });

  test('is read from references.bib and references.ris beside the deck too', async () => {
    const { location, effects } = deckOf({
      'deck.md': '# Port\n',
      'references.yaml': '- id: one\n',
      'references.bib': '@book{two, title={Two}}',
      'references.ris': 'TY  - BOOK\nID  - three\nTI  - Three\nER  - \n',
    });
    const { references, diagnostics } = await readDeck(location, effects);
    expect(references.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    expect(diagnostics).toEqual([]);
  });

  test('is the one that `bibliography:` names, as in Pandoc', async () => {
    const { location, effects } = deckOf({
      'deck.md': '---\ntitle: Port\nbibliography: [library.bib, more.json]\n---\n\n# Port\n',
      'references.yaml': '- id: one\n',
      'library.bib': '@book{two, title={Two}}',
      'more.json': '[{"id": "three"}]',
    });
    const { references, diagnostics } = await readDeck(location, effects);
    expect(references.map(({ id }) => id)).toEqual(['two', 'three']);
    expect(diagnostics).toEqual([]);
  });

  test('that is named and not there is an error at its setting', async () => {
    const { location, effects } = deckOf({ 'deck.md': '---\ntitle: Port\nbibliography: gone.bib\n---\n\n# Port\n' });
    expect((await readDeck(location, effects)).diagnostics.map(formatDiagnostic)).toEqual([
      'port/deck.md:3:15 error file-missing There is no file "gone.bib" beside the deck. Correct the path; it is relative to the deck\'s folder.',
    ]);
  });
});

/** The schema gives the parts it names first; their order says nothing. */
function sorted(entry: object): object {
  return Object.fromEntries(Object.entries(entry).sort(([one], [other]) => one.localeCompare(other)));
}
