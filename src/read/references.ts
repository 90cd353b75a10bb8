import { z } from 'zod';
import { isDate } from '../language/words/dates.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Reference, TextFile } from '../model.js';
import type { ReadEntries } from './bibliography.js';
import { readYaml, schemaDiagnostics } from './yaml.js';

const name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
});
/** Dates that this tool reads itself. */
const date = z
  .union([z.string(), z.number()], { error: 'expected a date such as 2024-02-22' })
  .transform(String)
  .optional();
const superseded = z.object(
  {
    date: z
      .union([z.string(), z.number()], { error: 'expected a date such as 2024-05-29' })
      .transform(String)
      .refine((date) => isDate(date), { error: 'expected a date such as 2024-05-29' }),
    what: z.string({ error: 'expected a text: what no longer holds' }),
    by: z.string({ error: 'expected the key of a reference, or a text' }).optional(),
  },
  { error: 'expected `date`, `what` and `by`' },
);
const entry = z.looseObject({
  id: z.union([z.string(), z.number()], { error: 'expected a key to cite it by' }).transform(String),
  title: z.string({ error: 'expected a text' }).optional(),
  published: date,
  issued: z.unknown().optional(),
  'reprint-of': z.string({ error: 'expected a text: where it stood first' }).optional(),
  superseded: z
    .union([superseded.transform((one) => [one]), z.array(superseded)], {
      error: 'expected `{ date: 2024-05-29, what: …, by: … }`, or a list of these',
    })
    .optional(),
  author: z.array(name, { error: 'expected a list of names, each with family and given' }).optional(),
});
const entries = z.array(entry, { error: 'expected a list of references' });
const wrapped = z.object({ references: entries }).transform((value) => value.references);

/** Reads a bibliography in CSL-YAML or CSL-JSON (which is YAML too), as Pandoc does: a list, or one under `references:`. */
export function readReferences(text: TextFile): {
  references: readonly Reference[];
  diagnostics: readonly Diagnostic[];
} {
  const yaml = readYaml(text.text, text.path, 1);
  if (yaml.diagnostics.length > 0) return { references: [], diagnostics: yaml.diagnostics };
  if (yaml.value === null) return { references: [], diagnostics: [] };
  const isList = Array.isArray(yaml.value);
  const parsed = (isList ? entries : wrapped).safeParse(yaml.value);
  if (!parsed.success)
    return { references: [], diagnostics: schemaDiagnostics('references', parsed.error.issues, yaml) };
  const path = isList ? [] : ['references'];
  const references = parsed.data.map(
    ({ published, ...value }, index) =>
      ({
        ...value,
        ...(published === undefined || value.issued !== undefined ? {} : { issued: published }),
        place: yaml.placeOf([...path, index]),
      }) as Reference,
  );
  return { references, diagnostics: [] };
}

/** Entries of another format as references; what is wrong with one is said at its line. */
export function referencesOf(
  { entries: found, diagnostics }: ReadEntries,
  path: string,
): { references: readonly Reference[]; diagnostics: readonly Diagnostic[] } {
  const references: Reference[] = [];
  const wrong: Diagnostic[] = [];
  for (const { value, line } of found) {
    const place = { path, line };
    const parsed = entry.safeParse(value);
    if (parsed.success) references.push({ ...parsed.data, place } as Reference);
    else {
      const [issue] = parsed.error.issues;
      const message = `${issue?.path.join('.') ?? 'An entry'}: ${issue?.message ?? 'it cannot be read'}.`;
      wrong.push({ rule: 'references', severity: 'error', message, place, cure: 'Correct the entry.' });
    }
  }
  return { references, diagnostics: [...diagnostics, ...wrong] };
}
