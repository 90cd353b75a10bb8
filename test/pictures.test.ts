import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparePictures } from '../src/commands/prepare-pictures.js';
import type { Tools } from '../src/commands/tools.js';
import type { Deck, LocalAsset, Room } from '../src/model.js';
import { createPictureStore, type PictureStore } from '../src/pictures/picture-copies.js';
import { tonesOf } from '../src/pictures/picture-tones.js';
import { createCache, noCache } from '../src/system/cache.js';
import { nodeFiles } from '../src/system/node-files.js';
import { run } from './support/command.js';
import { testEffects } from './support/effects.js';
import { filesBelow } from './support/reopened.js';

let folder: string;
let store: PictureStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  store = createPictureStore(noCache, nodeFiles);
  const photo = sharp({
    create: {
      width: 960,
      height: 540,
      channels: 3,
      background: '#777',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });
  const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 54/1 0/1' } };
  await photo.clone().jpeg({ quality: 95 }).withExif(place).toFile(join(folder, 'here.jpg'));
  await photo.clone().jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toFile(join(folder, 'turned.jpg'));
  await photo.clone().tiff().toFile(join(folder, 'scan.tif'));
  await photo.clone().png().toFile(join(folder, 'photo.png'));
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600"><path d="M0 0L1200 600M0 600L1200 0" stroke="red" stroke-width="24"/></svg>';
  await sharp(Buffer.from(drawing)).png({ compressionLevel: 0 }).toFile(join(folder, 'clear.png'));
  await sharp(Buffer.from(drawing))
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 0 })
    .toFile(join(folder, 'drawing.png'));
  await photo.clone().resize(40, 30).jpeg().toFile(join(folder, 'small.jpg'));
  await photo.clone().resize(40, 30).jpeg().withExif(place).toFile(join(folder, 'small-here.jpg'));
  await writeFile(join(folder, 'cut.jpg'), (await readFile(join(folder, 'here.jpg'))).subarray(0, 70_000));
  await writeFile(join(folder, 'none.jpg'), 'no picture at all'.repeat(8000));
  await writeFile(join(folder, 'empty.jpg'), '');
}, 30_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function prepared(name: string, room?: Room, styles: Deck['styles'] = []) {
  const file = join(folder, name);
  const asset: LocalAsset = { marker: '1', file, place: { path: 'deck.md', line: 3 }, ...(room && { room }) };
  const tools = { effects: testEffects(folder), pictures: store } as unknown as Tools;
  const made = await preparePictures(name === '' ? [] : [asset], { styles } as unknown as Deck, tools);
  const copy = async (kind: 'screen' | 'print') => {
    const path = made.standFor[kind](file);
    const { format, width, height, exif, xmp } = await sharp(path).metadata();
    return { isItself: path === file, format, size: `${width}×${height}`, says: (exif ?? xmp) !== undefined };
  };
  return { ...made, copy, rules: made.diagnostics.map(({ rule, message }) => `${rule} ${message}`) };
}

describe('a copy of a picture', () => {
  const room = { width: 400, height: 200 };

  test('has twice the size of its room, as WebP for screens and JPEG for paper, and does not say where it was taken', async () => {
    const { copy, rules } = await prepared('here.jpg', room);
    const size = '711×400';
    expect(await copy('screen')).toEqual({ isItself: false, format: 'webp', size, says: false });
    expect(await copy('print')).toEqual({ isItself: false, format: 'jpeg', size, says: false });
    expect(rules).toEqual([
      'picture-place here.jpg says where it was taken. What is made of the deck does not say it.',
    ]);
  });

  test('fills its room where it is to be cut', async () => {
    expect((await (await prepared('here.jpg', { ...room, isFilled: true })).copy('print')).size).toBe('800×450');
  });

  test('is never larger than the picture', async () => {
    expect((await (await prepared('here.jpg')).copy('print')).size).toBe('960×540');
  });

  test('stands as the camera was held', async () => {
    const { copy, rules } = await prepared('turned.jpg', room);
    expect((await copy('screen')).size).toBe('225×400');
    expect(rules).toEqual([]);
  });

  test('shows what browsers do not', async () => {
    expect(await (await prepared('scan.tif', room)).copy('screen')).toMatchObject({ format: 'webp', size: '711×400' });
  });

  test('is a photograph where a photograph was saved as PNG', async () => {
    expect(await (await prepared('photo.png', room)).copy('print')).toMatchObject({ format: 'jpeg' });
  });

  test('keeps the edges of a drawing, and what shines through', async () => {
    for (const [name, channels] of [
      ['drawing.png', 3],
      ['clear.png', 4],
    ] as const) {
      const { standFor } = await prepared(name, room);
      const file = standFor.print(join(folder, name));
      expect(file, name).not.toBe(join(folder, name));
      expect(await sharp(file).metadata(), name).toMatchObject({ format: 'png', channels, width: 800 });
      expect(await sharp(standFor.screen(join(folder, name))).metadata()).toMatchObject({ hasAlpha: channels === 4 });
    }
  });

  test('is not made of a small picture, unless that says where it was taken', async () => {
    expect((await (await prepared('small.jpg')).copy('screen')).isItself).toBe(true);
    const here = await prepared('small-here.jpg');
    expect(await here.copy('screen')).toMatchObject({ isItself: false, says: false });
    expect(here.rules).toHaveLength(1);
  });

  test('is not made of what is damaged or no picture, and what is damaged is said', async () => {
    const cut = await prepared('cut.jpg', room);
    expect(cut.hasCopies).toBe(false);
    expect(cut.rules).toEqual([
      'picture-damaged The picture cut.jpg is damaged: VipsJpeg: premature end of JPEG image. It is shown as far as it can be read.',
    ]);
    for (const name of ['none.jpg', 'empty.jpg', 'missing.jpg']) {
      const { hasCopies, rules } = await prepared(name, room);
      expect([hasCopies, rules], name).toEqual([false, []]);
    }
  });

  test('stands for a picture that only a style sheet names', async () => {
    const text = '.x { background: url("here.jpg") }';
    const { standFor, diagnostics } = await prepared('', undefined, [
      { path: 'style.css', file: join(folder, 'style.css'), text },
    ]);
    expect(standFor.screen(join(folder, 'here.jpg'))).toMatch(/here\.webp$/);
    expect(diagnostics.map(({ place }) => place)).toEqual([{ path: 'style.css', line: 1 }]);
  });
});

