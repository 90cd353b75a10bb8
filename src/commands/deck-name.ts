import type { Diagnostic } from '../model/diagnostic.js';
import type { DeckLocation } from '../read/deck.js';

/** Why no outputs can be written under a deck's name, as a finding of the deck; nothing for a good name. `path` is that of its file. */
export function deckNameDiagnostics({ name }: Pick<DeckLocation, 'name'>, path: string): readonly Diagnostic[] {
  const why = reasonAgainst(name);
  if (why === undefined) return [];
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  const message = `The deck is called "${shown}", and its outputs cannot be: ${why}.`;
  return [{ rule: 'deck-name', severity: 'error', message, place: { path, line: 1 }, cure: 'Rename it.' }];
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
