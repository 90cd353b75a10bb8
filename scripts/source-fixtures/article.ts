import { sentences } from './sentences.js';

/** An invented article: what a reader of it should find. */
export interface Article {
  readonly lang: string;
  readonly title: string;
  readonly author: string;
  /** As it is written in the language. */
  readonly date: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

const heads: Readonly<
  Record<
    string,
    { readonly title: string; readonly author: string; readonly date: string; readonly headings: readonly string[] }
  >
> = {
  en: {
    title: 'Slow Ships and Small Harbours',
    author: 'Marta Ilvesson',
    date: '14 March 2021',
    headings: ['The third basin', 'What the pilots want', 'Money and will'],
  },
  de: {
    title: 'Langsame Schiffe, kleine Häfen',
    author: 'Jörg Hallström',
    date: '14. März 2021',
    headings: ['Das dritte Becken', 'Was die Lotsen wollen', 'Geld und Wille'],
  },
  pl: {
    title: 'Powolne statki, małe porty',
    author: 'Elżbieta Wrońska',
    date: '14 marca 2021 r.',
    headings: ['Trzeci basen', 'Czego chcą piloci', 'Pieniądze i wola'],
  },
  ru: {
    title: 'Медленные суда и малые гавани',
    author: 'Елена Морозова',
    date: '14 марта 2021 года',
    headings: ['Третий бассейн', 'Чего хотят лоцманы', 'Деньги и воля'],
  },
  uk: {
    title: 'Повільні судна й малі гавані',
    author: 'Олена Гайова',
    date: '14 березня 2021 року',
    headings: ['Третій басейн', 'Чого хочуть лоцмани', 'Гроші та воля'],
  },
  fr: {
    title: 'Navires lents et petits ports',
    author: 'Hélène de Brévan',
    date: '14 mars 2021',
    headings: ['Le troisième bassin', 'Ce que veulent les pilotes', 'L’argent et la volonté'],
  },
  be: {
    title: 'Павольныя судны і малыя гавані',
    author: 'Алена Марозава',
    date: '14 сакавіка 2021 года',
    headings: ['Трэці басейн', 'Чаго хочуць лоцманы', 'Грошы і воля'],
  },
  lt: {
    title: 'Lėti laivai ir maži uostai',
    author: 'Rūta Žemaitė',
    date: '2021 m. kovo 14 d.',
    headings: ['Trečiasis baseinas', 'Ko nori locmanai', 'Pinigai ir valia'],
  },
};

/** An article in a language from a seed, with so many sections of so many paragraphs. */
export function article(lang: string, seed: number, sections = 3, paragraphs = 3): Article {
  const random = randomFrom(seed);
  const { headings, ...head } = heads[lang] ?? { title: '', author: '', date: '', headings: [] };
  const stock = sentences[lang] ?? [];
  let left: string[] = [];
  const next = (): string => {
    if (left.length === 0) left = [...stock];
    return left.splice(Math.floor(random() * left.length), 1)[0] ?? '';
  };
  return {
    ...head,
    lang,
    sections: Array.from({ length: sections }, (_, section) => ({
      heading: headings[section % headings.length] ?? '',
      paragraphs: Array.from({ length: paragraphs }, () =>
        Array.from({ length: 3 + Math.floor(random() * 3) }, next).join(' '),
      ),
    })),
  };
}

/** Numbers from 0 to 1, the same for each seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
