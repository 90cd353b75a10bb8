import { awaitPaint } from '../browser/await-paint.js';
import type { BrowserProvider } from '../browser/browser-provider.js';
import { type FileBeside, showDocument } from '../browser/show-document.js';
import type { Photograph, ShownPicture } from '../model.js';
import { type Cache, cacheKey } from '../system/cache.js';

/** What pictures are photographed with. */
export interface PhotographTools {
  readonly browser: BrowserProvider;
  readonly cache: Cache;
  /** The elements that bring in the theme's style with its fonts inside. */
  readonly style: string;
  /** Undefined where a file cannot be shown. */
  readonly fileOf: (file: string) => ShownFile | undefined;
}

/** A file under a data address; a large one beside the document, since a browser holds such an address many times. */
export interface ShownFile {
  readonly address: string;
  readonly beside?: FileBeside;
  /** Of a file beside: what its content is told by. */
  readonly hash?: string;
  /** Its bytes. */
  readonly read?: () => Uint8Array | undefined;
}

/** Wider than this no picture has to be on paper. */
const most = 1600;
/** Device pixels in one of the picture's. */
const scale = 2;

/**
 * Pictures in a form that programs know which draw no SVG, or no WebP: drawings at twice their size, with the theme's fonts. JPEG, PNG
 * and GIF stay as they are. One that cannot be shown is missing from the result. No browser is started where all are kept.
 */
export async function photographAll(
  pictures: readonly ShownPicture[],
  tools: PhotographTools,
): Promise<ReadonlyMap<ShownPicture, Photograph>> {
  const found = new Map<ShownPicture, Photograph>();
  const open: { readonly picture: ShownPicture; readonly key: string; readonly file: ShownFile }[] = [];
  for (const picture of pictures) {
    const file = 'svg' in picture ? { address: '' } : tools.fileOf(picture.file);
    if (file === undefined) continue;
    const ink = 'svg' in picture ? undefined : picture.ink;
    const what = 'svg' in picture ? `${tools.style}${picture.svg}` : (file.hash ?? file.address);
    const key = cacheKey(['photograph 3', what, ...(ink === undefined ? [] : [ink])]);
    const kept = await tools.cache.read(key);
    if (kept === undefined) open.push({ picture, key, file });
    else found.set(picture, read(kept, file));
  }
  if (open.length === 0) return found;
  const html = `<!doctype html><meta charset="utf-8">${tools.style}<body style="margin: 0; background: none"><div id="picture">`;
  const beside = open.flatMap(({ file }) => (file.beside === undefined ? [] : [file.beside]));
  await showDocument({ name: 'pictures', html: () => html, beside }, tools.browser, async ({ page, address: own }) => {
    await page.goto(own.href);
    for (const { picture, key, file } of open) {
      const { address } = file;
      const html = 'svg' in picture ? picture.svg : `<img alt="" src="${address}" style="display: block">`;
      const size = await page.evaluate(
        async (markup, width, height) => {
          const place = document.getElementById('picture');
          if (place === null) return undefined;
          place.innerHTML = markup;
          const image = place.querySelector('img');
          const svg = place.querySelector('svg');
          if (svg !== null) {
            svg.setAttribute('width', String(width));
            svg.setAttribute('height', String(height));
            svg.style.display = 'block';
          }
          await image?.decode().catch(() => undefined);
          await document.fonts.ready;
          if (image === null) return { width, height };
          const natural = { width: image.naturalWidth, height: image.naturalHeight };
          return natural.width * natural.height === 0 ? undefined : natural;
        },
        html,
        'svg' in picture ? Math.ceil(picture.width) : 0,
        'svg' in picture ? Math.ceil(picture.height) : 0,
      );
      if (size === undefined) continue;
      const ink = 'svg' in picture ? undefined : picture.ink;
      const type = file.beside?.type ?? /^data:([^;,]*);base64,/.exec(address)?.[1] ?? '';
      const known = ink === undefined ? asItIs[type] : undefined;
      let photograph: Photograph;
      if (known !== undefined) {
        photograph = { type: known, bytes: bytesOf(file), ...size };
      } else {
        const width = Math.min(most, size.width);
        const height = Math.max(1, Math.round((size.height * width) / size.width));
        if (width !== size.width)
          await page.evaluate((wide) => {
            document.querySelector('img')?.setAttribute('width', String(wide));
          }, width);
        if (ink !== undefined) await page.evaluate(showShape, ink);
        const isPhoto = 'file' in picture && ink === undefined && type !== 'image/svg+xml';
        await page.setViewport({ width, height, deviceScaleFactor: isPhoto ? 1 : scale });
        await awaitPaint(page);
        const bytes = await page.screenshot(
          isPhoto ? { type: 'jpeg', quality: 88 } : { type: 'png', omitBackground: true },
        );
        photograph = { type: isPhoto ? 'jpg' : 'png', bytes, width, height };
      }
      found.set(picture, photograph);
      const { bytes, ...rest } = photograph;
      const isFile = known !== undefined && file.beside !== undefined;
      const base64 = isFile ? undefined : Buffer.from(bytes).toString('base64');
      await tools.cache.write(key, JSON.stringify({ ...rest, ...(base64 === undefined ? {} : { bytes: base64 }) }));
    }
  });
  return found;
}

/** Shows the picture's shape in a colour. Runs in the page. */
function showShape(ink: string): void {
  const image = document.querySelector('img');
  if (image === null) return;
  const { width, height } = image.getBoundingClientRect();
  const shape = document.createElement('div');
  const mask = `url("${image.src}") no-repeat center / contain`;
  Object.assign(shape.style, { width: `${width}px`, height: `${height}px`, background: ink, mask });
  image.replaceWith(shape);
}

/** Kinds of pictures that other programs know too. */
const asItIs: Readonly<Record<string, Photograph['type']>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

function bytesOf({ address, read: bytes }: ShownFile): Uint8Array {
  return bytes?.() ?? Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** A large picture that stays as it is was not kept a second time. */
function read(kept: string, file: ShownFile): Photograph {
  const { bytes, ...rest } = JSON.parse(kept) as Omit<Photograph, 'bytes'> & { readonly bytes?: string };
  return { ...rest, bytes: bytes === undefined ? bytesOf(file) : Buffer.from(bytes, 'base64') };
}
