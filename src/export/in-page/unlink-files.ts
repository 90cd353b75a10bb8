/**
 * Makes text of links to the deck's own files: a PDF has none of them beside it, and no program opens a file that is an address of data.
 * Runs in the page.
 */
export function unlinkFiles(): void {
  for (const link of document.querySelectorAll('a[href^="data:"], a[href^="large-"]')) link.removeAttribute('href');
}
