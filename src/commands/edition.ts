import { createHash } from 'node:crypto';
import { cacheKey } from '../cache.js';
import { type Diagnostic, hasErrors } from '../diagnostic.js';
import { inlineAssets } from '../export/assets.js';
import { type Steps, withPrintView } from '../export/print-view.js';
import { printView } from '../export/slides-pdf.js';
import { layoutDiagnostics } from '../measure/layout-diagnostics.js';
import type { AssetResolver, Edition, LaidOutDeck, LocalAsset, RenderedDeck } from '../model.js';
import { count } from '../progress.js';
import { shownPath } from '../read/text-file.js';
import { renderDeck } from '../render/deck.js';
import { composeDeck } from '../render/documents/deck.js';
import type { CompiledDeck } from './compile.js';
import type { Tools } from './tools.js';

/** A deck as one reader gets it. */
export interface ComposedEdition {
  readonly rendered: RenderedDeck;
  /** The deck in one file: what the presenter gets, and what is measured and printed. */
  readonly html: string;
  /** The same page with its assets placed by another resolver. */
  readonly compose: (assets: AssetResolver) => string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The second half of the row: Deck + Drawings -> RenderedDeck -> HTML. */
export async function composeEdition(compiled: CompiledDeck, edition: Edition, tools: Tools): Promise<ComposedEdition> {
  const rendered = await renderDeck(compiled.deck, compiled.drawings, edition);
  const compose = (assets: AssetResolver): string => composeDeck(rendered, tools.client, assets, scriptHash);
  const missing = await missingAssets(rendered.assets, tools);
  const html = compose(inlineAssets(tools.effects.files));
  return { rendered, html, compose, diagnostics: [...rendered.diagnostics, ...missing] };
}

/** What is wrong with how an edition is laid out. A page that was measured before is not measured again. */
export async function judgeLayout(composed: ComposedEdition, tools: Tools): Promise<readonly Diagnostic[]> {
  const key = layoutKey(composed);
  const kept = await tools.layouts.read(key);
  if (kept !== undefined) return judge(composed, JSON.parse(kept) as Seen);
  const { name, slides } = composed.rendered;
  return tools.progress.stage(
    `${name}: measure`,
    () =>
      withPrintView({ html: composed.html, steps: 'final' }, tools, async (view) => {
        const seen = { layout: await view.measure(), blocked: view.blocked };
        await tools.layouts.write(key, JSON.stringify(seen));
        return judge(composed, seen);
      }),
    () => count(slides.length, 'slide'),
  );
}

/** Measures and prints in one page. Without `always` nothing is printed when the layout has errors. */
export async function printEdition(
  composed: ComposedEdition,
  { steps, always }: { readonly steps: Steps; readonly always: boolean },
  tools: Tools,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly pdf?: Uint8Array }> {
  const { rendered, html } = composed;
  return tools.progress.stage(
    `${rendered.name}: print`,
    () =>
      withPrintView({ html, steps }, tools, async (view) => {
        const diagnostics = judge(composed, { layout: await view.measure(), blocked: view.blocked });
        if (hasErrors(diagnostics) && !always) return { diagnostics };
        return { diagnostics, pdf: await printView(view, { rendered, date: tools.effects.now() }) };
      }),
    ({ pdf }) => (pdf === undefined ? 'not printed' : count(rendered.slides.length, 'slide')),
  );
}

/** A script's CSP source (CSP 3, hash-source). */
function scriptHash(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

/** What came of showing an edition. */
interface Seen {
  readonly layout: LaidOutDeck;
  /** Addresses the page asked for and was not given. */
  readonly blocked: readonly string[];
}

function judge({ rendered }: ComposedEdition, { layout, blocked }: Seen): readonly Diagnostic[] {
  const [first] = rendered.slides;
  const asked = blocked.map((address) => ({
    rule: 'remote-resource',
    severity: 'warning' as const,
    message: `The deck asks for ${address} while it is shown, and was not given it: outputs ask nothing of the network.`,
    place: { path: first?.place.path ?? rendered.name, line: 1 },
    cure: 'Take out the script or the style that asks for it.',
  }));
  return [...layoutDiagnostics(layout, rendered.slides, rendered.settings), ...asked];
}

/** The page says everything that a layout depends on, and `2` how it is measured. */
function layoutKey({ html }: ComposedEdition): string {
  return cacheKey(['2', html]);
}

async function missingAssets(assets: readonly LocalAsset[], { effects }: Tools): Promise<readonly Diagnostic[]> {
  const found = await Promise.all(assets.map(async (asset) => ({ asset, kind: await effects.files.kind(asset.file) })));
  return found.flatMap(({ asset, kind }) => {
    if (kind === 'file') return [];
    const message = `There is no file ${shownPath(asset.file, effects)}.`;
    const cure = "Correct the path, which is relative to the deck's folder, or put the file there.";
    return [{ rule: 'file-missing', severity: 'error', message, place: asset.place, cure } as const];
  });
}
