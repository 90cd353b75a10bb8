import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/** The entries of a BibTeX or BibLaTeX text in CSL-JSON, by BibLaTeX's fields, which include BibTeX's. Throws an Error at a wrong sign. */
export function parseBibtex(text: string): readonly unknown[] {
  return plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false });
}

/** The records of a RIS text in CSL-JSON. */
export function parseRis(text: string): readonly unknown[] {
  return plugins.input.chain(text, { forceType: '@ris/file', generateGraph: false });
}
