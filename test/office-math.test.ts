import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadChemistry } from '../src/render/formula.js';
import { mathMl } from '../src/write/markup/formula-markup.js';
import { type OfficeMath, officeMath } from '../src/write/math/office-math.js';
import { fixtureFolder } from './support/twins.js';

const formulas = readFileSync(join(fixtureFolder('math'), 'formulas.md'), 'utf8')
  .trim()
  .split('\n');
await loadChemistry();
const macros = { '\\own': '\\frac{#1}{2}' };
const inMath = (tex: string): readonly OfficeMath[] | undefined => officeMath(mathMl(tex, true, macros));

/** `f(num[a] den[b])`: an element with what it holds; `chr=∑` is one with a value. */
function outline({ name, val, children }: OfficeMath): string {
  if (name === 'r') {
    const [style, text] = [...children.slice(0, -1), children.at(-1)].map((one) =>
      typeof one === 'object' ? one.children.map((inner) => (typeof inner === 'string' ? inner : outline(inner))) : [],
    );
    return text === undefined
      ? `"${style?.join('')}"`
      : `"${text.join('')}"${style?.length ? `{${style.join(' ')}}` : ''}`;
  }
  const inside = children.map((one) => (typeof one === 'string' ? one : outline(one))).join(' ');
  return `${name}${val === undefined ? '' : `=${val}`}${inside === '' ? '' : `[${inside}]`}`;
}

test('formulas in the mathematics of Office', async () => {
  const lines = formulas.map((tex) => `${tex}\n    ${inMath(tex)?.map(outline).join(' ') ?? 'no MathML'}`);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(fixtureFolder('math'), 'formulas.txt'));
});

/** What is seen of a formula, without signs that nobody sees. */
test('no letter of a formula is lost', () => {
  const wordsOf = ({ name, val, children }: OfficeMath): string =>
    (name.endsWith('Chr') || name === 'chr' ? (val ?? '') : '') +
    children.map((one) => (typeof one === 'string' ? one : wordsOf(one))).join('');
  for (const tex of formulas) {
    let shown = /<semantics>([\s\S]*?)<annotation/.exec(mathMl(tex, true, macros))?.[1] ?? '';
    const phantom = /<mphantom>(?:(?!<mphantom>).)*?<\/mphantom>/;
    while (phantom.test(shown)) shown = shown.replace(phantom, '');
    const letters = (text: string): readonly string[] =>
      (text.match(/[\p{Lu}\p{Ll}\p{N}=+<>∑∫∏]/gu) ?? []).slice().sort();
    const words = shown
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
    expect(letters((inMath(tex) ?? []).map(wordsOf).join('')), tex).toEqual(letters(words));
  }
});
