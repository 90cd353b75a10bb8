import { rulesOf } from './rule.js';

/** What can be wrong with claims and their sources. */
export const evidenceRules = rulesOf('evidence', {
  /** Found where claims are verified. */
  'evidence-missing': {
    severity: 'error',
    needs: 'text',
    what: 'A claim that cites no paragraph and is not marked as `[@inference]` or `[@lecturer]`.',
    why: 'Somebody will ask where it says that.',
    wrong: `## Kalvik bets on slower ships

- It hopes "that neighbours will follow" [@ilvesson2021, ¶1]
- Insurers will ask for less`,
    right: `## Kalvik bets on slower ships

- It hopes "that neighbours will follow" [@ilvesson2021, ¶1]
- So insurers will ask for less [@inference]`,
  },
  /** Found where citations are parsed. */
  'citation-syntax': {
    severity: 'error',
    needs: 'text',
    what: 'A citation that cannot be read.',
    why: 'It leads to no paragraph.',
    wrong: '## Kalvik bets on slower ships [@ilvesson2021, ¶¶6–5]',
    right: '## Kalvik bets on slower ships [@ilvesson2021, ¶¶5–6]',
  },
  /** Found where citations are parsed. */
  'citation-unknown': {
    severity: 'error',
    needs: 'text',
    what: 'A citation of a source that is not in references.yaml. The message names the nearest key.',
    why: 'The reader cannot find it.',
    wrong: '## Kalvik bets on slower ships [@ilveson2021, ¶1]',
    right: '## Kalvik bets on slower ships [@ilvesson2021, ¶1]',
  },
  /** Found where citations are verified. */
  'paragraph-range': {
    severity: 'error',
    needs: 'text',
    what: 'A citation of a paragraph the source does not have, or of no paragraph at all.',
    why: 'Nobody can look it up.',
    wrong: '## Kalvik bets on slower ships [@ilvesson2021, ¶9]',
    right: '## Kalvik bets on slower ships [@ilvesson2021, ¶1]',
  },
  /** Found where citations are verified. */
  anchor: {
    severity: 'error',
    needs: 'text',
    what: 'An anchor whose words do not stand in the cited paragraph, or that has fewer than 3 or more than 8 words.',
    why: 'The claim rests on words that are not there.',
    wrong: '## Kalvik bets on slower ships [@ilvesson2021, ¶1, "slow ships and better warning"]',
    right: '## Kalvik bets on slower ships [@ilvesson2021, ¶1, "slower ships and better warning"]',
  },
  /** Found where claims are verified. */
  'no-anchor': {
    severity: 'warning',
    needs: 'text',
    what: 'A claim that cites a paragraph but has nothing to look for in it: no quotation, number, name or anchor.',
    why: 'Only the number of the paragraph ties it to the source.',
    wrong: '## Slowness is cheaper [@ilvesson2021, ¶1]',
    right: '## Slowness is cheaper [@ilvesson2021, ¶1, "betting on slower ships"]',
  },
  /** Found where claims are verified. */
  quotation: {
    severity: 'error',
    needs: 'text',
    what: 'Words in quotation marks that do not stand in the cited paragraph word for word.',
    why: 'Readers take quoted words for the source’s own.',
    wrong: '## Rautio praises "our dearest insurance" [@ilvesson2021, ¶2]',
    right: '## Rautio praises "our cheapest insurance" [@ilvesson2021, ¶2]',
  },
  /** Found where claims are verified. */
  number: {
    severity: 'error',
    needs: 'text',
    what: 'A number, percentage or date that is not in the cited paragraph.',
    why: 'Numbers are often copied wrongly, and often repeated.',
    wrong: '## Morozova’s pilots counted 121 crossings [@ilvesson2021, ¶5]',
    right: '## Morozova’s pilots counted 112 crossings [@ilvesson2021, ¶5]',
  },
  /** Found where claims are verified. */
  'evidence-negation': {
    severity: 'warning',
    needs: 'text',
    what: 'A claim that denies what its paragraph states, or states what it denies.',
    why: 'A small word reverses a statement, while names and numbers stay right.',
    wrong: '- Rautio says that the CTA published the figures on which the limit rests [@ilvesson2021, ¶4]',
    right: '- Shipping companies say that the CTA "never published" the figures of Gothia [@ilvesson2021, ¶4]',
  },
  /** Found where claims are verified. */
  'evidence-direction': {
    severity: 'warning',
    needs: 'text',
    what: 'A claim with the opposite of a word in its paragraph, or with two numbers or names in reverse order.',
    why: 'Rise and fall, more and less, from and to are easily exchanged, while names and numbers stay right.',
    wrong: '- For Gothia’s shipping companies waiting times fell by 18 per cent [@ilvesson2021, ¶4]',
    right: '- For Gothia’s shipping companies waiting times rose by 18 per cent [@ilvesson2021, ¶4]',
  },
  /** Found where claims are verified. */
  'evidence-speaker': {
    severity: 'warning',
    needs: 'text',
    what: 'Words that the claim gives to one person and the paragraph to another.',
    why: 'Who said something matters as much as what was said.',
    wrong: '- Rautio: "a habit that must grow slowly" [@ilvesson2021, ¶6]',
    right: '- Morozova: "a habit that must grow slowly" [@ilvesson2021, ¶6]',
  },
  /** Found where claims are verified. */
  'evidence-count': {
    severity: 'warning',
    needs: 'text',
    what: 'A small number, rank or fraction in words that differs from the paragraph’s.',
    why: 'Small numbers in words are not looked for. One that contradicts the source deserves a look.',
    wrong: '- Morozova’s pilots printed a guide in four languages [@ilvesson2021, ¶5]',
    right: '- Morozova’s pilots printed a guide in three languages [@ilvesson2021, ¶5]',
  },
  /** Found where claims are verified. */
  'quotation-trimmed': {
    severity: 'warning',
    needs: 'text',
    what: 'A quotation that leaves out a word which denies or limits it, before it or within its ellipsis.',
    why: 'Every quoted word is right, but the quotation says the opposite.',
    wrong: '- For Morozova fishermen "act out of malice" [@ilvesson2021, ¶5]',
    right: '- For Morozova fishermen "fear for their nets" [@ilvesson2021, ¶5]',
  },
  /** Found where claims are verified. */
  'quotation-mark': {
    severity: 'warning',
    needs: 'text',
    what: 'A quotation mark without its pair.',
    why: 'What follows it is not checked as a quotation.',
    wrong: '- Rautio calls it „our cheapest insurance [@ilvesson2021, ¶2]',
    right: '- Rautio calls it „our cheapest insurance“ [@ilvesson2021, ¶2]',
  },
  /** Found where claims are verified. */
  'mixed-alphabets': {
    severity: 'warning',
    needs: 'text',
    what: 'A word that mixes letters of two alphabets that look alike.',
    why: 'It cannot be found, neither in its source nor by a search.',
    wrong: '## Мoрозова ¶2 [@ilvesson2021, ¶3, "the new rules set"]',
    right: '## Морозова ¶2 [@ilvesson2021, ¶3, "the new rules set"]',
  },
  /** Found where claims are verified. */
  'abbreviation-differs': {
    severity: 'warning',
    needs: 'text',
    what: 'An abbreviation whose long form in the deck differs from the one that a source gives.',
    why: 'The line at the slide’s foot and the glossary would name another body.',
    wrong: '## The CTA inspects Kalvik [@ilvesson2021, ¶2]\n\n*[CTA]: Coastal Transport Agency\n',
    right: '## The CTA inspects Kalvik [@ilvesson2021, ¶2]\n\n*[CTA]: Coastal Traffic Authority\n',
  },
  /** Found where claims are verified. */
  'choice-stated': {
    severity: 'warning',
    needs: 'text',
    what: 'A wrong choice of a question that its cited paragraph states word for word.',
    why: 'Students who look it up find it in the source, and are told that it is wrong.',
    wrong: `## What do fishermen do? {layout=question}

::: question {cite="ilvesson2021, ¶5"}
- [x] They distrust the radar
- [ ] They fear for their nets
::: answer
They distrust it.
:::
:::
`,
    right: `## What do fishermen do? {layout=question}

::: question {cite="ilvesson2021, ¶5"}
- [x] They distrust the radar
- [ ] They welcome the radar
::: answer
They distrust it.
:::
:::
`,
  },
  /** Found where claims are verified. */
  'language-unread': {
    severity: 'note',
    needs: 'text',
    what: 'A deck or a source in a language that the check does not know.',
    why: 'Quotations, anchors, digits and known names are still checked. Numbers in words, units and case endings are not.',
    wrong: `---
lang: sv
---

## Kalvik [@ilvesson2021, ¶2]
`,
    right: `---
lang: en
---

## Kalvik [@ilvesson2021, ¶2]
`,
  },
  /** Found where claims are verified. */
  'source-language': {
    severity: 'warning',
    needs: 'text',
    what: 'A source that is clearly in another language than its reference says.',
    why: 'It would be read by the rules of the wrong language.',
    wrong: {
      'deck.md': '## Kalvik [@report, ¶1]\n',
      'references.yaml': '- id: report\n  title: A report\n  language: de\n',
      'sources/report.md':
        '¶1 The port of Kalvik has closed, and there is no other near it. What this means for those who live there is not known.\n',
    },
    right: {
      'deck.md': '## Kalvik [@report, ¶1]\n',
      'references.yaml': '- id: report\n  title: A report\n  language: en\n',
      'sources/report.md':
        '¶1 The port of Kalvik has closed, and there is no other near it. What this means for those who live there is not known.\n',
    },
  },
  /** Found where claims are verified. */
  name: {
    severity: 'error',
    needs: 'text',
    what: 'A name that is not in the cited paragraph.',
    why: 'The claim would say of one what the source says of another.',
    wrong: '## It was said by Rautio in Kalvik [@ilvesson2021, ¶5, "lights"]',
    right: '## It was said by Morozova [@ilvesson2021, ¶5, "at night without lights"]',
  },
  /** Found where claims are verified. */
  'unmarked-quotation': {
    severity: 'error',
    needs: 'text',
    what: 'Eight or more words in a row that stand in the source, without quotation marks.',
    why: 'They are somebody else’s words.',
    wrong: '## Small boats that cross the fairway at night without lights worry her [@ilvesson2021, ¶5]',
    right: '## "Small boats" without lights worry her [@ilvesson2021, ¶5, "at night without lights"]',
  },
  /** Found where claims are verified. */
  'source-absent': {
    severity: 'error',
    needs: 'text',
    what: 'A claim whose source text is not here, and that evidence.lock.json does not list.',
    why: 'Nobody can verify it here.',
  },
  /** Found where sources are read. */
  'source-text': {
    severity: 'error',
    needs: 'text',
    what: 'A source whose paragraphs are not numbered, or not in rising order, or that is no Markdown and so not read.',
    why: 'Citations would lead to the wrong paragraph.',
    wrong: {
      'deck.md': `# Ports
`,
      'references.yaml': `- id: report
  title: A report
`,
      'sources/report.md': `¶2 Ships.

¶1 Ports.
`,
    },
    right: {
      'deck.md': `# Ports
`,
      'references.yaml': `- id: report
  title: A report
`,
      'sources/report.md': `¶1 Ports.

¶2 Ships.
`,
    },
  },
  /** Found where claims are verified. */
  'source-unknown': {
    severity: 'warning',
    needs: 'text',
    what: 'A text in `sources/` that references.yaml does not describe.',
    why: 'Nothing can cite it.',
    wrong: {
      'deck.md': `# Ports
`,
      'references.yaml': `- id: report
  title: A report
`,
      'sources/raport.md': `¶1 Ports.
`,
    },
    right: {
      'deck.md': `# Ports
`,
      'references.yaml': `- id: report
  title: A report
`,
      'sources/report.md': `¶1 Ports.
`,
    },
  },
  /** Found where the lock is read. */
  'lock-format': {
    severity: 'error',
    needs: 'text',
    what: 'An evidence.lock.json that cannot be read, or that a newer version wrote.',
    why: 'Pilcrow never overwrites it, because it may record who reviewed what.',
    wrong: {
      'deck.md': `# Ports
`,
      'references.yaml': `- id: report
  title: A report
`,
      'evidence.lock.json': '{',
    },
    right: {
      'deck.md': `# Ports
`,
      'references.yaml': `- id: report
  title: A report
`,
    },
  },
  /** Found where the lock is compared. */
  'lock-stale': {
    severity: 'warning',
    needs: 'text',
    what: 'An evidence.lock.json that does not match the deck; an error with `--frozen`.',
    why: 'The deck would fail where the source text is not at hand. `pilcrow check --update-lock` updates the file.',
  },
  /** Found where coverage is shown. */
  'coverage-empty': {
    severity: 'warning',
    needs: 'text',
    what: 'A `::: coverage` of a source whose paragraphs are not known.',
    why: 'There is nothing to show.',
    wrong: {
      'deck.md': `## Ports

::: coverage {source=report}
:::
`,
      'references.yaml': `- id: report
  title: A report
`,
    },
    right: {
      'deck.md': `## Ports

::: coverage {source=report}
:::
`,
      'references.yaml': `- id: report
  title: A report
`,
      'sources/report.md': `¶1 Ports.
`,
    },
  },
  /** Found where the bibliography is read. */
  references: {
    severity: 'error',
    needs: 'text',
    what: 'An entry of the bibliography that lacks what every entry needs, or has a value of the wrong kind.',
    why: 'The source cannot be cited, or is shown wrongly.',
    wrong: {
      'deck.md': `# Ports
`,
      'references.yaml': `- title: A report
`,
    },
    right: {
      'deck.md': `# Ports
`,
      'references.yaml': `- id: report
  title: A report
`,
    },
  },
  /** Found where references are set. */
  'citation-style': {
    severity: 'error',
    needs: 'text',
    what: 'A `csl:` file that is no complete citation style.',
    why: 'References could not be set in it.',
    wrong: {
      'deck.md': `---
lang: en
csl: own.csl
---

# Ports [@report]
`,
      'references.yaml': `- id: report
  title: A report
`,
      'own.csl': `no style
`,
    },
    right: {
      'deck.md': `---
lang: en
---

# Ports [@report]
`,
      'references.yaml': `- id: report
  title: A report
`,
    },
  },
  'since-empty': {
    severity: 'warning',
    needs: 'text',
    what: 'A `::: since` in a deck where no cited reference says what no longer holds.',
    why: 'There is nothing to show.',
    wrong: {
      'deck.md': `## Ports grow [@report]

::: since
:::
`,
      'references.yaml': `- id: report
  title: A report
`,
    },
    right: {
      'deck.md': `## Ports grow [@report]

::: since
:::
`,
      'references.yaml': `- id: report
  title: A report
  superseded: { date: 2024-05, what: Ports no longer grow }
`,
    },
  },
  'paragraphs-empty': {
    severity: 'warning',
    needs: 'text',
    what: 'A `::: paragraphs` of a source whose paragraphs are not known.',
    why: 'There is nothing to number.',
    wrong: {
      'deck.md': `## Ports

::: paragraphs {source=report}
:::
`,
      'references.yaml': `- id: report
  title: A report
`,
    },
    right: {
      'deck.md': `## Ports

::: paragraphs {source=report}
:::
`,
      'references.yaml': `- id: report
  title: A report
`,
      'sources/report.md': `¶1 Ports grow every year.
`,
    },
  },
  'claim-stale': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'In a deck with `stale-after: 12 months` in its front matter, a claim of the present whose newest source is older than that and that does not say what date it speaks of. What tells of the past is known in English only; in other languages every claim counts.',
    why: 'What held when the source was written may have ended since.',
    wrong: {
      'deck.md': `---
stale-after: 12 months
lang: en
---

## The port keeps its rules [@report]
`,
      'references.yaml': `- id: report
  title: A report
  issued: 2001-05
`,
    },
    right: {
      'deck.md': `---
stale-after: 12 months
lang: en
---

## The port keeps its rules [@report] {asof=2001-05}
`,
      'references.yaml': `- id: report
  title: A report
  issued: 2001-05
`,
    },
  },
});
