import type { PanelEntry } from '../panel-entries.js';
import { typographic } from '../passes/typography.js';
import { hasSeveralSources, shortReference } from '../reference.js';
import type { Rendered } from '../rendering.js';
import { pageAt } from '../text-fragment.js';
import { create, type Element, text } from '../tree.js';
import { evidenceNotes } from './evidence-notes.js';

/**
 * "¶5" and “a basis for enhanced”, a pair a paragraph. The source is named where there are several, where it is cited as a whole, or
 * where there are no words to show.
 */
export function restsOn(
  entries: readonly Pick<PanelEntry, 'citations' | 'found'>[],
  { deck }: Rendered,
): readonly Element[] {
  const isNamed = hasSeveralSources(deck);
  return evidenceNotes(entries).notes.flatMap(({ source, mark, words }) => {
    const said = words.map((one) =>
      /\p{L}/u.test(one) ? typographic(`"${one}"`, { ...deck.settings, usesOwnTheme: true }) : one,
    );
    const isWhole = mark === '¶';
    const name = isNamed || isWhole || words.length === 0 ? [shortReference(deck, source)] : [];
    const shown = [...name, ...(said.length === 0 ? [] : [said.join(' … ')])].join(': ');
    const [only] = words;
    const page = words.length === 1 && /\p{L}/u.test(only ?? '') ? pageAt(deck, source, only) : undefined;
    const named = page === undefined ? text(shown) : create('a', { href: page }, text(shown));
    if (isWhole) return [create('span', { class: 'whole' }, named)];
    return [create('b', { class: 'pm' }, text(mark)), create('span', {}, named)];
  });
}
