import { escapeHtml } from '../escape-html.js';
import { servedAssets } from '../export/assets.js';
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from '../model/diagnostic.js';
import type { RenderedDeck } from '../model.js';
import type { DeckLocation } from '../read/deck.js';
import { policyElements } from '../render/documents/content-security-policy.js';
import { speakerPlan } from '../render/documents/deck.js';
import { withAddresses } from '../render/documents/local-files.js';
import type { Effects } from '../system/effects.js';
import type { DevDeck, DevPage } from '../vite/deck-plugin.js';
import { compileDeck } from './compile.js';
import { toolsFor } from './confine.js';
import { createDeckMemory } from './deck-memory.js';
import { withDeckTrouble } from './deck-trouble.js';
import { judgeSingleFile, writeEdition } from './edition.js';
import { judgeEdition } from './judge-text.js';
import { judgeOthers } from './judged-editions.js';
import { unlistedLength } from './lengths.js';
import { findDecks } from './targets.js';
import { type CommandOptions, type Tools, withTools } from './tools.js';

export interface DevOptions extends CommandOptions {
  readonly port: number;
}

/** Shows decks in the browser and follows what is saved, until it is asked to stop. */
export async function dev(names: readonly string[], options: DevOptions, effects: Effects): Promise<boolean> {
  const decks = await findDecks(names, effects);
  const { startDevServer } = await import('../vite/dev-server.js');
  return withTools({ ...options, quiet: true }, effects, async (tools) => {
    const devDecks = decks.map((location) => {
      const remembering = { ...tools, memory: createDeckMemory() };
      return { name: location.name, make: () => makePage(location, options, remembering) };
    });
    const server = await startDevServer(devDecks, options.port, {
      judged: (deck, diagnostics) => say(deck, diagnostics, effects),
      failed: (error) => effects.report(error instanceof Error ? error.message : String(error)),
    });
    try {
      for (const { name } of decks) effects.print(`${name}: ${server.url}${encodeURIComponent(name)}/`);
      const end = stopped(effects.signal);
      await Promise.race([server.start(), end]);
      await end;
    } finally {
      await server.close();
    }
    return true;
  });
}

/** A deck that cannot be made has a page too, which says why; the others are shown, and the next save tries again. */
async function makePage(location: DeckLocation, options: DevOptions, tools: Tools): Promise<DevPage> {
  const { effects } = tools;
  const outcome = await withDeckTrouble(location, effects, () =>
    shownDeck(location, options, toolsFor(location, tools)),
  );
  if ('done' in outcome) return outcome.done;
  const { trouble } = outcome;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">${policyElements([], ["'self'"], ["'self'", 'ws:']).join('')}<title>${escapeHtml(location.name)}</title></head><body><h1>${escapeHtml(location.name)}</h1><p>${escapeHtml(trouble.message)}</p></body></html>`;
  return {
    html: () => html,
    slides: [],
    frame: html,
    plan: '',
    judge: async () => [trouble],
    fileAt: () => undefined,
    files: effects.files,
    watched: [location.file],
  };
}

/** A deck with errors is shown as far as it goes: the page says what is wrong. */
async function shownDeck(location: DeckLocation, { cut }: DevOptions, tools: Tools): Promise<DevPage> {
  const compiled = await compileDeck(location, tools);
  const edition = { audience: 'teacher' as const, ...(cut === undefined ? {} : { cut }) };
  const written = await writeEdition(compiled, edition, tools);
  const { rendered, files, compose, standFor } = written;
  const assets = servedAssets(files, standFor.screen);
  const html = once(() => compose(assets));
  const judge = async (): Promise<readonly Diagnostic[]> =>
    sortDiagnostics([
      ...compiled.diagnostics,
      ...unlistedLength(compiled.deck, cut),
      ...written.diagnostics,
      ...judgeSingleFile(written, tools),
      ...(await judgeOthers(compiled, { cut, made: ['teacher'] }, (one) => judgeEdition(compiled, one, tools))),
    ]);
  return {
    html,
    slides: rendered.slides.map(({ id, html: slide, place }) => ({
      id,
      html: withAddresses(slide, rendered, assets),
      place,
    })),
    frame: frameOf(rendered),
    plan: speakerPlan(rendered),
    judge: once(judge),
    // What only the frame names has its address from the page.
    fileAt: (address) => assets.fileAt(address) ?? (html() === '' ? undefined : assets.fileAt(address)),
    files,
    watched: [...compiled.files, ...rendered.assets.map(({ file }) => file)],
  };
}

/** All that the page is composed from but its slides, and how these are stacked. */
function frameOf({
  name,
  title,
  lang,
  author,
  settings,
  edition,
  features,
  styles,
  scripts,
  slides,
}: RenderedDeck): string {
  const stacks = slides.map(({ index }) => index);
  return JSON.stringify([name, title, lang, author, settings, edition, features, styles, scripts, stacks]);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function say(deck: DevDeck, diagnostics: readonly Diagnostic[], effects: Effects): void {
  for (const diagnostic of diagnostics) effects.report(formatDiagnostic(diagnostic));
  if (diagnostics.length === 0) effects.report(`${deck.name}: nothing is wrong`);
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
