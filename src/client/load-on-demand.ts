import type { OnDemandLoader, OnDemandParts } from './on-demand-loader.js';
import { usesOnDemand } from './uses-on-demand.js';
import { words } from './words.js';

/** Where the two scripts of a page meet. */
const name = Symbol.for('pilcrow.on-demand');

export function provide(parts: OnDemandParts): void {
  Reflect.set(globalThis, name, parts);
}

/** How long it is said, ms, that something did not come. */
const saidFor = 6000;

let loading: Promise<OnDemandParts> | undefined;

/**
 * Loads what is needed on demand when it is first asked for. Where it does not come the page says so, and asks for it again the next
 * time; a deck starts all the same.
 */
export const loader: OnDemandLoader = {
  use: (act) => whenLoaded(act, sayMissing),
  before: (root, options, start) => {
    if (usesOnDemand(root, options)) whenLoaded(start, start);
    else start();
  },
};

function whenLoaded(act: (parts: OnDemandParts) => void, otherwise: () => void): void {
  const there = provided();
  if (there !== undefined) {
    act(there);
    return;
  }
  loading ??= load();
  loading.then(act, () => {
    loading = undefined;
    otherwise();
  });
}

function provided(): OnDemandParts | undefined {
  return Reflect.get(globalThis, name);
}

/** The page names its files in `script#on-demand`. The style comes first, so that nothing is seen without it. */
async function load(): Promise<OnDemandParts> {
  const files: unknown = JSON.parse(document.querySelector('script#on-demand')?.textContent ?? '{}');
  if (!isNamed(files)) throw new Error('the page names no files to load on demand');
  await brought(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: files.style }));
  await brought(Object.assign(document.createElement('script'), { src: files.script }));
  const parts = provided();
  if (parts === undefined) throw new Error('the script that was loaded on demand did not run');
  return parts;
}

function isNamed(files: unknown): files is { readonly style: string; readonly script: string } {
  return typeof files === 'object' && files !== null && 'style' in files && 'script' in files;
}

function brought(element: HTMLElement): Promise<unknown> {
  const come = new Promise((resolve, reject) => {
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => {
      element.remove();
      reject(new Error('a file of the page cannot be loaded'));
    });
  });
  document.head.append(element);
  return come;
}

function sayMissing(): void {
  document.querySelector('.not-loaded')?.remove();
  const note = document.createElement('p');
  note.className = 'not-loaded';
  note.lang = words.lang;
  note.role = 'alert';
  note.textContent = words.deck.notLoaded;
  document.body.append(note);
  setTimeout(() => note.remove(), saidFor);
}
