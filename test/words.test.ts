import { describe, expect, test } from 'vitest';
import type { AssetResolver, Audience, ClientBundle, RenderedDeck } from '../src/model.js';
import { renderDeck } from '../src/render/deck.js';
import { papers } from '../src/render/papers/papers.js';
import { composePaper } from '../src/render/papers/shell.js';
import { ownLang, wordsByLanguage, wordsIn } from '../src/words/words.js';
import { deckOf, evidenceOf } from './support/evidence.js';

const english = wordsIn('en');

describe('each table of words', () => {
  test.each(Object.entries(wordsByLanguage))(
    '%s says everything, with what comes in where English has it',
    (_, words) => {
      const holes = (phrase: string): readonly string[] => (phrase.match(/\{\w+\}/g) ?? []).sort();
      for (const [name, phrase] of Object.entries(english)) {
        const own = words[name as keyof typeof words];
        expect(own.trim(), name).not.toBe('');
        expect(holes(own), name).toEqual(holes(phrase));
      }
    },
  );

  test('is found by any tag of its language; English stands in for a language without one, and says that it is English', () => {
    expect(wordsIn('be-tarask').slide).toBe('Слайд');
    expect(ownLang('de-AT')).toEqual({});
    expect(wordsIn('eo')).toBe(english);
    expect(ownLang('eo')).toEqual({ lang: 'en' });
  });
});

/** Every part that slides and papers have words of ours for; the author's words are no English. */
const deckIn = (lang: string): string => `---
title: Xyz
lang: ${lang}
course: Xyzzy
author: Q. Xyz
date: 2024-05-01
asOf: 2024-04-30
url: https://example.org/xyz
minutes: 20
---

# Xyz {layout=title}

---

# Xyz q {layout=section}

---

## Xyz w [@ilvesson2021, ¶1, "slower ships"] {minutes=3}

- Xyz BBC 14[^n] [@ilvesson2021, ¶2, "14 member ports"]
- Xyz e [@inference] {.contested}
- Xyz r [@lecturer] {.official}
- Xyz a {.assessment}
- ![xyz](https://example.org/a.png)

[^n]: Xyz t

*[BBC]: Xyz u

::: handout
Xyz i [@ilvesson2021, ¶3–4].

![Xyz](bars.svg)
:::

Note:
Xyz o

---

- Xyz "our cheapest insurance" p [@ilvesson2021, ¶2–3]

---

# Xyz a {layout=section}

---

## Xyz s? {layout=question minutes=2}

::: question {choose=1 cite="ilvesson2021, ¶2"}
- [x] Xyz d [@ilvesson2021, ¶2, "14 member ports"]
- [ ] Xyz f

::: answer
Xyz g [@pilots]
:::
:::

---

## Xyz h? {layout=question}

::: question {lines=3}
Xyz j?
:::

---

## Xyz k

::: coverage
:::
`;

const client: ClientBundle = {
  folder: '/client',
  script: '',
  style: '',
  paperStyle: '',
  mathStyle: '',
  glyphs: new Set(),
  speaker: { script: '', style: '' },
};
const assets: AssetResolver = {
  file: (path) => path,
  style: () => '',
  script: () => '',
  cspSources: [],
  connectSources: [],
};
const wanted = papers.map(({ name }) => name);

async function render(lang: string, audience: Audience): Promise<RenderedDeck> {
  const text = deckIn(lang);
  const none = { byId: new Map(), diagnostics: [] };
  const rendered = await renderDeck(deckOf(text), none, { audience, draft: true }, evidenceOf(text), wanted);
  const row = { from: 'X', kind: 'y', what: '', to: 'Z', mutual: false, remark: '', evidence: [] };
  const relations = [{ slide: { id: 'xyz-w', number: 3, title: 'Xyz w' }, rows: [row] }];
  return { ...rendered, matter: { ...rendered.matter, relations } };
}

/** The documents of every paper and slide for both audiences, the evidence panel left out: it speaks English. */
async function documentsIn(lang: string): Promise<readonly string[]> {
  const editions = await Promise.all((['student', 'teacher'] as const).map((audience) => render(lang, audience)));
  return editions.flatMap((rendered) => {
    const { audience } = rendered.edition;
    const setup = { size: 'a4', perPage: 3, grey: false } as const;
    const printed = papers
      .filter(({ audiences }) => audiences.includes(audience))
      .map((paper) => composePaper(paper, rendered, setup, client, assets) ?? expect.unreachable(paper.name));
    return [...printed, ...rendered.slides.map(({ html }) => html.replace(/<template[\s\S]*?<\/template>/g, ''))];
  });
}

/** What is seen or read aloud of a document, a piece a line. */
function saidIn(html: string): readonly string[] {
  const running = [...html.matchAll(/content: "([^"]*)"/g)];
  const bare = html.replace(/<style>[\s\S]*?<\/style>|<meta [^>]*>/g, '');
  const named = [...bare.matchAll(/ (?:aria-label|alt|title|data-bookmark)="([^"]*)"/g)];
  const texts = [...bare.matchAll(/>([^<]+)</g)];
  return [...running, ...named, ...texts].map(([, said = '']) => said.replace(/\s+/g, ' ').trim());
}

/** Finds a phrase of ours whatever came in. */
function patternOf(phrase: string): RegExp {
  const parts = phrase.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\S+')}(?![\\p{L}\\p{N}])`, 'u');
}

describe('slides and papers', () => {
  test('of an English deck hold the words that are looked for', async () => {
    const said = (await documentsIn('en')).flatMap(saidIn);
    const unseen = Object.entries(english).filter(([, phrase]) => !said.some((one) => patternOf(phrase).test(one)));
    // These need drawn relations, several authors, or a handout that is laid out.
    const others = ['writeLines', 'passes', 'continued', 'etAl', 'notInSource', 'colour', 'step'];
    expect(unseen.map(([name]) => name)).toEqual(others);
  });

  test.each(Object.keys(wordsByLanguage).filter((lang) => lang !== 'en'))(
    'of a deck in %s have no English word of ours',
    async (lang) => {
      const said = (await documentsIn(lang)).flatMap(saidIn);
      const own = wordsIn(lang);
      const foreign = Object.entries(english).filter(
        ([name, phrase]) => !own[name as keyof typeof own].includes(phrase),
      );
      const found = foreign.flatMap(([, phrase]) => said.filter((one) => patternOf(phrase).test(one)));
      expect(found).toEqual([]);
      expect(said).toContain(own.teacherHandout);
    },
  );

  test('of a deck in a language without words have ours in English, as elements that say so', async () => {
    const html = (await documentsIn('eo')).join('\n');
    for (const shown of [
      '<p class="kind" lang="en">Student handout</p>',
      '<h2 lang="en">References</h2>',
      '<p class="label" lang="en">Your notes</p>',
    ])
      expect(html).toContain(shown);
  });
});
