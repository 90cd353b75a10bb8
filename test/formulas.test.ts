import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { Deck, Edition } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { papers } from '../src/render/papers/papers.js';
import { sourceOf } from './support/outline.js';
import { paperSource, renderDeck, writtenPapers } from './support/render-deck.js';

function deckOf(text: string): { readonly deck: Deck; readonly said: readonly string[] } {
  const { settings, bodyLine, diagnostics } = readFrontMatter(text, 'deck.md', true);
  return { deck: parseDeck(sourceOf(text, { settings, bodyLine })), said: diagnostics.map(formatDiagnostic) };
}

/** What KaTeX makes of each slide's formulas for the eye: their signs, and the numbers of equations; and what is said. */
async function shown(text: string, edition: Edition = { audience: 'student' }): Promise<readonly string[]> {
  const { deck, said } = deckOf(text);
  const { slides, diagnostics } = await renderDeck(deck, { byId: new Map(), diagnostics: [] }, edition);
  const formulas = slides.map(({ html }) =>
    [...html.matchAll(/<span class="katex-html"[\s\S]*?(?=<span class="katex-mathml"|<\/p>|<\/div>)/g)]
      .map(([whole]) => whole.replace(/<[^>]+>|​/g, ''))
      .join(' '),
  );
  return [...formulas.map((one) => one.trim()), ...said, ...diagnostics.map(formatDiagnostic)];
}

describe('numbers of equations', () => {
  const text = [
    '# One\n\n$$\\begin{align} a \\\\ b \\end{align}$$',
    '## Two {.teacher}\n\n\\begin{equation}\nc\n\\end{equation}',
    '## Three {cut=90}\n\n$$\\begin{gather} d \\tag{D} \\\\ e \\end{gather}$$',
    '## Four\n\n\\begin{align*}\nf\n\\end{align*}\n\n\\begin{align}\ng\n\\end{align}',
  ].join('\n\n---\n\n');

  test('run through the deck, and are the same in every edition', async () => {
    expect(await shown(`---\nminutes: 45\n---\n${text}`)).toEqual(['ab(1)(2)', 'f g(5)']);
    const teacher = { audience: 'teacher', cut: 90 } as const;
    expect(await shown(`---\nminutes: 45\n---\n${text}`, teacher)).toEqual(['ab(1)(2)', 'c(3)', 'de(D)(4)', 'f g(5)']);
  });

  test('are written into slides and papers alike, and no counter of CSS is left to count', async () => {
    const { deck } = deckOf(text);
    const wanted = papers.map(({ name }) => name);
    const source = await paperSource(
      deck,
      { byId: new Map(), diagnostics: [] },
      { audience: 'teacher' },
      undefined,
      wanted,
    );
    const { rendered } = source;
    const all = JSON.stringify([rendered, writtenPapers(source, wanted)]);
    expect(all).toContain('>(5)<');
    expect(all).not.toMatch(/eqn-num/);
    expect(rendered.slides.at(-1)?.html).toContain('<mtext>(5)</mtext>');
  });
});

