import { applyExceptions } from '../check/exceptions.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Deck } from '../model.js';

/** What `--cut` asks for: minutes, or every length the deck has. */
export type Cut = number | 'all';

/** The lengths to make, in minutes; undefined is the deck's own, which is made where nothing is asked for. */
export function lengthsOf({ settings }: Deck, cut: Cut | undefined): readonly (number | undefined)[] {
  if (cut !== 'all') return [cut];
  return [undefined, ...new Set(settings.cuts.filter((length) => length !== settings.minutes))];
}

/** Says that a length is none of the deck's: a number mistyped makes another deck without a word. */
export function unlistedLength(deck: Deck, cut: Cut | undefined): readonly Diagnostic[] {
  const { cuts, minutes, places } = deck.settings;
  if (cut === undefined || cut === 'all' || cut === minutes || cuts.includes(cut)) return [];
  const known = [...new Set([...(minutes === undefined ? [] : [minutes]), ...cuts])].sort((one, other) => one - other);
  const isNameless = known.length === 0;
  const cure = `${isNameless ? 'Write' : 'Give one of these, or write'} \`cuts: [${[...cuts, cut].join(', ')}]\` in the front matter.`;
  const message = `--cut ${cut} is none of the deck's lengths: it ${isNameless ? 'names none' : `has ${known.join(', ')}`}.`;
  const place = places?.cuts ?? places?.minutes ?? { path: deck.path, line: 1 };
  return applyExceptions(deck, [{ rule: 'cut-unlisted', severity: 'warning', message, place, cure }]);
}
