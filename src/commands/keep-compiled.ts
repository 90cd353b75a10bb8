import { machine } from '../machine.js';
import { keepCompiled } from '../run-script.js';
import { check } from './check.js';

// The last step of building the command: a deck with much of the language in it is checked, so that most functions are compiled.
const silent = (): void => undefined;
const clean = await check(['gallery'], { browser: false }, { ...machine(), print: silent, report: silent });
if (!clean) throw new Error('slides/gallery has errors; it is checked to see which compiled code is worth keeping.');
keepCompiled();
