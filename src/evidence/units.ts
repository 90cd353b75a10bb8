/**
 * A unit by its name in the languages' tables: the kind of quantity it measures, and how many of the kind's own unit it is. Factors
 * are those of the SI brochure (9th edition) and of the international yard and pound agreement of 1959. Two units of one kind are
 * compared by their values, two of different kinds are never the same; a currency is a kind of its own.
 */
export interface Unit {
  readonly kind: string;
  readonly factor: number;
}

const kinds: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  length: {
    mm: 1e-3,
    cm: 1e-2,
    m: 1,
    km: 1e3,
    mile: 1609.344,
    'nautical mile': 1852,
    foot: 0.3048,
    inch: 0.0254,
    yard: 0.9144,
  },
  mass: { g: 1e-3, kg: 1, t: 1e3, ton: 1e3, pound: 0.45359237, ounce: 0.028349523 },
  time: { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 },
  'long time': { month: 1, year: 12 },
  area: { m2: 1, ha: 1e4, km2: 1e6, acre: 4046.8564, mile2: 2_589_988.11 },
  volume: { l: 1, m3: 1000, barrel: 158.987294928, gallon: 3.785411784 },
  power: { W: 1, kW: 1e3, MW: 1e6, GW: 1e9, TW: 1e12 },
  energy: { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9, TWh: 1e12 },
  speed: { kmh: 1, mph: 1.609344, knot: 1.852, ms: 3.6 },
  degC: { degC: 1 },
  degF: { degF: 1 },
  percent: { percent: 1 },
  'percentage point': { 'percentage point': 1 },
  'per mille': { 'per mille': 1 },
  times: { times: 1 },
  BC: { BC: 1 },
  AD: { AD: 1 },
};

const units = new Map<string, Unit>(
  Object.entries(kinds).flatMap(([kind, members]) =>
    Object.entries(members).map(([name, factor]): [string, Unit] => [name, { kind, factor }]),
  ),
);

/** A unit of the tables, or a currency by its code (ISO 4217) or common name. */
export function unitNamed(name: string): Unit {
  return units.get(name) ?? { kind: name, factor: 1 };
}

/** What stands for a unit in every language, by how it is written behind a number. */
const symbols: readonly (readonly [RegExp, string])[] = [
  [/^\s?%/u, 'percent'],
  [/^\s?‰/u, 'per mille'],
  [/^\s?km\s?\/\s?h(?!\p{L})|^\s?(?:kph|км\/ч|км\/год|км\/г|km\/val)(?!\p{L})/iu, 'kmh'],
  [/^\s?m\s?\/\s?s(?!\p{L})/u, 'ms'],
  [/^\s?mph(?!\p{L})/u, 'mph'],
  [/^\s?°\s?[CС](?!\p{L})/u, 'degC'],
  [/^\s?°\s?F(?!\p{L})/u, 'degF'],
  [/^[\s-]?(?:km|км)(?:²|2(?!\d))/u, 'km2'],
  [/^[\s-]?(?:m|м)(?:²|2(?!\d))/u, 'm2'],
  [/^[\s-]?(?:m|м)(?:³|3(?!\d))/u, 'm3'],
  [/^[\s-]?(?:km|км)(?![\p{L}²\d])/u, 'km'],
  [/^\s(?:m|м)(?![\p{L}²³\d])(?!\.\s?\p{Ll})/u, 'm'],
  [/^\s?t(?!\p{L})/u, 't'],
  [/^\sh(?![\p{L}.])/u, 'hour'],
  [/^\s?min(?!\p{L})/u, 'minute'],
  [/^[\s-]?(?:cm|см)(?!\p{L})/u, 'cm'],
  [/^[\s-]?(?:mm|мм)(?!\p{L})/u, 'mm'],
  [/^[\s-]?(?:kg|кг)(?!\p{L})/u, 'kg'],
  [/^[\s-]?(?:ha|га)(?!\p{L})/u, 'ha'],
  [/^[\s-]?(TWh|GWh|MWh|kWh|TW|GW|MW|kW)(?!\p{L})/u, ''],
  [/^[\s-]?(?:US\$|\$)/u, 'USD'],
  [/^\s?€/u, 'EUR'],
  [/^\s?£/u, 'GBP'],
  [/^\s?₽/u, 'RUB'],
  [/^\s?₴/u, 'UAH'],
  [/^\s?zł/u, 'PLN'],
  [/^\s?(USD|EUR|GBP|RUB|UAH|PLN|BYN|CHF|SEK|NOK|DKK|CZK|HUF|JPY|CNY|INR|TRY|AUD|CAD|LTL)(?!\p{L})/u, ''],
];

const before =
  /(?:(?<code>USD|EUR|GBP|RUB|UAH|PLN|BYN|CHF|SEK|NOK|DKK|CZK|HUF|JPY|CNY|INR|TRY|AUD|CAD|LTL)|(?<sign>US\$|A\$|C\$|NZ\$|HK\$|\$|€|£|¥|₽|₴|₹|₺))\s?$/u;
const signs: Readonly<Record<string, string>> = {
  US$: 'USD',
  $: 'USD',
  A$: 'AUD',
  C$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₹': 'INR',
  '₺': 'TRY',
};

/** The unit whose symbol begins a text, and how long it is. */
export function symbolAt(rest: string): { readonly name: string; readonly length: number } | undefined {
  for (const [pattern, name] of symbols) {
    const match = pattern.exec(rest);
    if (match !== null) return { name: name === '' ? (match[1] ?? '') : name, length: match[0].length };
  }
  return undefined;
}

/** The currency whose sign or code ends a text, and how long it is. */
export function currencyBefore(text: string): { readonly name: string; readonly length: number } | undefined {
  const match = before.exec(text.slice(-6));
  if (match === null) return undefined;
  const { code, sign } = match.groups ?? {};
  const name = code ?? signs[sign ?? ''];
  return name === undefined ? undefined : { name, length: match[0].length };
}
