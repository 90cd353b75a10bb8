import { join } from 'node:path';
import { siteAssets } from '../export/assets.js';
import { composeIndex } from '../render/documents/index.js';
import { isHashed, type SiteEntry, siteEntries } from './site-folder.js';
import type { Tools } from './tools.js';

/**
 * Writes the page that lists the decks of a site. It is made from what stands in the site, and looked at again afterwards: of two
 * builds at once, the one that is later lists the decks of both.
 */
export async function writeSiteIndex(site: string, tools: Tools): Promise<void> {
  const { files } = tools.effects;
  let standing = await siteEntries(site, files);
  for (let written: string | undefined; written !== JSON.stringify(standing); ) {
    await writeIndex(site, standing, tools);
    written = JSON.stringify(standing);
    standing = await siteEntries(site, files);
  }
}

async function writeIndex(
  site: string,
  standing: readonly SiteEntry[],
  { effects: { files }, client }: Tools,
): Promise<void> {
  const before = (await files.list(join(site, 'assets'))).filter(isHashed).map((name) => `assets/${name}`);
  if (standing.length === 0 && before.length === 0) return;
  const assets = siteAssets(files);
  const page = composeIndex(standing, client, assets);
  const made = assets.artifacts();
  await files.replace([
    ...made.map(({ path, ...content }) => ({ file: join(site, path), ...content })),
    { file: join(site, 'index.html'), bytes: page },
  ]);
  const current = new Set(made.map(({ path }) => path));
  for (const path of before) if (!current.has(path)) await files.remove(join(site, path));
}
