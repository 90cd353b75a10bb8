import { createRequire } from 'node:module';
import iso from 'i18n-iso-countries/index.js';
import { nearest } from '../nearest.js';

/** ISO 3166-1 alpha-2, capitals. Kosovo is XK, which ISO leaves to its users. */
export type CountryCode = string;

/** The country of an alpha-2 or alpha-3 code, in any case. */
export function findCountry(code: string): CountryCode | undefined {
  const capitals = code.toUpperCase();
  if (capitals === 'XKX') return 'XK';
  return iso.isValid(capitals) && !/^\d/.test(capitals) ? iso.toAlpha2(capitals) : undefined;
}

/** The code an author most likely meant: by the country's English name, else by the nearest of three letters. */
export function nearestCountry(word: string): CountryCode | undefined {
  register('en');
  const names = new Map<string, CountryCode>();
  for (const [code, all] of Object.entries(iso.getNames('en', { select: 'all' }))) {
    for (const name of all) names.set(name.toLowerCase(), code);
  }
  const name = word.length > 3 ? nearest(word, names.keys()) : word.toLowerCase();
  const named = name === undefined ? undefined : names.get(name);
  if (named !== undefined) return named;
  const near = word.length === 3 ? nearest(word, Object.keys(iso.getAlpha3Codes())) : undefined;
  return near === undefined ? undefined : findCountry(near);
}

/** The name as a map writes it: short, in the deck's language, in English where the language has none. */
export function countryName(code: CountryCode, lang: string): string {
  const language = register(primary(lang)) ? primary(lang) : 'en';
  register('en');
  const short = shortNames[language]?.[code];
  if (short !== undefined) return short;
  const full = iso.getName(code, language) ?? iso.getName(code, 'en') ?? code;
  return full.replace(/,.*$/, '').replace(/ \([^)]*\)/, '');
}

/** The key of a country in the map data, ISO 3166-1 numeric. */
export function countryOfNumber(id: string | number | undefined): CountryCode | undefined {
  return id === undefined ? undefined : iso.numericToAlpha2(id);
}

/** The language of a BCP 47 tag without script, region and variant. */
export function primary(lang: string): string {
  return lang.split('-')[0]?.toLowerCase() ?? 'en';
}

/** Where the list of names has the state's full title, or one that is out of date. */
const shortNames: Readonly<Record<string, Readonly<Record<CountryCode, string>>>> = {
  en: {
    BN: 'Brunei',
    CD: 'DR Congo',
    CG: 'Congo',
    CI: 'Côte d’Ivoire',
    CN: 'China',
    CZ: 'Czechia',
    GM: 'Gambia',
    IR: 'Iran',
    LA: 'Laos',
    MK: 'North Macedonia',
    PS: 'Palestine',
    RU: 'Russia',
    SY: 'Syria',
    TZ: 'Tanzania',
    US: 'United States',
    VA: 'Vatican City',
  },
  be: { CD: 'ДР Конга', MK: 'Паўночная Македонія', PS: 'Палесціна', US: 'ЗША' },
  lt: { CD: 'Kongo DR', PS: 'Palestina', VA: 'Vatikanas' },
  ru: { CD: 'ДР Конго', MD: 'Молдова', PS: 'Палестина', RU: 'Россия' },
  fr: {
    BN: 'Brunei',
    CD: 'RD Congo',
    CG: 'Congo',
    CI: 'Côte d’Ivoire',
    CZ: 'Tchéquie',
    TZ: 'Tanzanie',
    US: 'États-Unis',
    VA: 'Vatican',
  },
  de: { CZ: 'Tschechien', MD: 'Moldau', RU: 'Russland', SY: 'Syrien' },
};

const require = createRequire(import.meta.url);
const registered = new Map<string, boolean>();

/** Each language's names are a file of their own, read when first asked for. */
function register(language: string): boolean {
  const known = registered.get(language);
  if (known !== undefined) return known;
  const exists = iso.getSupportedLanguages().includes(language);
  if (exists) iso.registerLocale(require(`i18n-iso-countries/langs/${language}.json`));
  registered.set(language, exists);
  return exists;
}