test('copies are kept, taken again, and made anew where they were changed', async () => {
  const kept = join(folder, 'cache');
  const picture = async (read: () => Promise<Uint8Array>) => {
    const file = join(folder, 'here.jpg');
    const own = createPictureStore(createCache(kept), nodeFiles);
    const room = { width: 300, height: 200 };
    const { copies } = await own.prepare({ file, hash: nodeFiles.hashNow(file) ?? '', room, read });
    await own.close();
    return copies?.screen ?? '';
  };
  const first = await picture(() => readFile(join(folder, 'here.jpg')));
  const bytes = await readFile(first);
  expect(await picture(() => Promise.reject(new Error('read again')))).toBe(first);
  await writeFile(first, 'half of it');
  await picture(() => readFile(join(folder, 'here.jpg')));
  expect((await readFile(first)).equals(bytes)).toBe(true);
  expect((await readdir(join(kept, 'files'))).length).toBe(1);
});

describe('the colours of a picture behind a slide', () => {
  const drawn = (more: string): Promise<string> =>
    tonesOf(
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9" width="1600" height="900">${more}</svg>`),
    );
  const night = '<rect width="16" height="9" fill="#0b2239"/>';

  test('are the darkest and the lightest, once where they are one', async () => {
    expect(await drawn(night)).toBe('#0b2239');
    expect(await drawn(`${night}<rect width="8" height="9" fill="#f7e7c7"/>`)).toBe('#0b2239 #f7e7c7');
  });

  test('are those of pieces as large as a letter: a star in the night does not count', async () => {
    const [dark = '', light = ''] = (
      await drawn(`${night}<rect x="3" y="3" width="0.02" height="0.02" fill="#fff"/>`)
    ).split(' ');
    expect(dark).toBe('#0b2239');
    expect(Number.parseInt(light.slice(1, 3), 16)).toBeLessThan(40);
  });

  test('have the ground among them where the picture lets it be seen', async () => {
    expect(await drawn('<rect width="8" height="9" fill="#0b2239"/>')).toBe('#0b2239 #00000000');
    expect(await drawn('')).toBe('#00000000');
  });

  test('are looked for behind slides only, and unknown for what is no picture', async () => {
    const asset = (name: string, isGround?: true): LocalAsset => ({
      marker: name,
      file: join(folder, name),
      place: { path: 'deck.md', line: 1 },
      ...(isGround === undefined ? {} : { isGround }),
    });
    const assets = [
      asset('clear.png', true),
      asset('none.jpg', true),
      asset('empty.jpg', true),
      asset('missing.jpg', true),
      asset('photo.png'),
    ];
    const tools = { effects: testEffects(folder), pictures: store } as unknown as Tools;
    const { tones } = await preparePictures(assets, { styles: [] } as unknown as Deck, tools);
    expect([...tones].map(([file, found]) => [file.slice(folder.length + 1), found]).sort()).toEqual([
      ['clear.png', expect.stringMatching(/^#.* #00000000$/)],
      ['none.jpg', ''],
    ]);
  });
});

test('an e-book and a quiz have the copy of a picture, which does not say where it was taken', async () => {
  const deck = join(folder, 'slides/harbour');
  await mkdir(deck, { recursive: true });
  await copyFile(join(folder, 'here.jpg'), join(deck, 'here.jpg'));
  await writeFile(
    join(deck, 'deck.md'),
    '---\nlang: en\n---\n## Where is this? {layout=question}\n\n::: question\n![A quay](here.jpg)\n\n- [x] North\n- [ ] South\n:::\n',
  );
  const { code, reported } = await run(['export', 'harbour', '--to', 'epub,quiz'], folder);
  expect([code, reported.filter((line) => / (error|warning) /.test(line))]).toEqual([0, []]);
  const out = join(folder, 'dist/export/harbour');
  for (const file of filesBelow(out)) {
    const bytes = await readFile(join(out, file));
    const isPacked = /\.(epub|zip)$/.test(file);
    const inside = isPacked ? Object.values(unzipSync(new Uint8Array(bytes))) : [bytes, ...inBase64(bytes)];
    const read = inside.map((one) => Buffer.from(one).toString('latin1')).join('\n');
    if (!file.endsWith('.csv')) expect([file, read.includes('\xFF\xD8\xFF')]).toEqual([file, true]);
    expect([file, read.includes('Exif')]).toEqual([file, false]);
    expect(bytes.length).toBeLessThan((await stat(join(deck, 'here.jpg'))).size * 1.4);
  }
});

/** What stands in a text in base64. */
function inBase64(text: Buffer): readonly Buffer[] {
  return [...text.toString('latin1').matchAll(/[\w+/]{1000,}={0,2}/g)].map(([found]) => Buffer.from(found, 'base64'));
}
