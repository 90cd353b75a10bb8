import { machine } from '../machine.js';
import { keepCompiled } from '../run-script.js';
import { check } from './check.js';

// The last step of building the command: a deck with much of the language in it is checked, so that most functions are compiled; what is
// wrong with it is said where it is built.
const silent = (): void => undefined;
await check(['gallery'], { browser: false }, { ...machine(), print: silent, report: silent });
keepCompiled();
