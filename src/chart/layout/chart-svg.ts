import { svgColour } from '../../model/theme-colours.js';
import { svgInk, svgMuted, svgPaper, svgTone } from '../../relations/hues.js';
import { escapeSvg, inStep } from '../../relations/svg-markup.js';
import { familyOf } from '../../relations/typeface.js';
import { type ChartPart, type ChartPlan, figure, type PlacedText, type Tone, tenth } from './plan.js';

/** A plan as SVG, its colours the theme's tokens. */
export function chartSvg({ parts, height }: ChartPlan): string {
  const groups: { step: number; markup: string[] }[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last?.step === part.step) last.markup.push(markupOf(part));
    else groups.push({ step: part.step, markup: [markupOf(part)] });
  }
  const body = groups.map(({ step, markup }) => inStep(step, markup.join(''))).join('\n');
  const look = `font-family="${familyOf('sans')}" font-size="22" fill="${svgInk}" stroke-linejoin="round"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${figure.width} ${height}" ${look}>\n${body}\n</svg>`;
}

function markupOf(part: ChartPart): string {
  if (part.kind === 'text') return textMarkup(part);
  if (part.kind === 'circle') {
    const edge = part.stroke === undefined ? '' : ` stroke="${colours[part.stroke]}" stroke-width="3"`;
    return `<circle cx="${tenth(part.x)}" cy="${tenth(part.y)}" r="${part.r}" fill="${colours[part.fill]}"${edge}/>`;
  }
  if (part.kind === 'rect') {
    const edge = part.stroke === undefined ? '' : ` stroke="${colours[part.stroke]}" stroke-width="2"`;
    const at = `x="${tenth(part.x)}" y="${tenth(part.y)}" width="${tenth(part.width)}" height="${tenth(part.height)}"`;
    return `<rect ${at} fill="${colours[part.fill]}"${edge}/>`;
  }
  const fill = part.fill === undefined ? 'none' : colours[part.fill];
  const line = part.stroke === undefined ? '' : ` stroke="${colours[part.stroke]}" stroke-width="${part.width ?? 1}"`;
  const faint = part.opacity === undefined ? '' : ` opacity="${part.opacity}"`;
  return `<path d="${part.d}" fill="${fill}"${line}${faint}/>`;
}

function textMarkup({ x, y, text, size, face, tone, anchor, hasHalo }: PlacedText): string {
  const look = [
    anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
    size === 22 ? '' : ` font-size="${size}"`,
    face === 'strong' ? ' font-weight="600"' : face === 'remark' ? ' font-style="italic"' : '',
    tone === 'ink' ? '' : ` fill="${colours[tone]}"`,
    hasHalo === true ? ` stroke="${svgPaper}" stroke-width="6" paint-order="stroke"` : '',
  ].join('');
  return `<text x="${tenth(x)}" y="${tenth(y)}"${look}>${escapeSvg(text)}</text>`;
}

/** A hue is its mark's colour: bars and lines are no large areas. Grey is hollow elsewhere; here it is muted. */
const colours: Readonly<Record<Tone, string>> = {
  ink: svgInk,
  muted: svgMuted,
  hair: svgColour('hair'),
  context: svgColour('context'),
  paper: svgPaper,
  blue: svgTone('blue').mark,
  red: svgTone('red').mark,
  teal: svgTone('teal').mark,
  amber: svgTone('amber').mark,
  violet: svgTone('violet').mark,
  grey: svgMuted,
};
