import { DeckError } from '../error.js';
import { machine } from '../machine.js';
import { keepCompiled } from '../run-script.js';
import { check } from './check.js';

// Building the command ends with this: a deck with much of the language in it is checked, so that what decks need is compiled; what is
// wrong with it is said where it is built.
const silent = (): void => undefined;
try {
  await check(['gallery'], { browser: false }, { ...machine(), print: silent, report: silent });
} catch (error) {
  // Who took that deck out of slides/ has a command that starts a little later.
  if (!(error instanceof DeckError)) throw error;
}
keepCompiled();
