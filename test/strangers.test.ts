import { parseDeck } from '../src/parse/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { outline, sourceOf } from './support/outline.js';
import { testTwins } from './support/twins.js';

/**
 * Small decks as the manuals of other tools have them. Below its outline each twin lists the words that are neither in a slide nor on a
 * line of which something is said.
 */
testTwins('strangers', 'txt', (text) => {
  const { settings, bodyLine, diagnostics } = readFrontMatter(text, 'deck.md', false);
  const deck = parseDeck({ ...sourceOf(text, { settings, bodyLine }), diagnostics });
  const shown = JSON.stringify([deck.slides, deck.settings]);
  const said = deck.diagnostics.map(({ place, message }) => ({ line: place.line, message }));
  const unsaid = text
    .split('\n')
    .flatMap((line, index) =>
      said.some((one) => one.line === index + 1)
        ? []
        : (line.match(/\p{L}{3,}/gu) ?? []).filter(
            (word) => !shown.includes(word) && !said.some(({ message }) => message.includes(word)),
          ),
    );
  return `${outline(deck)}\nnot in a slide, and nothing said of their line: ${unsaid.join(' ')}\n`;
});
