import type { Slide } from '../../model.js';
import { placeOf } from '../../parse/token.js';
import type { Checked, Finding } from '../finding.js';

export function headingOrder({ deck }: Checked): readonly Finding[] {
  return deck.slides.flatMap(skippedLevels);
}

function skippedLevels({ tokens }: Slide): readonly Finding[] {
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  return headings.flatMap((heading, index) => {
    const level = levelOf(heading.tag);
    const above = headings[index - 1];
    const allowed = above === undefined ? 2 : levelOf(above.tag) + 1;
    if (level <= allowed) return [];
    const message = `A heading of level ${level} ${above === undefined ? 'opens the slide' : `follows one of level ${allowed - 1}`}.`;
    return [{ message, place: placeOf(heading), cure: `Write it as level ${allowed}, \`${'#'.repeat(allowed)} …\`.` }];
  });
}

function levelOf(tag: string): number {
  return Number(tag.slice(1));
}
