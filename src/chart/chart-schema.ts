import { z } from 'zod';
import { chartMarks, hueOf, hues } from '../model.js';
import { nearest } from '../nearest.js';

const oneOf = <T extends string>(known: readonly [T, ...T[]]) =>
  z.enum(known, {
    error: ({ input }) => {
      const near = typeof input === 'string' ? nearest(input, known) : undefined;
      return `expected ${known.join(', ')}${near === undefined ? '' : `; nearest is ${near}`}`;
    },
  });

/** A name of a column, a series, a row: `2023` is read as YAML's number. */
const name = z.union([z.string(), z.number()], { error: 'expected a name' }).transform(String);
const names = z.union([name.transform((one) => [one]), z.array(name)], { error: 'expected a name or a list of names' });
const cell = z.union([z.string(), z.number()], { error: 'expected a value of the axis' });
const hue = z.preprocess(
  (value): unknown => (typeof value === 'string' ? (hueOf(value) ?? value) : value),
  oneOf(hues),
);

const numbers = {
  unit: z.string({ error: 'expected a text such as "% of GDP"' }).optional(),
  format: z
    .string({ error: 'expected a form of numbers such as ".1f"' })
    .regex(/^\+?,?(?:\.\d)?[f%]$|^\+?,?d$/, 'expected a form of numbers: ".1f", "d", ".0%", or "+.1f" with signs')
    .optional(),
  scale: oneOf(['linear', 'log']).optional(),
};

const measure = z.strictObject({ field: names.optional(), ...numbers });

const fence = z
  .object({
    data: z.union([z.string(), z.array(z.unknown())], {
      error: 'expected the name of a file, a table in `data: |`, or a list of rows',
    }),
    mark: oneOf(chartMarks),
    x: name,
    y: z.union([names.transform((field): z.output<typeof measure> => ({ field })), measure], {
      error: 'expected the name of a column, or {field: …, unit: …, format: ".1f"}',
    }),
    series: name,
    facet: name,
    focus: names,
    hues: z.record(z.string(), hue, { error: 'expected names with a colour each, such as {Poland: blue}' }),
    legend: z.record(z.string(), z.string({ error: 'expected a text' }), {
      error: 'expected colours with what they mean, such as {blue: members of NATO}',
    }),
    steps: z.array(names, { error: 'expected a list of lists of names, such as [[Poland], [Latvia]]' }),
    annotations: z.array(
      z
        .strictObject({ x: cell.optional(), y: z.number({ error: 'expected a number' }).optional(), text: z.string() })
        .refine(({ x, y }) => (x === undefined) !== (y === undefined), 'expected either x or y beside the text'),
      { error: 'expected a list such as [{x: 2022, text: "war"}]' },
    ),
    sort: oneOf(['value', 'data']),
    ...numbers,
  })
  .partial();

/** A `chart` fence. What is said of its numbers stands beside `y` or in it, once. */
export const chartSchema = fence.transform(({ unit, format, scale, y, ...rest }, { addIssue }) => {
  const beside = Object.entries({ unit, format, scale }).filter(([, value]) => value !== undefined);
  const inside: Readonly<Record<string, unknown>> = y ?? {};
  for (const [key] of beside)
    if (inside[key] !== undefined)
      addIssue({ code: 'custom', path: [key], message: `expected once, here or in \`y\`` });
  const joined: z.output<typeof measure> | undefined =
    beside.length === 0 ? y : { ...Object.fromEntries(beside), ...y };
  return { ...rest, ...(joined === undefined ? {} : { y: joined }) };
});

export type ChartFence = z.output<typeof chartSchema>;

/** The keys of a fence with what each may be, for the reference. */
export const chartShape = fence.shape;

/** The keys that may stand at a path of the fence. */
export const chartKeys = {
  chart: Object.keys(fence.shape),
  y: Object.keys(measure.shape),
};
