import { z } from 'zod';
import { hueOf, hues, relationLines } from '../model.js';
import { nearest } from '../nearest.js';
import { disputedModes, type LonLatBox, labelSides } from './map-view.js';

const text = z.string({ error: 'expected a text' }).min(1, 'expected a text');
const degrees = (limit: number) => {
  const error = `expected degrees from -${limit} to ${limit}`;
  return z.number({ error }).min(-limit, error).max(limit, error);
};
const pixels = (least: number, most: number) => {
  const error = `expected ${least} to ${most} px`;
  return z.number({ error }).int(error).min(least, error).max(most, error);
};
const oneOf = <T extends string>(known: readonly [T, ...T[]]) =>
  z.enum(known, {
    error: ({ input }) => {
      const near = typeof input === 'string' ? nearest(input, known) : undefined;
      return `expected ${known.join(', ')}${near === undefined ? '' : `; nearest is ${near}`}`;
    },
  });
/** The message for what is no mapping; unknown keys have a message of their own. */
const shape = (message: string) => ({
  error: (issue: { readonly code: string }) => (issue.code === 'invalid_type' ? message : undefined),
});

const codes = z.array(text).min(1);
const box = z
  .tuple([degrees(180), degrees(90), degrees(180), degrees(90)])
  .refine(([west, south, east, north]) => south < north && west !== east);
const boxError = 'expected [west, south, east, north]: degrees of -180 to 180 and -90 to 90, south below north';
const fitError = 'expected a list of country codes such as [BY, LT], or [west, south, east, north] in degrees';

const fit = z.unknown().transform((value, context): string[] | LonLatBox => {
  const isBox = Array.isArray(value) && typeof value[0] === 'number';
  const read = isBox ? box.safeParse(value) : codes.safeParse(value);
  if (read.success) return read.data;
  context.addIssue({ code: 'custom', message: isBox ? boxError : fitError });
  return z.NEVER;
});

const hue = z.preprocess(
  (value): unknown => (typeof value === 'string' ? (hueOf(value) ?? value) : value),
  oneOf(hues),
);

const highlight = z.preprocess(
  (value) => (typeof value === 'string' ? { tone: value } : value),
  z.strictObject(
    { tone: hue, fill: oneOf(['solid', 'tint']).default('tint') },
    shape('expected a colour such as blue, or {tone: blue, fill: solid}'),
  ),
);

const names = z.record(z.string(), text, { error: 'expected names by language, such as {be: Мінск}' }).default({});
const side = oneOf(labelSides).optional();
const pointError = 'expected the name of a place, a country code, or [lon, lat]';
const point = z.union([text, z.tuple([degrees(180), degrees(90)])], { error: pointError });
const onRoute = {
  name: text.optional(),
  names,
  line: oneOf(relationLines).default('solid'),
  tone: hue.optional(),
  side,
  cite: text.optional(),
};
const line = z.strictObject(
  { path: z.array(point, { error: `${pointError}, two and more` }).min(2, 'expected two points and more'), ...onRoute },
  shape('expected {path: [Riga, [20, 57], Visby], name: cable}'),
);
const arrow = z.strictObject({ from: point, to: point, ...onRoute }, shape('expected {from: Riga, to: Visby}'));

const place = z.strictObject(
  {
    name: text,
    lon: degrees(180),
    lat: degrees(90),
    kind: oneOf(['capital', 'place']).default('place'),
    names,
    side,
  },
  shape('expected {name: Minsk, lon: 27.56, lat: 53.9}'),
);

/** A `map` fence, country codes not looked up yet. */
export const mapSchema = z
  .strictObject({
    fit: fit.describe('What the map shows: these countries, or this box.'),
    highlight: z
      .record(z.string(), highlight, {
        error: 'expected country codes with a colour each, such as {BY: teal, LT: blue}',
      })
      .describe('Countries in colour. `{tone: teal, fill: solid}` fills one, a colour alone tints it.'),
    legend: z
      .record(
        z.string(),
        z.union([text, z.record(z.string(), text)], { error: 'expected a text, or one for each language' }),
        {
          error: 'expected colours with what they mean, such as {blue: members of NATO}',
        },
      )
      .describe('What colours mean; stands below the map and in its text alternative.'),
    places: z
      .array(place, { error: 'expected a list of places' })
      .describe(
        'Points with a name: `{name, lon, lat, kind, names, side}`; `kind` is `capital` or `place`, `side` where its name stands: left, right, above, below.',
      ),
    borders: z
      .array(z.tuple([text, text], { error: 'expected two country codes such as [BY, LT]' }), {
        error: 'expected a list of pairs of country codes such as [[BY, LT]]',
      })
      .describe('Borders to stress.'),
    lines: z
      .array(line, { error: 'expected a list of lines' })
      .describe(
        'Lines from point to point: `{path, name, names, line, tone, side, cite}`. A point is the name of a place, a country code or `[lon, lat]`; `line` is a style: solid, dashed, dotted, thick.',
      ),
    arrows: z
      .array(arrow, { error: 'expected a list of arrows' })
      .describe('Arrows: `{from, to}`, and what a line may have.'),
    steps: z
      .array(z.array(text), { error: 'expected a list of steps, each a list of names' })
      .describe('What comes with each click: names of places, lines and arrows. What no step names is there at once.'),
    disputed: oneOf(disputedModes).describe('How Crimea is drawn; the map says how.'),
    size: z
      .tuple([pixels(240, 1280), pixels(160, 720)], { error: 'expected [width, height] in px' })
      .describe('How large the map is drawn.'),
    labels: z
      .union([z.boolean(), z.record(z.string(), z.boolean())], {
        error: 'expected true, false, or country codes with true or false each',
      })
      .describe('Which countries have their names on the map.'),
  })
  .partial();

export type MapFence = z.infer<typeof mapSchema>;

/** The keys that may stand at a path of the fence. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  if (path[0] === 'places') return Object.keys(place.shape);
  if (path[0] === 'lines') return Object.keys(line.shape);
  if (path[0] === 'arrows') return Object.keys(arrow.shape);
  return path[0] === 'highlight' ? ['tone', 'fill'] : Object.keys(mapSchema.shape);
}
