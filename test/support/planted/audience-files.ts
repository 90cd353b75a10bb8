import { join } from 'node:path';
import { compileText } from '../../../src/commands/compile.js';
import { composeEdition } from '../../../src/commands/edition.js';
import { siteEntry } from '../../../src/commands/site-folder.js';
import type { Tools } from '../../../src/commands/tools.js';
import { inlineAssets, siteAssets } from '../../../src/export/assets.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import { type AssetFile, type Audience, type Drawings, paperNames, standardPaper } from '../../../src/model.js';
import { papers } from '../../../src/render/papers/papers.js';
import { composePaper } from '../../../src/render/papers/shell.js';
import type { Cache } from '../../../src/system/cache.js';
import type { Files } from '../../../src/system/effects.js';
import { nodeFiles } from '../../../src/system/node-files.js';
import { testEffects } from '../effects.js';
import { noBrowser } from '../no-browser.js';

const folder = '/decks/planted';
const cache: Cache = {
  folder: '/cache',
  read: async () => undefined,
  write: async () => undefined,
  trouble: () => undefined,
  written: () => false,
};

/** What one audience gets of a deck in memory, but for what only a browser makes of it. */
export interface AudienceFiles {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Reads, parses, renders and composes a deck: the site's files and the pages that papers are printed from. */
export async function audienceFiles(
  deck: Readonly<Record<string, string>>,
  audience: Audience,
): Promise<AudienceFiles> {
  const files = memoryFiles(deck);
  const effects = testEffects('/decks', { files });
  const client = {
    folder,
    script: '',
    style: '',
    mathStyle: '',
    glyphs: new Set(Array.from({ length: 0x250 }, (_, point) => point)),
    speaker: { script: '', style: '' },
    onDemand: { script: '', style: '' },
    whole: '',
    paperStyle: '',
  };
  const tools = {
    effects,
    browser: noBrowser,
    drawings: cache,
    layouts: cache,
    references: cache,
    pictures: { tones: async () => '' },
    client,
  } as unknown as Tools;
  const location = { name: 'planted', file: join(folder, 'deck.md'), folder, isFolder: true };
  const compiled = { ...(await compileText(location, tools)), drawings: nothingDrawn };
  const edition = await composeEdition(compiled, { audience }, tools, paperNames);
  const { rendered, compose, diagnostics } = edition;
  const site = siteAssets(edition.files);
  const page = compose(site);
  const printed = papers.flatMap((paper) => {
    const html = paper.audiences.includes(audience)
      ? composePaper(paper, edition, standardPaper, client, inlineAssets(edition.files))
      : undefined;
    return html === undefined ? [] : [{ path: `${paper.name}.html`, text: html }];
  });
  const textOf = (made: AssetFile): string =>
    Buffer.from('bytes' in made ? made.bytes : (edition.files.readNow(made.copyOf) ?? '')).toString('utf8');
  const assets = site.artifacts().map((made) => ({ path: made.path, text: textOf(made) }));
  const place = { file: location.file, site: '/decks/dist/site' };
  const entry = siteEntry(compiled.deck, undefined, place, site.artifacts());
  const bookmarks = rendered.slides.map(({ title, id, section }) => [title, id, section?.title]);
  return {
    diagnostics: [...compiled.diagnostics, ...diagnostics],
    files: [
      { path: 'index.html', text: page },
      { path: 'deck.json', text: textOf(entry) },
      { path: 'bookmarks', text: JSON.stringify([rendered.title, bookmarks]) },
      ...assets,
      ...printed,
    ],
  };
}

const nothingDrawn: Drawings = { byId: new Map(), diagnostics: [] };

function memoryFiles(deck: Readonly<Record<string, string>>): Files {
  const files = new Map(Object.entries(deck).map(([path, text]) => [join(folder, path), Buffer.from(text)]));
  const read = (file: string): Uint8Array | undefined => files.get(file);
  return {
    read: async (file) => read(file),
    readNow: read,
    sizeNow: (file) => read(file)?.length,
    hashNow: (file) => (files.has(file) ? 'a'.repeat(64) : undefined),
    stream: nodeFiles.stream,
    kind: async (path) => (files.has(path) ? 'file' : undefined),
    list: async () => [],
    replace: async () => undefined,
    remove: async () => undefined,
  };
}
