import { join, relative, sep } from 'node:path';
import { shownAssets } from '../../../src/commands/costly-picture.js';
import { checkEvidence } from '../../../src/commands/evidence.js';
import { drawFigures } from '../../../src/draw/draw-figures.js';
import { drawMaps } from '../../../src/draw/draw-maps.js';
import { DeckError } from '../../../src/error.js';
import { siteAssets } from '../../../src/export/assets.js';
import type { Audience, ClientBundle } from '../../../src/model.js';
import { parseDeck } from '../../../src/parse/deck.js';
import { readDeck } from '../../../src/read/deck.js';
import { setReferences } from '../../../src/references/set-references.js';
import { composeDeck } from '../../../src/render/documents/deck.js';
import { withoutRulesFor } from '../../../src/render/without-rules.js';
import type { Cache } from '../../../src/system/cache.js';
import type { Files } from '../../../src/system/effects.js';
import { nodeFiles } from '../../../src/system/node-files.js';
import { testEffects } from '../effects.js';
import { noBrowser } from '../no-browser.js';
import { renderDeck } from '../render-deck.js';
import type { DeckFiles } from './deck-files.js';

const folder = '/decks/fuzz';
const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>';
const drawing = {
  svg: picture,
  width: 9,
  height: 9,
  smallestLabel: 20,
  pictures: [],
  description: '',
  lost: [],
  idleMarks: [],
  unreadableMarks: [],
};
/** Every diagram was drawn before: no browser starts. Other caches are empty. */
const drawn = memoryCache(JSON.stringify(drawing));
const empty = memoryCache(undefined);
const client: ClientBundle = {
  folder,
  script: '',
  style: '',
  mathStyle: '',
  glyphs: new Set(),
  speaker: { script: '', style: '' },
  onDemand: { script: '', style: '' },
  whole: '',
  paperStyle: '',
};

interface Parts {
  /** Without it references stay unset, which saves most of the time. */
  readonly cited?: boolean;
  readonly audience?: Audience;
}

/**
 * The whole row on a deck in memory, up to the files of the site for students and the one file for the teacher: read, parse, evidence and its lock, references,
 * relations and maps, render, compose.  Throws on a bug, and when a file would be written outside the place it belongs to.
 */
export async function compileInMemory(
  deck: DeckFiles,
  { cited = true, audience = 'teacher' }: Parts = {},
): Promise<void> {
  const effects = testEffects('/decks', { files: memoryFiles(deck) });
  const location = { name: 'fuzz', file: join(folder, 'deck.md'), folder, isFolder: true };
  try {
    const source = await readDeck(location, effects);
    const parsed = parseDeck(source);
    const set = cited ? await setReferences(parsed, source.citationStyle, empty) : parsed;
    const whole = { ...parsed, references: set.references };
    const evidence = await checkEvidence(whole, location, { updateLock: true }, effects);
    const drawings = await drawFigures(whole, { browser: noBrowser, cache: drawn });
    const maps = whole.slides.flatMap(({ diagrams }) => diagrams.filter(({ language }) => language === 'map'));
    await drawMaps(maps, whole.settings.lang, empty);
    const rendered = await renderDeck(whole, drawings, { audience }, evidence);
    const site = siteAssets(effects.files);
    const styles = rendered.styles.map((style) => ({
      ...style,
      text: withoutRulesFor(style.text, new Set(['.teacher', '.answer', '#a'])),
    }));
    const assets = audience === 'student' ? site : shownAssets(effects.files, (file) => file);
    composeDeck({ ...rendered, styles }, client, assets, () => 'sha256-');
    for (const { path } of site.artifacts()) stayWithin('/out', join('/out', path));
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
  }
}

function stayWithin(place: string, file: string): void {
  if (relative(place, file).split(sep)[0] === '..')
    throw new Error(`A file would be written outside ${place}: ${file}`);
}

export function memoryFiles(deck: DeckFiles): Files {
  const files = new Map(Object.entries(deck).map(([path, text]) => [join(folder, path), Buffer.from(text)]));
  const read = (file: string): Uint8Array | undefined => files.get(file);
  return {
    read: async (file) => read(file),
    readNow: read,
    sizeNow: (file) => read(file)?.length,
    hashNow: (file) => (files.has(file) ? 'a'.repeat(64) : undefined),
    stream: nodeFiles.stream,
    kind: async (path) => (files.has(path) ? 'file' : undefined),
    list: async (path) =>
      [...files.keys()].filter((file) => file.startsWith(`${path}/`)).map((file) => file.slice(path.length + 1)),
    replace: async (written) => {
      for (const { file } of written) if (file !== join(folder, 'evidence.lock.json')) stayWithin('/out', file);
    },
    remove: async (path) => stayWithin('/out', path),
  };
}

export function memoryCache(content: string | undefined): Cache {
  return {
    folder: '/cache',
    read: async () => content,
    write: async () => undefined,
    trouble: () => undefined,
    written: () => false,
  };
}
