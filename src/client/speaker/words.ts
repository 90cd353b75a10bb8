import type { WindowWords } from '../../language/words/words.js';
import { words } from '../words.js';

if (words.speaker === undefined) throw new Error('the page carries no words for its speaker view');

/** What the speaker view says: a page with notes carries it. */
export const said: WindowWords['speaker'] = words.speaker;
