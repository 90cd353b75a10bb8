import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Inline, InlineWriters } from '../../model.js';
import { described } from '../markup/described.js';
import { allowedInXml } from '../markup/escape-xml.js';
import { docxFormula } from './docx-formula.js';
import type { DocxSetup } from './docx-setup.js';

/** How words are set. */
export type RunStyle = Omit<IRunOptions, 'text' | 'children' | 'break'>;

/** The words of some inlines as runs of Word. */
export function docxRuns(
  content: readonly Inline[],
  setup: DocxSetup,
  style: RunStyle = {},
): readonly ParagraphChild[] {
  const writers = runWriters(setup, style);
  const runs: ParagraphChild[] = [];
  for (const inline of withoutSpaceBefore(content))
    for (const run of (writers[inline.kind] as (one: Inline) => readonly ParagraphChild[])(inline)) {
      const isSecond = run instanceof FootnoteReferenceRun && runs.at(-1) instanceof FootnoteReferenceRun;
      runs.push(...(isSecond ? [textRun(',', { superScript: true })] : []), run);
    }
  return runs;
}

/** A mark stands right behind its word. */
function withoutSpaceBefore(content: readonly Inline[]): readonly Inline[] {
  return content.flatMap((inline, index): readonly Inline[] => {
    const next = content[index + 1]?.kind;
    if (inline.kind !== 'text' || (next !== 'mark' && next !== 'footnote')) return [inline];
    const text = inline.text.trimEnd();
    return text === '' ? [] : [{ kind: 'text', text }];
  });
}

export function textRun(text: string, style: RunStyle = {}): TextRun {
  return new TextRun({ ...style, text: allowedInXml(text) });
}

function runWriters(setup: DocxSetup, style: RunStyle): InlineWriters<readonly ParagraphChild[]> {
  const runs = (content: readonly Inline[], more: RunStyle = {}): readonly ParagraphChild[] =>
    docxRuns(content, setup, { ...style, ...more });
  return {
    text: ({ text }) => [textRun(text, style)],
    styled: ({ tag, content, lang }) =>
      runs(content, { ...setOf(tag, setup), ...(lang === undefined ? {} : { language: { value: lang } }) }),
    link: ({ href, content }) =>
      /^(https?|mailto):/i.test(href)
        ? [new ExternalHyperlink({ link: href, children: [...runs(content, { style: 'Hyperlink' })] })]
        : runs(content),
    image: (image) => {
      const photograph = image.file === undefined ? undefined : setup.photograph({ file: image.file });
      if (photograph === undefined) return image.alt === '' ? [] : [textRun(`[${image.alt}]`, style)];
      const { type, bytes, width, height } = photograph;
      const share = Math.min(1, lineHeight / height);
      const transformation = { width: Math.round(width * share), height: Math.round(height * share) };
      return [new ImageRun({ type, data: bytes, transformation, altText: altOf(image.alt) })];
    },
    formula: ({ tex }) => [docxFormula(tex, false, setup)],
    mark: ({ citations, name }) =>
      citations.length === 0
        ? [new FootnoteReferenceRun(setup.notes.say(name.charAt(0).toUpperCase() + name.slice(1)))]
        : citations.map((citation) => new FootnoteReferenceRun(setup.notes.cite(citation))),
    voice: ({ text }) => [textRun(` (${text})`, { ...style, italics: true })],
    footnote: ({ number }) => {
      const id = setup.notes.numbered(number);
      return [
        id === undefined ? textRun(String(number), { ...style, superScript: true }) : new FootnoteReferenceRun(id),
      ];
    },
    abbreviation: ({ short }) => [textRun(short, style)],
    break: () => [new TextRun({ break: 1 })],
    html: ({ element }) => [textRun(`[${described(element)}]`, style)],
  };
}

/** A picture among words is as high as three lines at most, px. */
const lineHeight = 60;

export function altOf(alt: string): { readonly name: string; readonly description: string; readonly title: string } {
  return { name: 'picture', title: '', description: allowedInXml(alt) };
}

function setOf(tag: string, { look }: DocxSetup): RunStyle {
  switch (tag) {
    case 'strong':
    case 'b':
      return { bold: true };
    case 'em':
    case 'i':
    case 'cite':
    case 'dfn':
    case 'var':
      return { italics: true };
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return { font: look.fonts.code };
    case 'sub':
      return { subScript: true };
    case 'sup':
      return { superScript: true };
    case 'del':
    case 's':
    case 'strike':
      return { strike: true };
    case 'ins':
    case 'u':
      return { underline: {} };
    case 'mark':
      return { highlight: 'yellow' };
    default:
      return {};
  }
}
