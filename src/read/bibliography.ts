import { extname } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Reference, TextFile } from '../model.js';
import { readBibtex } from './bibtex.js';
import { readReferences, referencesOf } from './references.js';
import { readRis } from './ris.js';

/** Entries in CSL-JSON as a parser gives them, with the lines they begin on. */
export interface ReadEntries {
  readonly entries: readonly { readonly value: unknown; readonly line: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The names a bibliography beside a deck may have. Of the first two one is read, since one is often made from the other. */
export const bibliographyNames = [
  ['references.yaml', 'references.json'],
  ['references.bib'],
  ['references.ris'],
] as const;

/** Reads bibliographies in CSL-YAML, CSL-JSON, BibTeX, BibLaTeX and RIS, by their extensions, and joins them. */
export async function readBibliography(files: readonly TextFile[]): Promise<{
  readonly references: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const read = [];
  for (const file of files) read.push(await readOne(file));
  const references = read.flatMap((one) => one.references);
  return {
    references,
    diagnostics: [...read.flatMap((one) => one.diagnostics), ...usedTwice(references)],
  };
}

async function readOne(file: TextFile): Promise<ReturnType<typeof readReferences>> {
  const extension = extname(file.path).toLowerCase();
  if (extension === '.bib' || extension === '.bibtex') return referencesOf(await readBibtex(file), file.path);
  if (extension === '.ris') return referencesOf(await readRis(file), file.path);
  return readReferences(file);
}

function usedTwice(references: readonly Reference[]): readonly Diagnostic[] {
  const first = new Map<string, Reference>();
  return references.flatMap((reference) => {
    const other = first.get(reference.id);
    if (other === undefined) {
      first.set(reference.id, reference);
      return [];
    }
    const message = `The key "${reference.id}" is used by two references.`;
    return [
      { rule: 'references', severity: 'error', message, place: reference.place, cure: 'Give one of them another key.' },
    ];
  });
}
