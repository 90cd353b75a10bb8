import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserProvider } from '../browser/browser-provider.js';
import { showDocument } from '../browser/show-document.js';
import { builtBytes, packageFolder } from '../system/package-folder.js';
import type { BrandFaces } from './brand-faces.js';
import { drawingFunctions } from './in-page/drawing-functions.js';
import { mermaidConfig } from './theme/mermaid-config.js';
import { drawingStyle } from './theme/style.js';

/** Mermaid's own bundle, a classic script, which the page loads. */
const mermaidScript = join(packageFolder(), 'dist/vendor/mermaid.min.js');

/** Opens the page, waits until Mermaid and every face are there, and hands it over. */
export async function withHostPage<T>(
  browser: BrowserProvider,
  use: (page: Page) => Promise<T>,
  brand?: BrandFaces,
): Promise<T> {
  const shown = {
    name: 'diagrams',
    html: (addressOf: (script: string) => string) => hostPage(addressOf, brand),
    scripts: [mermaidScript],
  };
  return showDocument(shown, browser, async ({ page, address }) => {
    await page.emulateTimezone('UTC');
    await page.goto(address.href);
    await page.evaluate(async () => {
      await Promise.all([...document.fonts].map((face) => face.load()));
    });
    return use(page);
  });
}

/**
 * The page all diagrams of a command are drawn in: Mermaid, the theme's fonts, and fixed random numbers and time. Its policy lets run
 * what is written here and nothing that a label could bring.
 */
function hostPage(addressOf: (script: string) => string, brand: BrandFaces | undefined): string {
  const named = (text: string): string => (brand === undefined ? text : brand.named(text));
  const nonce = randomUUID();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; font-src data:; img-src data:`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Diagrams</title>
<style>${fontFaces()}${brand?.rules ?? ''}${named(drawingStyle())}</style>
<script nonce="${nonce}">
globalThis.__name = (value) => value;
${Object.entries(drawingFunctions)
  .map(([name, code]) => `globalThis.${name} = ${code};`)
  .join('\n')}
startOver();
decodeReferences();
</script>
<script nonce="${nonce}" src="${addressOf(mermaidScript)}"></script>
<script nonce="${nonce}">mermaid.initialize(${named(JSON.stringify(mermaidConfig)).replaceAll('<', '\\u003c')});</script>
`;
}

/** The theme's faces as data URIs: text is measured with the letters it is shown in. */
function fontFaces(): string {
  const faces = [
    { family: 'Source Sans 3', file: 'source-sans-3', weights: [400, 600] },
    { family: 'Source Serif 4', file: 'source-serif-4', weights: [600] },
  ];
  return faces
    .flatMap(({ family, file, weights }) =>
      weights.flatMap((weight) =>
        Object.entries(ranges).map(([set, range]) => fontFace(family, file, weight, set, range)),
      ),
    )
    .join('\n');
}

/** As @fontsource declares them. */
const ranges = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  cyrillic: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
};

function fontFace(family: string, file: string, weight: number, set: string, range: string): string {
  const data = builtBytes(`client/fonts/${file}-${set}-${weight}-normal.woff2`).toString('base64');
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) format('woff2'); unicode-range: ${range}; }`;
}
