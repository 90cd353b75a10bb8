import { escapeHtml } from '../../escape-html.js';
import { carriedWords } from '../../language/words/words.js';
import type { AssetResolver, ClientBundle, RenderedDeck, RenderedSlide, SpeakerPlan } from '../../model.js';
import { hasNotes } from '../slide-tree.js';
import { policyElements } from './content-security-policy.js';
import { favicon } from './favicon.js';
import { licenceLink } from './licence-link.js';
import { folderOf, nameOf, withAddresses } from './local-files.js';
import { publishedAt } from './published-at.js';

/** The size of the stage, in px; every place in the theme is counted on it. */
export const stage = { width: 1280, height: 720 };

/** What the author may not change: the stage, and what the theme draws itself; nor that other windows command the deck. */
const fixed = {
  width: stage.width,
  height: stage.height,
  margin: 0,
  display: 'block',
  center: false,
  slideNumber: false,
  scrollActivationWidth: null,
  pdfMaxPagesPerSlide: 1,
  pdfPageHeightOffset: 0,
  postMessage: false,
  postMessageEvents: false,
};

const defaults = {
  hash: true,
  transition: 'none',
  backgroundTransition: 'none',
  controls: true,
  controlsTutorial: false,
  controlsLayout: 'bottom-right',
  progress: false,
  maxScale: 8,
  pdfSeparateFragments: false,
};

/**
 * The whole document of a deck. Dev, site and single file differ in nothing but the resolver; the single file is also what is
 * printed and measured. `hash` gives a script's CSP source (`sha256-…`) and is handed in, since this room touches no `node:`.
 */
export function composeDeck(
  rendered: RenderedDeck,
  client: ClientBundle,
  assets: AssetResolver,
  hash: (script: string) => string,
): string {
  const { settings, features, styles, scripts } = rendered;
  const isNoted = hasNotes({ edition: rendered.edition, deck: rendered });
  // The speaker's window is made of it too, and scripts of the author may ask Reveal for any part of it.
  const later = isNoted || scripts.length > 0 ? undefined : assets.later?.(client.onDemand, client.folder, 'on-demand');
  const code = [
    // First, since the speaker's window is this page without a deck.
    ...(isNoted ? [{ name: 'speaker', text: client.speaker.script }] : []),
    { name: 'deck', text: later === undefined ? client.whole : client.script },
    ...scripts.map(({ file, text }) => ({ name: nameOf(file), text })),
  ].map(({ name, text }) => ({ name, text: withinScript(text) }));
  const hashes = code.map(({ text }) => hash(text));
  const html = [
    '<!doctype html>',
    `<html lang="${escapeHtml(rendered.lang)}"${settings.mode === 'dark' ? ' data-theme="dark"' : ''}>`,
    '<head>',
    '<meta charset="utf-8">',
    ...policyElements(hashes, assets.cspSources, assets.connectSources),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(rendered.title)}</title>`,
    ...(rendered.author === '' ? [] : [`<meta name="author" content="${escapeHtml(rendered.author)}">`]),
    ...publishedAt(rendered, assets),
    favicon,
    assets.style(client.style, client.folder, 'deck'),
    ...(later === undefined ? [assets.style(client.onDemand.style, client.folder, 'on-demand')] : []),
    ...(features.math ? [assets.style(client.mathStyle, client.folder, 'katex')] : []),
    ...(isNoted ? [assets.style(client.speaker.style, client.folder, 'speaker')] : []),
    ...styles.map(({ file, text }) => assets.style(text, folderOf(file), nameOf(file))),
    ...licenceLink(client, assets),
    '</head>',
    '<body>',
    '<div class="reveal"><main class="slides">',
    stacked(rendered.slides),
    '</main></div>',
    `<script type="application/json" id="reveal-options">${withinJson({ ...defaults, ...settings.revealOptions, ...fixed })}</script>`,
    `<script type="application/json" id="window-words">${withinJson(carriedWords(rendered.lang, isNoted))}</script>`,
    ...(later === undefined ? [] : [`<script type="application/json" id="on-demand">${withinJson(later)}</script>`]),
    ...(isNoted
      ? [
          `<script type="application/json" id="speaker-plan" data-key="${fileKey(rendered, hash)}">${speakerPlan(rendered)}</script>`,
        ]
      : []),
    ...code.map(({ name, text }) => assets.script(text, name)),
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return withAddresses(html, rendered, assets);
}

/** What the file's own windows know each other by: the same for the same slides and notes, and not to be guessed without them. */
function fileKey({ slides }: RenderedDeck, hash: (script: string) => string): string {
  return hash(slides.map(({ html }) => html).join('\n'))
    .replace(/^sha256-|\W/g, '')
    .slice(0, 24);
}

/** What the speaker view shows times by, as the page holds it: the slides of this edition, and the length it is cut to. */
export function speakerPlan({ slides, settings, edition }: RenderedDeck): string {
  const length = edition.cut ?? settings.minutes;
  const plan: SpeakerPlan = {
    ...(length === undefined ? {} : { minutes: length }),
    slides: slides.map(({ id, minutes, section }) => ({
      id,
      ...(minutes === undefined ? {} : { minutes }),
      ...(section === undefined ? {} : { section }),
    })),
  };
  return withinJson(plan);
}

/** Slides of one column stand in a `<section>` of their own when there are several. */
function stacked(slides: readonly RenderedSlide[]): string {
  const columns = new Map<number, RenderedSlide[]>();
  for (const slide of slides) {
    const column = columns.get(slide.index.h);
    if (column === undefined) columns.set(slide.index.h, [slide]);
    else column.push(slide);
  }
  return [...columns.values()]
    .map((column) => {
      const html = column.map((slide) => slide.html).join('\n');
      return column.length > 1 ? `<section>\n${html}\n</section>` : html;
    })
    .join('\n');
}

/** The HTML parser ends a script at `</script` and mistakes `<!--` for a comment; both only ever stand in strings. */
function withinScript(code: string): string {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

function withinJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
