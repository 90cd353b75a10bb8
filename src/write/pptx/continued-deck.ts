import { continuedSlides } from './continue-tables.js';
import type { PptxDeck } from './write-pptx.js';

/**
 * A deck with every table that is taller than its slide on as many slides as it takes, and with the blocks of those slides alone that are seen. What is
 * said of a slide is said of its first one.
 */
export function continuedDeck(deck: PptxDeck): PptxDeck {
  const blocks = new Map(deck.slides.map((slide) => [slide.id, slide]));
  const rendered = new Map(deck.rendered.map((slide) => [slide.id, slide]));
  const all = deck.scene.slides.flatMap((whole) =>
    continuedSlides(whole).map((seen, index) => {
      const [own, written] = [blocks.get(whole.id), rendered.get(whole.id)];
      const first = index === 0 ? {} : { id: seen.id, notes: [] };
      return {
        seen,
        blocks: own === undefined ? [] : [{ ...own, ...first }],
        rendered: written === undefined ? [] : [{ ...written, id: seen.id }],
      };
    }),
  );
  return {
    ...deck,
    scene: { ...deck.scene, slides: all.map(({ seen }) => seen) },
    slides: all.flatMap((one) => one.blocks),
    rendered: all.flatMap((one) => one.rendered),
  };
}
