import { escapeHtml } from '../../src/escape-html.js';
import { type ThemeColour, themeColours } from '../../src/model/theme-colours.js';

/** A slide of the manual. `picture` is an address beside the page. */
export interface ManualSlide {
  readonly id: string;
  readonly title: string;
  readonly section?: { readonly number: number; readonly title: string };
  readonly picture: string;
  readonly markdown: string;
}

/** The faces of the page: files of `@fontsource`, by family and weight. */
export const manualFonts = [
  { family: 'Source Serif 4', weight: 600, file: 'source-serif-4-latin-600-normal.woff2' },
  { family: 'Source Sans 3', weight: 400, file: 'source-sans-3-latin-400-normal.woff2' },
  { family: 'Source Sans 3', weight: 600, file: 'source-sans-3-latin-600-normal.woff2' },
  { family: 'Source Code Pro', weight: 400, file: 'source-code-pro-latin-400-normal.woff2' },
] as const;

/** One page: each slide, and beside it, on a phone below it, what was typed for it. */
export function manualPage(title: string, lang: string, slides: readonly ManualSlide[]): string {
  const sections = slides.flatMap(({ section, id }) => (section === undefined ? [] : [{ ...section, id }]));
  const firsts = sections.filter(({ number }, at) => sections[at - 1]?.number !== number);
  const links = firsts.map(
    ({ number, title, id }) => `<li><a href="#${escapeHtml(id)}">${number} ${escapeHtml(title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}: slides and their Markdown</title>
<style>
${style()}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>Each slide, and the Markdown that makes it. What is written under <code>Note:</code> only the speaker sees.</p>
<nav aria-label="Sections"><ol>${links.join('')}</ol></nav>
</header>
<main>
${slides.map(article).join('\n')}
</main>
</body>
</html>
`;
}

function article({ id, title, picture, markdown }: ManualSlide): string {
  const name = escapeHtml(title);
  return `<article id="${escapeHtml(id)}">
<h2><a href="#${escapeHtml(id)}">${name}</a></h2>
<img src="${escapeHtml(picture)}" width="1280" height="720" alt="Slide: ${name}" loading="lazy">
<pre tabindex="0" aria-label="Markdown: ${name}"><code>${escapeHtml(markdown)}</code></pre>
</article>`;
}

function style(): string {
  const faces = manualFonts.map(
    ({ family, weight, file }) =>
      `@font-face { font-family: '${family}'; font-weight: ${weight}; font-display: swap; src: url('fonts/${file}') format('woff2'); }`,
  );
  return `${faces.join('\n')}
:root { color-scheme: light dark; ${colours('light')} }
@media (prefers-color-scheme: dark) { :root { ${colours('dark')} } }
* { box-sizing: border-box; }
body { max-width: 1560px; margin: 0 auto; padding: 32px clamp(16px, 3vw, 48px) 96px; background: var(--paper); color: var(--ink); font: 400 18px/1.5 'Source Sans 3', sans-serif; }
h1, h2 { font-family: 'Source Serif 4', serif; font-weight: 600; line-height: 1.2; }
h1 { margin: 0; font-size: 40px; }
h2 { grid-column: 1 / -1; margin: 0; font-size: 22px; }
a { color: inherit; text-underline-offset: 0.2em; }
h2 a { text-decoration: none; }
h2 a:hover { text-decoration: underline; }
nav ol { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 6px 0; }
article { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 14px 28px; align-items: start; margin-top: 36px; padding-top: 14px; border-top: 1px solid var(--hair); }
img { position: sticky; top: 16px; display: block; width: 100%; height: auto; border: 1px solid var(--hair); }
pre { margin: 0; padding: 14px 18px; background: var(--shade); font: 400 15px/1.5 'Source Code Pro', monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: 'Source Code Pro', monospace; }
p code { font-size: 0.9em; }
@media (max-width: 900px) {
  body { padding-top: 20px; }
  h1 { font-size: 30px; }
  article { display: block; }
  article > * { margin-bottom: 12px; }
  img { position: static; }
  pre { font-size: 14px; padding: 12px; }
}
`;
}

function colours(theme: keyof ThemeColour): string {
  return (['paper', 'ink', 'hair', 'shade'] as const)
    .map((name) => `--${name}: ${themeColours[name][theme]};`)
    .join(' ');
}
