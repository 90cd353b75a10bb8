import type { DevHello, DevUpdate } from '../../vite/dev-update.js';
import { isFlowing } from '../flow-page.js';
import { type DevDeck, whenReady } from './dev-deck.js';
import { keepPlace, returnToPlace } from './dev-place.js';
import { createProblems } from './dev-problems.js';
import { exchangeSlides } from './exchange-slides.js';

/** What Vite's own client gives: the connection to the server. It is there only when the server serves it. */
interface ViteClient {
  createHotContext(owner: string): {
    on(event: string, take: (update: DevUpdate) => void): void;
    send(event: string, data: DevHello): void;
  };
}

const viteClient = '/@vite/client';
const deck = (): DevDeck | undefined => Reflect.get(globalThis, 'deck');
const first = JSON.parse(document.querySelector('script#pilcrow-dev')?.textContent ?? '{}') as DevHello &
  Required<Pick<DevUpdate, 'problems'>>;
const problems = createProblems(() => (deck()?.isReady() === true ? deck()?.getCurrentSlide().id : undefined));
problems.show(first.problems);
const stage = deck();
if (isFlowing() || stage === undefined) returnToPlace(undefined);
else
  whenReady(stage, () => {
    returnToPlace(stage);
    problems.sort();
    stage.on('slidechanged', problems.sort);
  });
const connection: ViteClient = await import(viteClient);
const context = connection.createHotContext(import.meta.url);
context.on(`pilcrow:${first.deck}`, (update) => {
  // The speaker's window has the plan written out.
  if (update.reload || (update.plan !== undefined && new URLSearchParams(location.search).has('speaker'))) {
    loadAnew();
    return;
  }
  replaceSlides(update.slides);
  const plan = document.getElementById('speaker-plan');
  if (update.plan !== undefined && plan !== null) plan.textContent = update.plan;
  if (update.problems !== undefined) problems.show(update.problems);
});
context.send('pilcrow:hello', { deck: first.deck, made: first.made });

function loadAnew(): void {
  keepPlace(deck());
  location.reload();
}

/** Where the page shows another deck than the update means, it is loaded anew. */
function replaceSlides(slides: DevUpdate['slides']): void {
  if (slides.length === 0) return;
  if (deck()?.isReady() === false || !exchangeSlides(slides, deck())) loadAnew();
}
