import { escapeHtml } from '../escape-html.js';
import { drawnFaces } from '../model/typeface.js';
import { svgAccent, svgInk, svgMuted } from './hues.js';
import type { TextRun } from './text-width.js';
import { familyOf } from './typeface.js';

/** Text for an element's content or an attribute of SVG; control characters, which XML has no form for, become spaces. */
export function escapeSvg(text: string): string {
  return escapeHtml(text.replace(/\p{Cc}/gu, ' '));
}

/** What appears with a click: from the second step on a fragment, as Reveal counts them. Step 0 is always there. */
export function inStep(step: number, content: string): string {
  return step === 0 ? content : `<g class="fragment" data-fragment-index="${step - 1}">${content}</g>`;
}

/** A line of text: words in ink, ¶ in the accent, remarks muted, or all in one `colour`. */
export function textLine(x: number, y: number, runs: readonly TextRun[], colour?: string, anchor = 'start'): string {
  const spans = runs.map(({ text, face, size }) => {
    const fill = `fill="${colour ?? colours[face]}"`;
    return `<tspan font-size="${size}"${fontOf(face)} ${fill}>${escapeSvg(text)}</tspan>`;
  });
  return `<text x="${x}" y="${y}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${spans.join('')}</text>`;
}

function fontOf(face: TextRun['face']): string {
  if (face !== 'name' && face !== 'plain-name') return fonts[face];
  return ` font-family="${familyOf('serif')}" font-weight="${drawnFaces[face].weight}"`;
}

const fonts: Readonly<Record<Exclude<TextRun['face'], 'name' | 'plain-name'>, string>> = {
  label: '',
  strong: ' font-weight="600"',
  remark: ' font-style="italic"',
};

const colours: Readonly<Record<TextRun['face'], string>> = {
  label: svgInk,
  strong: svgAccent,
  remark: svgMuted,
  name: svgInk,
  'plain-name': svgInk,
};
