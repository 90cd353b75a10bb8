import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WindowWords } from '../src/language/words/words.js';
import { languageWords, mapWords, ownLang, wordsIn } from '../src/language/words/words.js';
import { typographic } from '../src/render/passes/typography.js';
import { root } from './support/command.js';
import { deckOf } from './support/evidence.js';

type Table = Readonly<Record<string, string>>;

/** All that is said in a language, wherever it stands. */
function tableIn(lang: string): Table {
  const named = (part: keyof WindowWords): readonly (readonly [string, string])[] =>
    Object.entries(languageWords[lang]?.window[part] ?? {}).map(([name, phrase]) => [`${part}: ${name}`, phrase]);
  return Object.fromEntries([...Object.entries(wordsIn(lang)), ...named('deck'), ...named('speaker')]);
}

describe('each table of words', () => {
  test.each(Object.keys(languageWords))('%s says everything, with what comes in where English has it', (lang) => {
    const holes = (phrase: string): readonly string[] => (phrase.match(/\{\w+\}/g) ?? []).sort();
    const own = tableIn(lang);
    expect(Object.keys(own)).toEqual(Object.keys(tableIn('en')));
    for (const [name, phrase] of Object.entries(tableIn('en'))) {
      expect(own[name]?.trim(), name).not.toBe('');
      expect(holes(own[name] ?? ''), name).toEqual(holes(phrase));
      expect(own[name], name).not.toMatch(/[<>&"]/);
    }
  });

  test.each(Object.keys(languageWords).filter((lang) => lang !== 'en'))(
    '%s has a map’s words and quotation marks of its own too',
    (lang) => {
      expect(mapWords(lang)).not.toBe(mapWords('eo'));
      expect(quoted(lang)).not.toBe('“Xyz”');
    },
  );

  test('is all there is: no style sheet says a word', () => {
    const theme = join(root, 'src/client/theme');
    const sheets = readdirSync(theme, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
    const said = sheets.flatMap((file) => {
      const css = readFileSync(join(theme, file), 'utf8').replace(/\\[\da-f]{1,6}/gi, '');
      const strings = [...css.matchAll(/content:([^;]*);/g)].flatMap(([, value = '']) => value.match(/"[^"]*"/g) ?? []);
      return strings.filter((string) => /\p{L}/u.test(string)).map((string) => `${file}: ${string}`);
    });
    expect(said).toEqual([]);
  });

  test('is found by any tag of its language; English stands in for a language without one, and says that it is English', () => {
    expect(wordsIn('be-tarask').slide).toBe('Слайд');
    expect(ownLang('de-AT')).toEqual({});
    for (const lang of ['eo', 'valueOf']) {
      expect(wordsIn(lang)).toBe(wordsIn('en'));
      expect(quoted(lang)).toBe('“Xyz”');
    }
    expect(ownLang('eo')).toEqual({ lang: 'en' });
  });
});

function quoted(lang: string): string {
  return typographic('"Xyz"', { ...deckOf(`---\nlang: ${lang}\n---\n`).settings, usesOwnTheme: true });
}
