import type { BrowserProvider } from '../browser/browser-provider.js';
import { showDocument } from '../browser/show-document.js';
import type { Photograph, ShownPicture } from '../model.js';
import { type Cache, cacheKey } from '../system/cache.js';

/** What pictures are photographed with. */
export interface PhotographTools {
  readonly browser: BrowserProvider;
  readonly cache: Cache;
  /** The elements that bring in the theme's style with its fonts inside. */
  readonly style: string;
  /** The data address of a file; undefined where it cannot be shown. */
  readonly addressOf: (file: string) => string | undefined;
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
  const open: { readonly picture: ShownPicture; readonly key: string; readonly address: string }[] = [];
  for (const picture of pictures) {
    const address = 'svg' in picture ? '' : tools.addressOf(picture.file);
    if (address === undefined) continue;
    const ink = 'svg' in picture ? undefined : picture.ink;
    const what = 'svg' in picture ? `${tools.style}${picture.svg}` : address;
    const key = cacheKey(['photograph 1', what, ...(ink === undefined ? [] : [ink])]);
    const kept = await tools.cache.read(key);
    if (kept === undefined) open.push({ picture, key, address });
    else found.set(picture, read(kept));
  }
  if (open.length === 0) return found;
  const html = `<!doctype html><meta charset="utf-8">${tools.style}<body style="margin: 0; background: none"><div id="picture">`;
  await showDocument({ name: 'pictures', html: () => html }, tools.browser, async ({ page, address }) => {
    await page.goto(address.href);
    for (const { picture, key, address } of open) {
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
      const known = ink === undefined ? /^data:image\/(png|jpeg|gif);base64,(.*)$/s.exec(address) : null;
      let photograph: Photograph;
      if (known !== null) {
        const type = known[1] === 'jpeg' ? 'jpg' : known[1] === 'gif' ? 'gif' : 'png';
        photograph = { type, bytes: Buffer.from(known[2] ?? '', 'base64'), ...size };
      } else {
        const width = Math.min(most, size.width);
        const height = Math.max(1, Math.round((size.height * width) / size.width));
        if (width !== size.width)
          await page.evaluate((wide) => {
            document.querySelector('img')?.setAttribute('width', String(wide));
          }, width);
        if (ink !== undefined) await page.evaluate(showShape, ink);
        const isPhoto = 'file' in picture && ink === undefined && !/^data:image\/svg/.test(address);
        await page.setViewport({ width, height, deviceScaleFactor: isPhoto ? 1 : scale });
        const bytes = await page.screenshot(
          isPhoto ? { type: 'jpeg', quality: 88 } : { type: 'png', omitBackground: true },
        );
        photograph = { type: isPhoto ? 'jpg' : 'png', bytes, width, height };
      }
      found.set(picture, photograph);
      await tools.cache.write(
        key,
        JSON.stringify({ ...photograph, bytes: Buffer.from(photograph.bytes).toString('base64') }),
      );
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

function read(kept: string): Photograph {
  const { bytes, ...rest } = JSON.parse(kept) as Omit<Photograph, 'bytes'> & { readonly bytes: string };
  return { ...rest, bytes: Buffer.from(bytes, 'base64') };
}
