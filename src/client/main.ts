import Presentation, { type RevealApi } from 'reveal.js';
import Notes from 'reveal.js/plugin/notes';
import { dimLines } from './code-steps.js';
import { openForPrint } from './print.js';
import './theme/theme.css';

declare global {
  /** The running deck: what tests, exports and authors' scripts speak to. */
  var deck: RevealApi;
  /** The same under Reveal's own name, as scripts written for reveal-md expect it. */
  var Reveal: RevealApi;
}

const root = document.querySelector<HTMLElement>('.reveal');
const options = document.getElementById('reveal-options')?.textContent;

if (root !== null) {
  const deck = new Presentation(root, { ...JSON.parse(options ?? '{}'), plugins: [Notes] });
  globalThis.deck = deck;
  globalThis.Reveal = deck;
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden', 'pdf-ready'])
    deck.on(event, dimLines);
  deck.on('pdf-ready', openForPrint);
  void deck.initialize();
}
