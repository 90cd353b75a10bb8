import type { SiteEntry } from '../../src/commands/site-folder.js';

/** Puts the manual among the decks of a site, so that the page which lists them leads to it. No deck's file is its source: `build` leaves it. */
export function manualEntry(
  name: string,
  { title, lang, slides }: Pick<SiteEntry, 'title' | 'lang' | 'slides'>,
  files: readonly string[],
): SiteEntry {
  return {
    name,
    title: `${title}: slides and their Markdown`,
    lang,
    slides,
    source: 'manual',
    files: [...files.map((file) => file.replaceAll('\\', '/')), 'deck.json'].sort(),
  };
}
