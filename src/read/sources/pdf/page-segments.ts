import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { rowsOf, type Segment } from '../layout/segment.js';

/** What pdf.js gives for a stretch of text; marked content has no `str`. */
interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** A gap this wide, in letters' heights, divides segments: columns and cells have wider ones, justified words seldom. */
const wideGap = 1;

/**
 * The segments of a page, as it is turned for its reader. Text that stands upright in the margin is left out. pdf.js gives spaces as
 * stretches of their own, also between letters that stand a hair apart and between columns: only the gaps are looked at.
 */
export function segmentsOf(items: readonly object[], viewport: PageViewport): readonly Segment[] {
  const runs = items.flatMap((item) => ('str' in item ? runOf(item as TextItem, viewport) : []));
  const segments: Segment[] = [];
  for (const row of rowsOf(runs)) {
    let open: Segment | undefined;
    for (const run of row) {
      const gap = open === undefined ? 0 : run.x0 - open.x1;
      if (open === undefined || !isLevel(open, run) || gap >= run.size * wideGap || gap < -run.size * 2) {
        if (open !== undefined) segments.push(open);
        open = run;
        continue;
      }
      const space = gap > run.size * narrowGap && !/\s$/.test(open.text) && !/^\s/.test(run.text) ? ' ' : '';
      const font = run.text.length > open.text.length ? run.font : open.font;
      open = { ...open, text: open.text + space + run.text, x1: Math.max(open.x1, run.x1), font };
    }
    if (open !== undefined) segments.push(open);
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.trim() })).filter(({ text }) => text !== '');
}

/** Words are further apart, letters nearer together, in their heights. */
const narrowGap = 0.12;

/** Raised and lowered signs, and those of another size, are segments of their own. */
function isLevel(one: Segment, other: Segment): boolean {
  return Math.abs(one.y - other.y) < one.size * 0.1 && Math.abs(one.size - other.size) < one.size * 0.15;
}

function runOf({ str, transform, width, fontName }: TextItem, viewport: PageViewport): readonly Segment[] {
  if (str.trim() === '') return [];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = viewport.transform as readonly number[];
  const dx = va * a + vc * b;
  const dy = vb * a + vd * b;
  const size = Math.hypot(vb * c + vd * d, va * c + vc * d);
  // Turned by more than a few degrees: a stamp, a name of an axis, a repository's mark in the margin.
  if (size === 0 || Math.abs(dy) > Math.abs(dx) * 0.1 || dx < 0) return [];
  const x0 = va * e + vc * f + ve;
  return [{ text: str, x0, x1: x0 + width, y: vb * e + vd * f + vf, size, font: fontName }];
}
