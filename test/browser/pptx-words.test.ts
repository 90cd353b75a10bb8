import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes as Parsed, parseFragment } from 'parse5';
import { afterAll, expect, test } from 'vitest';
import { compileDeck } from '../../src/commands/compile.js';
import { composeEdition } from '../../src/commands/edition.js';
import { withTools } from '../../src/commands/tools.js';
import { locateDeck } from '../../src/read/deck.js';
import { root, run } from '../support/command.js';
import { testEffects } from '../support/effects.js';
import { below, partOf, slidePaths } from '../support/presentation.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-words-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test.each(['belarus-deterrence', 'gallery'])(
  'slides and notes of %s have the texts of the deck and no others',
  async (name) => {
    const { code } = await run(['export', `slides/${name}`, '--to', 'pptx', '--quiet', '--out', work], root);
    expect(code).toBe(0);
    const bytes = readFileSync(join(work, 'export', name, 'slides-teacher.pptx'));
    const slides = await teachersSlides(name);
    const paths = slidePaths(bytes);
    expect(paths).toHaveLength(slides.length);
    const found = slides.map((html, index) => {
      const tree = parseFragment(html);
      const said = textsOf(tree, isUnseen);
      const fixed = textsOf(tree, (element) => isUnseen(element) || isDrawn(element));
      const shown = runsOf(partOf(bytes, paths[index] ?? ''));
      const [least, length, most] = [fixed, shown, said].map((texts) => letters(texts).length);
      return {
        slide: index + 1,
        lost: without(fixed, shown),
        added: without(shown, said),
        isTwice: (length ?? 0) < (least ?? 0) || (length ?? 0) > (most ?? 0),
        unsaid: without(notesOf(tree), noteRuns(bytes, index + 1)),
      };
    });
    const isOff = ({ lost, added, isTwice, unsaid }: (typeof found)[number]): boolean =>
      isTwice || [lost, added, unsaid].some((texts) => texts.length > 0);
    expect(found.filter(isOff)).toEqual([]);
  },
);

/** The slides as the page of the teacher's edition has them. */
async function teachersSlides(name: string): Promise<readonly string[]> {
  const effects = testEffects(root, { env: { ...process.env, PILCROW_BROWSER: 'bundled' } });
  const location = (await locateDeck(join('slides', name), effects)) ?? expect.unreachable(name);
  return withTools({ quiet: true }, effects, async (tools) => {
    const composed = await composeEdition(await compileDeck(location, tools), { audience: 'teacher' }, tools);
    return composed.rendered.slides.map(({ html }) => html);
  });
}

function noteRuns(bytes: Uint8Array, number: number): readonly string[] {
  const path = `ppt/notesSlides/notesSlide${number}.xml`;
  return path in unzipSync(new Uint8Array(bytes)) ? runsOf(partOf(bytes, path)) : [];
}

function runsOf(part: Document): readonly string[] {
  return below(part, 'a:t').map(({ textContent }) => textContent ?? '');
}

/** Letters and numbers alone: how words are set apart is a matter of layout. */
function letters(texts: readonly string[]): string {
  return (
    texts
      .join('')
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]/gu)
      ?.join('') ?? ''
  );
}

/** The texts whose letters do not stand among those of the others, one after the other. */
function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  const all = letters(others);
  return texts.filter((text) => !all.includes(letters([text])));
}

/** The texts of a tree in their order. */
function textsOf(node: Parsed.Node, isLeftOut: (element: Parsed.Element) => boolean): readonly string[] {
  if ('value' in node) return [node.value];
  if (!('childNodes' in node) || ('tagName' in node && isLeftOut(node))) return [];
  return node.childNodes.flatMap((child) => textsOf(child, isLeftOut));
}

/** Notes are written without the marks of their citations. */
function notesOf(node: Parsed.Node): readonly string[] {
  if (!('childNodes' in node)) return [];
  const isUnsaid = (element: Parsed.Element): boolean => isUnseen(element) || classesOf(element).includes('cite');
  if ('tagName' in node && isNotes(node)) return node.childNodes.flatMap((child) => textsOf(child, isUnsaid));
  return node.childNodes.flatMap(notesOf);
}

function classesOf({ attrs }: Parsed.Element): readonly string[] {
  return (attrs.find(({ name }) => name === 'class')?.value ?? '').split(/\s+/);
}

function isNotes(element: Parsed.Element): boolean {
  return element.tagName === 'aside' && classesOf(element).includes('notes');
}

const silent = new Set('template style script annotation title desc metadata defs'.split(' '));

function isUnseen(element: Parsed.Element): boolean {
  const classes = classesOf(element);
  const isForEars = classes.includes('katex-mathml') || (classes.includes('answered') && classes.includes('unseen'));
  return silent.has(element.tagName) || isNotes(element) || isForEars;
}

/** Drawings and formulas may be pictures, whose alternatives the outline of `pptx.test.ts` has. */
function isDrawn(element: Parsed.Element): boolean {
  return element.tagName === 'svg' || classesOf(element).includes('katex');
}
