import type { DevHello, DevUpdate } from '../vite/dev-update.js';

/** What this page needs of Reveal. */
interface ShownDeck {
  isReady(): boolean;
  getState(): object;
  setState(state: object): void;
  sync(): void;
  layout(): void;
}

/** What Vite's own client gives: the connection to the server. It is there only when the server serves it. */
interface ViteClient {
  createHotContext(owner: string): {
    on(event: string, take: (update: DevUpdate) => void): void;
    send(event: string, data: DevHello): void;
  };
}

const viteClient = '/@vite/client';
const deck = (): ShownDeck | undefined => Reflect.get(globalThis, 'deck');
const first = JSON.parse(document.querySelector('script#pilcrow-dev')?.textContent ?? '{}') as DevHello &
  Pick<DevUpdate, 'problems'>;
const panel = createPanel();
showProblems(first.problems);
const connection: ViteClient = await import(viteClient);
const context = connection.createHotContext(import.meta.url);
context.on(`pilcrow:${first.deck}`, (update) => {
  if (update.reload) location.reload();
  replaceSlides(update.slides);
  showProblems(update.problems);
});
context.send('pilcrow:hello', { deck: first.deck, made: first.made });

/** Puts changed slides in place of the old ones and shows the same slide at the same step. */
function replaceSlides(slides: DevUpdate['slides']): void {
  if (slides.length === 0) return;
  if (deck()?.isReady() === false) location.reload();
  const state = deck()?.getState();
  for (const { id, html } of slides) {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    document.getElementById(id)?.replaceWith(holder.content);
  }
  deck()?.sync();
  if (state !== undefined) deck()?.setState(state);
  deck()?.layout();
}

/** A panel in a tree of its own, so that neither the theme nor the deck's styles reach it. */
function createPanel(): HTMLElement {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>
    section { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 1000; padding: 20px 32px;
      background: #1b2230; color: #fbfaf7; border-top: 4px solid #e6a3d5; font: 18px/1.5 "Source Sans 3", sans-serif; }
    section:empty { display: none; }
    p { margin: 0 0 12px; max-width: 100ch; } b { color: #e6a3d5; } code { font: inherit; color: #b6bac3; }
  </style><section role="alert"></section>`;
  const section = root.querySelector('section');
  if (section === null) throw new Error('the panel has no section');
  return section;
}

function showProblems(problems: DevUpdate['problems']): void {
  panel.replaceChildren(
    ...problems.map(({ place, message, cure }) => {
      const line = document.createElement('p');
      const where = document.createElement('b');
      where.textContent = place;
      line.append(where, ` ${message}`, ...(cure === undefined ? [] : [` ${cure}`]));
      return line;
    }),
  );
}
