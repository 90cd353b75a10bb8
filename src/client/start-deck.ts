import Presentation, { type RevealApi, type RevealConfig } from 'reveal.js';
import { announceChanges } from './announce.js';
import { addressBackgroundPictures } from './background-pictures.js';
import { addressBackgroundVideos } from './background-videos.js';
import { dimLines } from './code-steps.js';
import { enableEvidence } from './enable-evidence.js';
import { enableKeys } from './enable-keys.js';
import { enableZoom } from './enable-zoom.js';
import { followWidth, isFlowing, startFlow } from './flow-page.js';
import { suitGrounds } from './grounds.js';
import { holdFitText } from './hold-fit-text.js';
import { watchPointer } from './idle.js';
import { keepAnswers } from './keep-answers.js';
import { loadFonts } from './load-fonts.js';
import { nameControls } from './name-controls.js';
import type { OnDemandLoader } from './on-demand-loader.js';
import { listenForEscape } from './on-escape.js';
import { layOverview } from './overview-grid.js';
import { enablePaper } from './paper.js';
import { openForPrint } from './print.js';
import { redrawLabels } from './redraw-labels.js';
import { refuseCommands } from './refuse-commands.js';
import { readSlideNumbers } from './slide-numbers.js';

declare global {
  /** The running deck: what tests, exports and authors' scripts speak to. */
  var deck: RevealApi;
  /** The same under Reveal's own name, as scripts written for reveal-md expect it. */
  var Reveal: RevealApi;
}

/** Starts the page's deck; without one, as in the speaker's window, nothing. */
export function startDeck(onDemand: OnDemandLoader): void {
  const root = document.querySelector<HTMLElement>('.reveal');
  if (root === null) return;
  const options: RevealConfig = JSON.parse(document.querySelector('script#reveal-options')?.textContent ?? '{}');
  refuseCommands();
  addressBackgroundPictures(root);
  addressBackgroundVideos(root);
  readSlideNumbers();
  enablePaper(root);
  holdFitText(root);
  const deck = new Presentation(root, options);
  globalThis.deck = deck;
  globalThis.Reveal = deck;
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden', 'pdf-ready'])
    deck.on(event, dimLines);
  for (const event of ['ready', 'sync', 'pdf-ready']) deck.on(event, () => suitGrounds(root));
  deck.on('pdf-ready', openForPrint);
  deck.on('resize', () => redrawLabels(root));
  deck.on('ready', () => {
    nameControls(root);
    if (deck.getConfig().view === 'print') return;
    loadFonts(root);
    announceChanges(deck);
    watchPointer(root, (act) => deck.on('paused', act));
    keepAnswers(deck);
    layOverview(deck);
    enableKeys(deck, onDemand);
    enableZoom(deck, onDemand);
    enableEvidence(deck, onDemand);
  });
  if (isFlowing()) {
    const page = startFlow(root);
    loadFonts(root);
    listenForEscape();
    enableZoom(page, onDemand);
    enableEvidence(page, onDemand);
    followWidth(page);
  } else {
    onDemand.before(root, options, () => void deck.initialize());
    followWidth(deck);
  }
}
