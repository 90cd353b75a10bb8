import type { Token } from 'markdown-it';
import { escapeHtml } from '../../escape-html.js';
import { citationTexts } from '../../evidence/claim-id.js';
import { ownLangHtml, wordsIn } from '../../language/words/words.js';
import type { Citation, Deck } from '../../model.js';
import { accessibleName, marginPlaces } from '../reference.js';
import type { Rendering } from '../rendering.js';
import type { TextScope } from '../text-scope.js';
import type { RuleSet } from '../token-rules.js';
import { ownCites } from '../tree.js';
import { isKeptForLater } from './container.js';

/** The ¶ mark: which paragraph of which source a claim rests on, or whose word it is when it rests on none. It opens the panel. */
export const citationRules: RuleSet = ({ deck }, _slide, scope) => ({
  citation(tokens, index) {
    const unsourced: unknown = tokens[index]?.meta?.unsourced;
    const marks = marksOf(tokens[index], deck, scope);
    if (unsourced !== 'inference' && unsourced !== 'lecturer') return marks;
    const words = wordsIn(deck.settings.lang);
    const name = words[`${unsourced}Aloud`];
    return `${marks}<span class="cite">${control(deck, name, `<em>${escapeHtml(words[unsourced])}</em>`)}</span>`;
  },
});

const citing = ['heading_open', 'paragraph_open', 'list_item_open', 'blockquote_open', 'dd_open', 'container_open'];

/** The marks of a block that cites with `cite="…"` rather than in its text, to stand at its start. */
export function marksOfBlock(token: Token, rendering: Rendering, scope: TextScope): string {
  const isCiting = citing.includes(token.type) && token.attrGet('cite') !== null;
  return isCiting && !isKeptForLater(token, rendering) ? marksOf(token, rendering.deck, scope) : '';
}

/** A mark a citation, an anchor included; the same one typed twice has one. */
function marksOf(token: Token | undefined, deck: Deck, scope: TextScope): string {
  const citations = (token?.meta?.citations ?? []) as readonly Citation[];
  const once = new Map(
    citations.map((citation) => [
      [accessibleName(deck, citation), marginPlaces(citation), citationTexts([citation])].join('\n'),
      citation,
    ]),
  );
  const marks = [...once.values()].map((citation) =>
    control(
      deck,
      accessibleName(deck, citation),
      shownPlaces(marginPlaces(citation)),
      ` ${ownCites}="${scope.cite([citation])}"`,
    ),
  );
  return marks.length === 0 ? '' : `<span class="cite">${marks.join(', ')}</span>`;
}

/** Several places may stand on several lines, each place on one. */
function shownPlaces(places: readonly string[]): string {
  const [only, ...others] = places.map(escapeHtml);
  if (others.length === 0) return only ?? '';
  return [only, ...others].map((place) => `<span>${place}</span>`).join(', ');
}

/** `name` is what is read aloud for it. */
function control({ settings: { lang } }: Deck, name: string, shown: string, attributes = ''): string {
  return `<button type="button" class="pm"${attributes} aria-label="${escapeHtml(name)}"${ownLangHtml(lang)}>${shown}</button>`;
}
