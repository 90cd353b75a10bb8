import type { Drawing } from '../model.js';
import { fitsBetter, isWellFitted, labelIn, type Room, scaleIn } from './choose-run.js';
import { kindOf } from './diagram-kind.js';
import type { Rendered } from './in-page/render-diagram.js';
import { type Run, type RunOfGraph, runOfGraph } from './run-of-graph.js';

type Drawn = Exclude<Rendered, { readonly refused: string }> & Pick<Drawing, 'turned'>;

/** The smallest label that is read from the back row, px of the stage. */
const floor = 18;

/** What an author who is content with the order of a graph would try instead. */
const across: Readonly<Record<Run, Run>> = { LR: 'TB', RL: 'BT', TB: 'LR', BT: 'RL' };

/**
 * Draws a diagram; a graph whose author says no direction in the one that fits its room best, from left to right where that is well, since
 * a slide is wider than high. A direction that was written is kept. Where its labels come out too small and would not in another, the
 * drawing says so.
 */
export async function drawGraph(
  code: string,
  room: Room,
  draw: (code: string) => Promise<Rendered>,
): Promise<Drawn | { readonly refused: string; readonly line?: number }> {
  const run = runOfGraph(code);
  if (run === undefined) return draw(code);
  const drawn = await drawIn(code);
  const closer = closerOf(code);
  if (closer === undefined || 'refused' in drawn || isReadable(drawn, room)) return drawn;
  const tried = await drawIn(closer);
  return 'refused' in tried || !fitsBetter(tried, drawn, room) ? drawn : tried;

  function drawIn(text: string): ReturnType<typeof drawGraph> {
    const its = runOfGraph(text) ?? run;
    if (its === undefined) return draw(text);
    return its.typed === undefined ? drawFreely(text, its, room, draw) : drawAsTyped(text, its.typed, its, room, draw);
  }
}

/**
 * The code of a flowchart with narrower blocks that stand closer together, for one whose letters would be too small; no line of it moves.
 * Undefined where its author has settings of their own, and for other kinds.
 */
function closerOf(code: string): string | undefined {
  const isPlain = /^(flowchart|graph)$/.test(kindOf(code)) && !/^\s*---|%%\s*\{\s*init/m.test(code);
  const settings = { flowchart: { wrappingWidth: 170, nodeSpacing: 28, rankSpacing: 42, padding: 10 } };
  return isPlain ? `${code.trimEnd()}\n%%{init: ${JSON.stringify(settings)}}%%\n` : undefined;
}

function isReadable(drawn: Drawn, room: Room): boolean {
  return drawn.smallestLabel * scaleIn(drawn, room) >= floor;
}

async function drawFreely(
  code: string,
  { turned }: RunOfGraph,
  room: Room,
  draw: (code: string) => Promise<Rendered>,
): Promise<Rendered> {
  const level = await draw(turned('LR'));
  if (!('refused' in level) && isWellFitted(level, room)) return level;
  // A refusal is one of what the author wrote.
  const upright = await draw(code);
  if ('refused' in level || 'refused' in upright) return upright;
  return fitsBetter(upright, level, room) ? upright : level;
}

async function drawAsTyped(
  code: string,
  typed: Run,
  { turned, written }: RunOfGraph,
  room: Room,
  draw: (code: string) => Promise<Rendered>,
): Promise<Drawn | { readonly refused: string; readonly line?: number }> {
  const drawn = await draw(code);
  if ('refused' in drawn || isReadable(drawn, room)) return drawn;
  const to = across[typed];
  const other = await draw(turned(to));
  if ('refused' in other || !fitsBetter(other, drawn, room)) return drawn;
  return { ...drawn, turned: { written: written(to), label: labelIn(other, room) } };
}