describe('labels', () => {
  const equations =
    '\\begin{align} a \\label{eq:a} \\\\ b \\nonumber \\label{eq:b} \\\\ c \\tag{C} \\label{eq:c} \\\\ d \\label{eq:d} \\end{align}';

  test('are the numbers of their lines, before and behind them, in formulas and in text', async () => {
    const references = '$\\ref{eq:a}$ $\\eqref{eq:c}$ \\eqref{eq:d} \\ref{eq:d}';
    const text = `## One\n\n${references}\n\n---\n\n## Two\n\n${equations}\n\n---\n\n## Three\n\n${references}`;
    const [one, two, three, ...said] = await shown(text);
    expect([one, three, said]).toEqual(['1  (C)  (2)  2', '1  (C)  (2)  2', []]);
    expect(two).toBe('abcd(1)(C)(2)');
  });

  test('of a formula by itself are its tag', async () => {
    expect(await shown('# One\n\n$$x \\tag{7} \\label{x}$$\n\n\\eqref{x}')).toEqual(['x(7) (7)']);
  });

  test('that name no number are said, and so are those of what these readers do not get', async () => {
    const cure =
      'Write `\\label{name}` into a line that has a number, in `\\begin{equation}` or `\\begin{align}`, or behind a `\\tag{…}`.';
    const none = (name: string, at: string): string =>
      `deck.md:${at} error formula Formula not understood: \\eqref{${name}} names no equation that has a number. ${cure}`;
    const [, ...said] = await shown(`# One\n\n${equations}\n\nSee\n\\eqref{eq:b} \\eqref{gone}`);
    expect(said).toEqual([none('eq:b', '6:1'), none('gone', '6:14')]);
    const kept = `# One {.teacher}\n\n${equations}\n\n---\n\n## Two\n\n\\eqref{eq:c}`;
    expect((await shown(kept)).at(-1)).toBe(none('eq:c', '9:1'));
    expect((await shown(kept, { audience: 'teacher' })).at(-1)).toBe('(C)');
  });
});

test('chemistry is set, and commands that are not known are said with what to do', async () => {
  const [one, ...said] = await shown('# One\n\n$\\ce{2H2O}$\n\nand\n$\\unit{kg}$ $\\nothing$');
  // The X is invisible: its height is that of the letter beside the index.
  expect(one).toBe('2HX2O');
  expect(said).toEqual([
    'deck.md:6:1 error formula Formula not understood: Undefined control sequence: \\unit. Units are set as words: `9.81\\,\\mathrm{m/s^2}`.',
    'deck.md:6:13 error formula Formula not understood: Undefined control sequence: \\nothing. Write another command (katex.org/docs/supported lists those that are known), or define it in the front matter: `macros: { \\nothing: … }`.',
  ]);
});

describe('macros', () => {
  test('hold in the formulas after them, also those of a slide that is left out', async () => {
    const text =
      '# One {.teacher}\n\n$\\newcommand{\\where}{x} \\where$\n\n---\n\n## Two\n\n$\\where$ and $\\def\\E{e}\\E$\n\n---\n\n## Three\n\n$\\E\\where$';
    expect(await shown(text)).toEqual(['x and  e', 'ex']);
  });

  test('replace what was there: a command of KaTeX’s own, and what an earlier slide defined', async () => {
    const text =
      '# One\n\n$\\newcommand{\\R}{r} \\R$\n\n---\n\n## Two\n\n$\\newcommand\\R{s} \\R$\n\n---\n\n## Three\n\n$\\R$';
    expect(await shown(text)).toEqual(['r', 's', 's']);
  });

  test('of the front matter hold in all formulas, in any form that KaTeX and MathJax have', async () => {
    const text =
      '---\nmacros:\n  \\twice: "#1#1"\n  Q: q\n  "\\\\pair": ["#1,#2", 2]\n---\n# One\n\n$\\twice{x}$\n\n---\n\n## Two\n\n$\\Q \\pair{a}{b}$';
    expect(await shown(text)).toEqual(['xx', 'qa,b']);
  });

  test('that are none are said', async () => {
    expect(await shown('---\nmacros: { "1x": "y", ok: z }\n---\n# One\n\n$\\sin$')).toEqual([
      'sin',
      'deck.md:2:17 error setting-value `macros.1x`: expected macros by names of letters, such as `\\R: \\mathbb{R}`, found "1x".',
    ]);
    expect(await shown('---\nmacros: [a]\n---\n# One')).toEqual([
      '',
      'deck.md:2:9 error setting-value `macros`: expected macros by names of letters, such as `\\R: \\mathbb{R}`, found ["a"].',
    ]);
  });

  test('that double themselves from formula to formula end', async () => {
    const doubling = Array.from({ length: 40 }, () => '$\\xdef\\a{\\a\\a}$').join(' ');
    const said = await shown(`# One\n\n$\\def\\a{xxxx}$ ${doubling}`);
    expect(said.filter((line) => line.includes('Too many expansions')).length).toBeGreaterThan(20);
  });
});
