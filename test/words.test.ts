import { describe, expect, test } from 'vitest';
import { drawChart } from '../src/chart/layout/draw-chart.js';
import { reviewClaims, updateLock } from '../src/evidence/lock.js';
import { languageWords, wordsIn } from '../src/language/words/words.js';
import type { AssetResolver, Audience, ClientBundle, Evidence } from '../src/model.js';
import { composeDeck } from '../src/render/documents/deck.js';
import { composeIndex } from '../src/render/documents/index.js';
import { backMatter } from '../src/render/papers/back-matter.js';
import { type PaperSource, papers } from '../src/render/papers/papers.js';
import { relations } from '../src/render/papers/parts/matter.js';
import { composePaper } from '../src/render/papers/shell.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { paperSource } from './support/render-deck.js';
import { isWhole } from './support/share.js';

const english = wordsIn('en');

const chartOf = (mark: string, table: string, more = ''): string =>
  `\`\`\`chart\ndata: |\n  ${table}\nmark: ${mark}\n${more}\n\`\`\``;

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

::: objectives
- Xyz aa {#aa}
:::

---

## Xyz c

> [!note]
> xyz

> [!todo]
> xyz

> [!tldr]
> xyz

> [!tip]
> xyz

> [!important]
> xyz

> [!done]
> xyz

> [!faq]
> xyz

> [!warning]
> xyz

> [!caution]
> xyz

> [!fail]
> xyz

> [!danger]
> xyz

> [!bug]
> xyz

> [!example]
> xyz

> [!quote]
> xyz

---

## Xyz w [@ilvesson2021, ¶1, "slower ships"] {minutes=3}

- Xyz BBC 14[^n] [@ilvesson2021, ¶2, "14 member ports"]
- Xyz e [@inference] {.contested}
- Xyz r [@lecturer] {.official}
- Xyz a {.assessment}
- "Xyz xyzzy xyz" [@ilvesson2021, ¶3]
- Xyz 14 [@ilvesson2021, ¶2]
- Xyz l [@almanac, ¶4, "xyz xyzzy"]
- Xyz "xyzzy" z
- ![xyz](https://example.org/a.png)

[^n]: Xyz t

*[BBC]: Xyz u

::: handout
Xyz i [@ilvesson2021, ¶3–4].

::: paragraphs {source=pilots}
:::

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

::: question {choose=1 objective=aa cite="ilvesson2021, ¶2"}
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

## Xyz v? {layout=question}

::: question {#xyz-v answer=later}
- [x] Xyz b
- [ ] Xyz n
:::

---

## Xyz ab {layout=question}

::: ticket
- Xyz ac
:::

---

## Xyz m? {layout=question}

::: question {again=xyz-v}
:::

---

## Xyz c {cite="lecturer"}

${chartOf('line', 'year,Xy,Xz\n  2020,41,44\n  2021,,45\n  2022,43,')}

${chartOf('line', 'year,Xy\n  2020,1\n  2021,1000', 'y: { scale: log }')}

${chartOf('bar', 'port,Xy\n  X,1\n  Y,2')}

${chartOf('dot', 'port,Xy,Xz\n  X,1,2\n  Y,2,')}

${chartOf('slope', 'port,2020,2021\n  X,1,2\n  Y,2,1')}

${chartOf('area', 'year,Xy\n  2020,1\n  2021,2')}

---

## Xyz pi

![Xyz](bars.svg){credit="Xyz"}

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
  onDemand: { script: '', style: '' },
  whole: '',
};
const assets: AssetResolver = {
  file: (path) => path,
  style: () => '',
  script: () => '',
  cspSources: [],
  connectSources: [],
};

async function render(lang: string, audience: Audience, evidence: Evidence): Promise<PaperSource> {
  const wanted = papers.map(({ name }) => name);
  const deck = deckOf(deckIn(lang));
  const charts = deck.slides.flatMap(({ diagrams }) =>
    diagrams.flatMap(({ id, chart }) => (chart === undefined ? [] : [[id, drawChart(chart, lang)] as const])),
  );
  const drawings = { byId: new Map(charts), diagnostics: [] };
  return paperSource(deck, drawings, { audience, draft: true, cut: 90 }, evidence, wanted);
}

/** Relations, which this deck has none of, as the teacher's handout prints them. */
function relationsIn({ document, rendered }: PaperSource): string {
  const row = { from: 'X', kind: 'y', what: '', to: 'Z', mutual: false, remark: '', evidence: [] };
  const views = [{ slide: { id: 'xyz-w', number: 3, title: 'Xyz w' }, rows: [row] }];
  return relations({ ...rendered, matter: { ...backMatter(document), relations: views } });
}

/**
 * The documents of every paper and slide, with its panel, for both audiences, and the list of decks. Students get theirs where the
 * sources are gone and others read the claims before.
 */
async function documentsIn(lang: string): Promise<readonly string[]> {
  const checked = evidenceOf(deckIn(lang));
  const lock = updateLock(reviewClaims(checked, 'Xyz', '2024-02-24'), undefined);
  const editions = await Promise.all([
    render(lang, 'student', evidenceOf(deckIn(lang), { sources: [], lock })),
    render(lang, 'teacher', checked),
  ]);
  const listed = [1, 12].map((slides) => ({ name: 'xyz', title: 'Xyz', lang, minutes: 20, slides }));
  const list = composeIndex(listed, client, assets);
  const documents = editions.flatMap((source) => {
    const { rendered } = source;
    const { audience } = rendered.edition;
    const setup = { size: 'a4', perPage: 3, grey: false } as const;
    const printed = papers
      .filter(({ audiences }) => audiences.includes(audience))
      .map((paper) => composePaper(paper, source, setup, client, assets) ?? expect.unreachable(paper.name));
    const drawn = audience === 'teacher' ? [relationsIn(source)] : [];
    return [...printed, ...drawn, ...rendered.slides.map(({ html }) => html)];
  });
  return [list, ...documents];
}

/** What is seen or read aloud of a document, a piece a line. */
function saidIn(html: string): readonly string[] {
  const running = [...html.matchAll(/content: "([^"]*)"/g)];
  const bare = html.replace(/<style>[\s\S]*?<\/style>|<meta [^>]*>/g, '');
  const named = [...bare.matchAll(/ (?:aria-label|alt|title|data-bookmark)="([^"]*)"/g)];
  const texts = [...bare.matchAll(/>([^<]+)</g)];
  return [...new Set([...running, ...named, ...texts].map(([, said = '']) => said.replace(/\s+/g, ' ').trim()))];
}

/** Where the lines of a text hold a phrase of ours, whatever came in. */
function saying(phrase: string, said: string): readonly string[] {
  const parts = phrase.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  const source = parts.join('\\S+').replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return said.match(new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}]).*`, 'gu')) ?? [];
}

describe('slides, panels, papers and the list of decks', () => {
  test('of an English deck hold the words that are looked for', async () => {
    const said = (await documentsIn('en')).flatMap(saidIn).join('\n');
    const unseen = Object.entries(english).filter(([, phrase]) => saying(phrase, said).length === 0);
    // These need drawn relations, several authors, references that are set, or a handout that is laid out.
    const others = ['writeLines', 'passes', 'continued', 'etAl', 'notInSource', 'colour', 'step', 'reprintOf'];
    expect(unseen.map(([name]) => name)).toEqual(others);
  });

  const foreign = Object.keys(languageWords).filter((lang) => lang !== 'en');
  test.each(isWhole ? foreign : [])('of a deck in %s have no English word of ours', async (lang) => {
    const said = (await documentsIn(lang)).flatMap(saidIn);
    const own = wordsIn(lang);
    const unlike = Object.entries(english).filter(([name, phrase]) => !own[name as keyof typeof own].includes(phrase));
    const text = said.join('\n');
    const found = unlike.flatMap(([, phrase]) => saying(phrase, text));
    expect(found).toEqual([]);
    expect(said).toContain(own.teacherHandout);
  });

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

describe('the document of a deck', () => {
  const carriedIn = async (lang: string, audience: Audience): Promise<unknown> => {
    const html = composeDeck(
      (await render(lang, audience, evidenceOf(deckIn(lang)))).rendered,
      client,
      assets,
      () => 'sha256-',
    );
    return JSON.parse(/id="window-words">(.*)<\/script>/.exec(html)?.[1] ?? 'null');
  };

  test('carries its window’s words in its own language alone, the speaker’s with notes only', async () => {
    const { deck, speaker } = languageWords.de?.window ?? expect.unreachable();
    expect(await carriedIn('de-AT', 'teacher')).toEqual({ lang: 'de-AT', deck, speaker });
    expect(await carriedIn('de-AT', 'student')).toEqual({ lang: 'de-AT', deck });
  });

  test('carries English, said to be so, where there are no words in its language', async () => {
    expect(await carriedIn('eo', 'student')).toMatchObject({ lang: 'en', deck: { close: 'Close' } });
  });
});
