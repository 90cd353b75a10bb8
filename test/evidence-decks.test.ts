import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from './support/command.js';
import { shareOf } from './support/share.js';
import { fixtureFolder } from './support/twins.js';

const folder = fixtureFolder('evidence-decks');
const ofEvidence =
  /^(?:name|number|quotation|anchor|no-anchor|unmarked-quotation|evidence-|quotation-|source-|language-unread)/;

/**
 * Thirty correct claims a deck over an invented source, written as an author of the language would, by somebody who did not know the
 * check.
 */
test.each(shareOf(readdirSync(folder), 3))('a careful deck is told nothing of its claims: %s', async (lang) => {
  const { printed } = await run(['check', lang, '--no-browser', '--format', 'json'], folder);
  const { diagnostics }: { readonly diagnostics: readonly { readonly rule: string; readonly message: string }[] } =
    JSON.parse(printed.join('\n'));
  const said = diagnostics.filter(({ rule }) => ofEvidence.test(rule)).map(({ message }) => message);
  expect(said).toEqual([]);
});
