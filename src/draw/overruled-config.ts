import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Diagnostic, Diagram } from '../model.js';
import { nameOf } from './diagram-diagnostics.js';

/** What an author's own configuration of a diagram may not change. */
const overruled = ['theme', 'look', 'themeCSS'];

/**
 * A warning for each setting in `%%{init: …}%%` or in the front matter's `config` that has no effect, since all diagrams of a deck
 * share its theme: Mermaid drops what is `secure` without a word.
 */
export function configDiagnostics(diagram: Diagram): readonly Diagnostic[] {
  return [...frontMatter(diagram.code), ...directives(diagram.code)].map(({ name, line }) => ({
    rule: 'diagram-config',
    severity: 'warning',
    message: `The diagram "${nameOf(diagram)}" sets ${name}, which has no effect: diagrams are drawn in the deck's theme.`,
    place: { path: diagram.place.path, line: diagram.place.line + line - 1 },
    cure: 'Remove it; classDef and style give single parts another look.',
  }));
}

interface Setting {
  readonly name: string;
  /** Of the code, from 1. */
  readonly line: number;
}

function frontMatter(code: string): readonly Setting[] {
  const found = /^\s*-{3}\s*\n([\s\S]*?)\n-{3}\s*(?:\n|$)/.exec(code);
  return found === null ? [] : settingsIn(found[1] ?? '', ['config'], lineOf(code, code.indexOf(found[1] ?? '')));
}

/** JSON, or what JavaScript makes of it: YAML reads both. */
function directives(code: string): readonly Setting[] {
  return [...code.matchAll(/%%\{\s*init(?:ialize)?\s*:\s*([\s\S]*?)\}%%/g)].flatMap((found) =>
    settingsIn(found[1] ?? '', [], lineOf(code, found.index + found[0].indexOf(found[1] ?? ''))),
  );
}

/** Text that cannot be read is Mermaid's to complain of. */
function settingsIn(text: string, path: readonly string[], first: number): readonly Setting[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text.replaceAll('\t', ' '), { lineCounter });
  const settings = path.length === 0 ? document.contents : document.getIn(path, true);
  if (document.errors.length > 0 || !isMap(settings)) return [];
  return settings.items.flatMap(({ key }) => {
    if (!isScalar(key) || !overruled.includes(String(key.value))) return [];
    const line = lineCounter.linePos(key.range?.[0] ?? 0).line;
    return [{ name: String(key.value), line: first + line - 1 }];
  });
}

function lineOf(code: string, position: number): number {
  return code.slice(0, position).split('\n').length;
}
