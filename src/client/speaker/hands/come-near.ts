import { type Area, stage } from './stage.js';

/** What of the stage's size a block has at most when it comes near, and how much larger it gets at most. */
const share = 0.92;
const most = 6;

/** How a view of the stage is moved and scaled so that an area fills it, px of the stage: `translate(x, y) scale(by)`, from its corner. */
export function nearness({ x, y, width, height }: Area): {
  readonly x: number;
  readonly y: number;
  readonly by: number;
} {
  const by = Math.max(
    1,
    Math.min(most, (share * stage.width) / Math.max(1, width), (share * stage.height) / Math.max(1, height)),
  );
  return { x: stage.width / 2 - (x + width / 2) * by, y: stage.height / 2 - (y + height / 2) * by, by };
}

/** The same in the speaker's window, where the frame is scaled by the style sheet. */
export function comeNearInFrame(screen: HTMLElement, area: Area | undefined): void {
  const { x, y, by } = area === undefined ? { x: 0, y: 0, by: 1 } : nearness(area);
  for (const [name, value] of [
    ['--near-x', `${x}px`],
    ['--near-y', `${y}px`],
    ['--near', String(by)],
  ] as const)
    screen.style.setProperty(name, value);
}

/** Brings an area of the room's stage near, or all of it back into its place. */
export function comeNear(root: HTMLElement, slides: HTMLElement, area: Area | undefined): void {
  root.style.transform = '';
  root.classList.toggle('near', area !== undefined);
  if (area === undefined) return;
  const shown = slides.getBoundingClientRect();
  const own = root.getBoundingClientRect();
  const scale = shown.width / stage.width;
  const { x, y, by } = nearness(area);
  // The stage lies within the window with bars at two sides: what moves it moves them too.
  const [left, top] = [shown.left - own.left, shown.top - own.top];
  root.style.transform = `translate(${left + x * scale - left * by}px, ${top + y * scale - top * by}px) scale(${by})`;
}
