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

/** The settings a deck's front matter may have, what each may be, and what it does; `docs/reference.md` is made from this. */
export const settingsSchema = z
  .object({
    title: text.describe('The title of the deck: its window, bookmarks and papers.'),
    subtitle: text.describe(
      'Stands below the title on the covers of papers and in the list of decks. A title slide shows what you type on it.',
    ),
    author: text.describe('Stands on the covers of papers, and in the properties of files.'),
    date: text.describe('Stands on the title slide and the covers, as you type it.'),
    asOf: text.describe('When what the deck says was last true; stands on the title slide and the covers.'),
    course: text.describe('The course or event; stands on the covers of papers.'),
    url: webAddress.describe(
      'Where the deck is published: in the page for search engines and previews, on the covers of papers with a QR code, and in links that are copied.',
    ),
    description: text.describe('What the deck is about, in a sentence: for search engines and previews.'),
    lang: lang.describe('The language of the deck. Without it, English is assumed.'),
    theme: z.string(wants('a theme: seminar or seminar-dark')).describe('The look: light or dark.'),
    minutes: minutes.describe('How long the talk is.'),
    cuts: z
      .array(minutes, wants('a list of minutes such as [15, 45, 90]'))
      .describe('The lengths that `--cut all` makes and `check` looks at.'),
    separator: pattern.describe('What parts slides, as in reveal-md.'),
    verticalSeparator: pattern.describe('What parts slides of a stack, as in reveal-md.'),
    notesSeparator: pattern.describe('What begins speaker notes, as in reveal-md.'),
    'slide-level': z
      .number(wants('a level of headings, 1 to 6'))
      .int()
      .min(1)
      .max(6)
      .describe('Slides begin at headings of this level, as in Pandoc; those above it begin parts.'),
    'stale-after': z
      .string(wants('a time such as 12 months'))
      .regex(/^[1-9]\d{0,3} (?:months?|years?)$/, wants('a time such as 12 months or 2 years'))
      .transform((time) => Number.parseInt(time, 10) * (/year/.test(time) ? 12 : 1))
      .describe(
        '`check` warns of claims of the present whose newest source is older, unless they say what date they speak of.',
      ),
    css: list.describe('Style sheets beside the deck, after the theme. `style.css` needs no setting.'),
    brand: z
      .union(
        [z.string(), z.literal(false), z.record(z.string(), z.unknown())],
        wants('the path of a brand, or a brand'),
      )
      .describe(
        'The look of an institute: the path of its `brand.yaml`, or what stands in one. Without it `brand/brand.yaml` above the deck is taken; `false` takes none.',
      ),
    scripts: list.describe('Scripts beside the deck that run in its page. No other script of the deck runs.'),
    macros: macros.describe('Macros for all formulas.'),
    bibliography: z
      .union([z.string(), z.array(z.string())], wants('a path or a list of paths'))
      .transform((value) => [value].flat())
      .describe('Files of references instead of those beside the deck, as in Pandoc: YAML, JSON, BibTeX or RIS.'),
    csl: z.string(wants('the path of a CSL style file')).describe('The style that references are set in.'),
    unfinished: z
      .boolean(wants('true or false'))
      .describe('Marks a draft: a warning until you take it away, as `pilcrow new --from` writes it.'),
    handoutNotes: z.boolean(wants('true or false')).describe('Puts the speaker notes into the students’ handout.'),
    embedSources: z
      .boolean(wants('true or false'))
      .describe('Puts whole cited paragraphs into the presenter’s file, not only the words a claim rests on.'),
    revealOptions: z
      .record(z.string(), z.unknown(), wants("Reveal's options, a mapping"))
      .describe('Options that Reveal is started with.'),
    rules: z
      .record(z.string(), z.enum(levels, wants('off, note, warning or error')), wants('rules by their names'))
      .describe('How serious rules are in this deck.'),
  })
  .partial();
