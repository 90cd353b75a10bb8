import type { Citation, Reference } from '../model.js';

/** What knows the addresses of sources: a deck, or as much of it. */
interface Addresses {
  readonly references: readonly Pick<Reference, 'id' | 'URL'>[];
}

/**
 * The public page of a source at the words a claim rests on, by a text fragment (wicg.github.io/scroll-to-text-fragment); undefined where
 * the reference has no web address or there are no words. A browser that does not know it opens the page at its beginning.
 */
export function pageAt({ references }: Addresses, key: string, words: string | undefined): string | undefined {
  const url = references.find(({ id }) => id === key)?.URL;
  if (url === undefined || words === undefined || !/^https?:\/\//i.test(url) || words.trim() === '') return undefined;
  // A hyphen, a comma and an ampersand are signs of the fragment itself.
  const encoded = encodeURIComponent(words.trim()).replaceAll('-', '%2D');
  return `${url.split('#')[0]}#:~:text=${encoded}`;
}

/** The same for a citation: its own anchor. */
export function pageOf(deck: Addresses, { key, anchor }: Citation): string | undefined {
  return pageAt(deck, key, anchor);
}
