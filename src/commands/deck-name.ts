import type { Diagnostic } from '../model/diagnostic.js';
import type { Severity } from '../model/severity.js';
import type { DeckLocation } from '../read/deck.js';

/**
 * Why no outputs can be written under a deck's name, as a finding of the deck, or why not everywhere; nothing for a good name. `path` is that
 * of its file.
 */
export function deckNameDiagnostics({ name }: Pick<DeckLocation, 'name'>, path: string): readonly Diagnostic[] {
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  const finding = (severity: Severity, message: string): readonly Diagnostic[] => [
    { rule: 'deck-name', severity, message, place: { path, line: 1 }, cure: 'Rename it.' },
  ];
  const why = reasonAgainst(name);
  if (why !== undefined) return finding('error', `The deck is called "${shown}", and its outputs cannot be: ${why}.`);
  const sign = signAgainst(name);
  if (sign === undefined) return [];
  return finding(
    'warning',
    `The deck is called "${shown}"; Windows takes no name ${sign}, so its files cannot be copied there.`,
  );
}

/** A file's name may have 255 bytes on most disks; what is written beside it has endings of its own. */
const longest = 200;

function reasonAgainst(name: string): string | undefined {
  if (['index.html', 'assets'].includes(name.toLowerCase())) return 'the site has a file or folder of that name';
  if (Buffer.byteLength(name) > longest) return `names have at most ${longest} bytes`;
  // Naming Files, Paths, and Namespaces (Microsoft Learn).
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(name)) {
    return 'Windows has a device of that name, and a site is copied to many machines';
  }
  return undefined;
}

/** What Windows does not take in a name, in words; undefined where there is none of it (the same page of Microsoft's). */
function signAgainst(name: string): string | undefined {
  const [sign] = /[<>:"/\\|?*]/.exec(name) ?? [];
  if (sign !== undefined) return `with ${sign} in it`;
  return /[. ]$/.test(name) ? 'that ends with a stop or a space' : undefined;
}
