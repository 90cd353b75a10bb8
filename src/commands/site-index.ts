import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type ReadBrand, readBrand } from '../read/brand/read-brand.js';
import { cacheKey } from '../system/cache.js';
import { isHashed, type SiteEntry, siteEntries } from './site-folder.js';
import type { Tools } from './tools.js';

/**
 * Sees to it that the page that lists the decks of a site is there. It is made from what stands in the site, and looked at again
 * afterwards: of two builds at once, the one that is later lists the decks of both. A list that would be the same is not written again.
 */
export async function writeSiteIndex(site: string, tools: Tools): Promise<void> {
  const { files } = tools.effects;
  const branded = await brandOf(tools);
  let standing = await siteEntries(site, files);
  for (let written: string | undefined; written !== JSON.stringify(standing); ) {
    if (!(await isAsItWouldBe(site, standing, branded, tools))) await writeIndex(site, standing, branded, tools);
    written = JSON.stringify(standing);
    standing = await siteEntries(site, files);
  }
}

/** The files of the list, by their paths in the site, with the SHA-256 of each. */
type WrittenIndex = readonly (readonly [path: string, hash: string])[];

async function isAsItWouldBe(
  site: string,
  standing: readonly SiteEntry[],
  branded: ReadBrand,
  tools: Tools,
): Promise<boolean> {
  const { outputs, effects } = tools;
  const text = tools.fingerprint === undefined ? undefined : await outputs.read(keyOf(site, standing, branded, tools));
  const written = text === undefined ? [] : (JSON.parse(text) as WrittenIndex);
  return written.length > 0 && written.every(([path, hash]) => effects.files.hashNow(join(site, path)) === hash);
}

async function writeIndex(
  site: string,
  standing: readonly SiteEntry[],
  branded: ReadBrand,
  tools: Tools,
): Promise<void> {
  const { files } = tools.effects;
  const before = (await files.list(join(site, 'assets'))).filter(isHashed).map((name) => `assets/${name}`);
  if (standing.length === 0 && before.length === 0) return;
  const [{ composeIndex }, { siteAssets }] = await Promise.all([
    import('../render/documents/index.js'),
    import('../export/assets.js'),
  ]);
  const assets = siteAssets(files);
  const page = composeIndex(standing, tools.client, assets, branded);
  const made = [...assets.artifacts(), { path: 'index.html', bytes: page }];
  await files.replace(made.map(({ path, ...content }) => ({ file: join(site, path), ...content })));
  const current = new Set(made.map(({ path }) => path));
  for (const path of before) if (!current.has(path)) await files.remove(join(site, path));
  const written: WrittenIndex = made.map((one) => [
    one.path,
    'bytes' in one ? createHash('sha256').update(one.bytes).digest('hex') : (files.hashNow(one.copyOf) ?? ''),
  ]);
  if (tools.fingerprint !== undefined)
    await tools.outputs.write(keyOf(site, standing, branded, tools), JSON.stringify(written));
}

/** The brand that decks below the folder of the command have; what is wrong with it they say. None for decks that are not trusted. */
async function brandOf({ effects, fonts, sanitiser }: Tools): Promise<ReadBrand> {
  if (sanitiser !== undefined) return { diagnostics: [] };
  return readBrand({ folder: join(effects.cwd, 'slides'), path: '' }, undefined, effects, fonts);
}

function keyOf(site: string, standing: readonly SiteEntry[], { brand, sheet }: ReadBrand, tools: Tools): string {
  const { fingerprint = '', effects } = tools;
  const looks = [brand?.typeface?.files.map(({ font }) => font.file), Object.values(brand?.logo ?? {})];
  const hashes = looks.flat().map((file) => effects.files.hashNow(file ?? '') ?? '');
  const look = brand === undefined ? [] : [JSON.stringify([brand.name, sheet?.text, hashes])];
  return cacheKey(['index', site, JSON.stringify(standing), fingerprint, ...look]);
}
