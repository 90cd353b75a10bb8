import type { Drawing } from '../model.js';
import { escapeXml } from './markup/escape-xml.js';

/**
 * A drawing as a file of its own, for viewers that know no page around it: its size, its text alternative, and colours in the place of
 * the theme's variables, since outside a browser few know `var()`. Fonts are named; where they are not installed the viewer takes another.
 */
export function wholeSvg({ svg, width, height }: Drawing, alt: string): string {
  const head = /^<svg([^>]*)>/.exec(svg)?.[1] ?? '';
  const attributes = [...head.matchAll(/([\w:-]+)="([^"]*)"/g)]
    .filter(([, name = '']) => !unwanted.has(name))
    .map(([whole]) => whole);
  const namespaces = ['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink'];
  const [plain, xlink] = namespaces.map((uri) => `"${uri}"`);
  const own = [
    `xmlns=${plain}`,
    ...(svg.includes('xlink:') ? [`xmlns:xlink=${xlink}`] : []),
    `width="${Math.round(width)}"`,
    `height="${Math.round(height)}"`,
    'role="img"',
    `aria-label="${escapeXml(alt)}"`,
    ...attributes.map(settled),
  ];
  const body = withoutSteps(svg.slice(svg.indexOf('>') + 1));
  return `<svg ${own.join(' ')}>${alt === '' ? '' : `<title>${escapeXml(alt)}</title>`}${settled(body)}`;
}

const unwanted = new Set(['xmlns', 'xmlns:xlink', 'width', 'height', 'role', 'aria-label', 'aria-hidden']);

function withoutSteps(svg: string): string {
  return svg.replace(/ class="fragment" data-fragment-index="\d+"/g, '');
}

/** `var(--ink, #1b2230)` as `#1b2230`; a variable without a value for its absence as the colour of text. */
function settled(svg: string): string {
  let text = svg;
  for (let depth = 0; depth < 4 && text.includes('var('); depth++) {
    text = text.replace(/var\(\s*--[\w-]+\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g, (_, value?: string) =>
      (value ?? 'currentColor').trim(),
    );
  }
  return text;
}
