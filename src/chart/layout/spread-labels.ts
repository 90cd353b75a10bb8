/** A label in a column: where its middle wants to be, and how high it is with the room around it. */
export interface WantedLabel {
  readonly at: number;
  readonly height: number;
  /** What it is sorted by: the end of its line, where `at` is the middle of several lines of words. Absent: by `at`. */
  readonly order?: number;
}

/**
 * Where labels of a column stand so that none is over another, each as near to its place as can be, in their order, between `from` and
 * `to`: neighbours that would touch are set as one block around their common place.
 */
export function spreadLabels(labels: readonly WantedLabel[], from: number, to: number): readonly number[] {
  const order = labels
    .map((label, index) => ({ ...label, index }))
    .sort((a, b) => (a.order ?? a.at) - (b.order ?? b.at) || a.index - b.index);
  const blocks: { members: (WantedLabel & { index: number })[]; top: number; height: number }[] = [];
  for (const label of order) {
    let block = { members: [label], top: label.at - label.height / 2, height: label.height };
    for (
      let above = blocks.at(-1);
      above !== undefined && above.top + above.height > block.top;
      above = blocks.at(-1)
    ) {
      blocks.pop();
      const members = [...above.members, ...block.members];
      block = { members, height: above.height + block.height, top: bestTop(members) };
    }
    blocks.push(block);
  }
  return settled(blocks, labels.length, from, to);
}

/** The top of a block at which its labels are moved least. */
function bestTop(members: readonly WantedLabel[]): number {
  let offset = 0;
  const wishes = members.map(({ at, height }) => {
    const top = at - height / 2 - offset;
    offset += height;
    return top;
  });
  return wishes.reduce((sum, one) => sum + one, 0) / wishes.length;
}

/** Middles by label; what reaches beyond an end is pushed back, and pushes its neighbours. */
function settled(
  blocks: readonly { readonly members: readonly (WantedLabel & { index: number })[]; top: number; height: number }[],
  count: number,
  from: number,
  to: number,
): readonly number[] {
  let limit = to;
  for (const block of blocks.toReversed()) {
    block.top = Math.min(block.top, limit - block.height);
    limit = block.top;
  }
  let floor = from;
  for (const block of blocks) {
    block.top = Math.max(block.top, floor);
    floor = block.top + block.height;
  }
  const middles = new Array<number>(count).fill(0);
  for (const { members, top } of blocks) {
    let y = top;
    for (const { index, height } of members) {
      middles[index] = y + height / 2;
      y += height;
    }
  }
  return middles;
}
