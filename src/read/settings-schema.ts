import { z } from 'zod';
import { levels } from '../model/severity.js';

/** What a value should be and what it is, for a message. */
function wants(what: string): { readonly error: (issue: { readonly input?: unknown }) => string } {
  return { error: ({ input }) => `expected ${what}, found ${JSON.stringify(input)}` };
}

const text = z.union([z.string(), z.number()], wants('a text')).transform((value) => String(value));
const list = z
  .union([z.string(), z.array(z.string())], wants('a path or a list of paths'))
  .transform((value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value));
const minutes = z.number(wants('a number of minutes')).positive(wants('more than 0 minutes'));
const pattern = z.string(wants('a regular expression in quotation marks')).check((context) => {
  try {
    new RegExp(context.value, 'mg');
  } catch (error) {
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: `expected a regular expression; ${String(error)}`,
    });
  }
});
const lang = z.string(wants('a language tag such as en or be')).check((context) => {
  try {
    Intl.getCanonicalLocales(context.value);
  } catch {
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: `"${context.value}" is no language tag; expected one such as en, be or uk-UA`,
    });
  }
});
const webAddress = z.string(wants('an address such as https://example.org/deck')).check((context) => {
  if (/^https?:\/\/\S+$/.test(context.value)) return;
  const message = `expected an address that begins with https://, found "${context.value}"`;
  context.issues.push({ code: 'custom', input: context.value, message });
});

/** As KaTeX and MathJax have them: with or without the backslash, and with the number of arguments behind the TeX. */
const macros = z
  .record(
    z.string().regex(/^(?:\\?[A-Za-z@]+|\\[^A-Za-z\s])$/),
    z.union([z.string(), z.tuple([z.string()]).rest(z.unknown())], wants('TeX such as \\mathbb{R}')),
    wants('macros by names of letters, such as `\\R: \\mathbb{R}`'),
  )
  .transform((named) =>
    Object.fromEntries(
      Object.entries(named).map(([name, tex]) => [
        name.startsWith('\\') ? name : `\\${name}`,
        typeof tex === 'string' ? tex : tex[0],
      ]),
    ),
  );

/** The settings a deck's front matter may have, and what each may be. */
export const settingsSchema = z
  .object({
    title: text,
    subtitle: text,
    author: text,
    date: text,
    asOf: text,
    course: text,
    url: webAddress,
    lang,
    theme: z.string(wants('a theme: seminar or seminar-dark')),
    minutes,
    cuts: z.array(minutes, wants('a list of minutes such as [15, 45, 90]')),
    separator: pattern,
    verticalSeparator: pattern,
    notesSeparator: pattern,
    'slide-level': z.number(wants('a level of headings, 1 to 6')).int().min(1).max(6),
    css: list,
    scripts: list,
    macros,
    csl: z.string(wants('the path of a CSL style file')),
    handoutNotes: z.boolean(wants('true or false')),
    embedSources: z.boolean(wants('true or false')),
    revealOptions: z.record(z.string(), z.unknown(), wants("Reveal's options, a mapping")),
    rules: z.record(z.string(), z.enum(levels, wants('off, note, warning or error')), wants('rules by their names')),
  })
  .partial();
