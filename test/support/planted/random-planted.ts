import fc from 'fast-check';
import { audienceFiles } from './audience-files.js';
import { block, blocks, inline, linePlaces, type Planted, plant, plantedDeck, wholes } from './planted-decks.js';

type Named = readonly [name: string, text: string];

/** Marks within marks: what is in a teacher's part may be marked once more. */
const words = fc.array(fc.constantFrom(...inline), { minLength: 1, maxLength: 2 }).map((marks): Named => {
  const [first, second] = marks;
  const inner = first?.[1]('{T}') ?? '{T}';
  const isLink = marks.some(([name]) => name === 'link' || name.includes('code'));
  return second === undefined || isLink
    ? [first?.[0] ?? '', inner]
    : [`${first?.[0]} in ${second[0]}`, `[before ${inner} after]{.teacher}`];
});

const inLine = fc
  .tuple(fc.constantFrom(...linePlaces), words)
  .map(([[place, slide], [marker, text]]): Named => [`${marker} in ${place}`, slide.replace('{M}', text)]);

const inBlock = fc
  .tuple(fc.constantFrom(...block), fc.subarray([...blocks], { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([[marker, mark], inside, isInColumn]): Named => {
    const marked = mark(inside.map(([, text]) => text).join('\n\n'));
    const name = `${inside.map(([kind]) => kind).join(', ')} in ${marker}`;
    const isAlone = marker.startsWith('answer') || marker.startsWith('raw') || marker.startsWith('prose');
    const placed = isInColumn && !isAlone ? `::: columns\n::: column\n${marked}\n\n:::\n:::` : marked;
    return [name, `## Block\n\n${placed}\n\nWords`];
  });

const slide = fc.oneof(inLine, inBlock, fc.constantFrom(...wholes));

/** Random slides, beside and below each other, each with a word that is for the teacher alone. */
const randomDeck = fc.array(fc.tuple(slide, fc.boolean()), { minLength: 1, maxLength: 8 }).map((slides) =>
  slides.map(([[name, text], isBelow], index): Planted => {
    const planted = plant(name, text, index);
    return isBelow ? { ...planted, slide: `## Above\n\nWords\n\n----\n\n${planted.slide}` } : planted;
  }),
);

/** What came of random decks. */
export interface Searched {
  readonly decks: number;
  /** Decks that have errors, so that nothing of them is written. */
  readonly stopped: number;
  /** `number of the deck: marker: file`. */
  readonly leaks: readonly string[];
}

/** Makes decks of a seed and looks for each planted word in all that students get. */
export async function searchRandomDecks(count: number, seed: number): Promise<Searched> {
  const leaks: string[] = [];
  let stopped = 0;
  for (const [number, planted] of fc.sample(randomDeck, { seed, numRuns: count }).entries()) {
    const { files, diagnostics } = await audienceFiles(plantedDeck(planted), 'student');
    if (diagnostics.some(({ severity }) => severity === 'error')) {
      stopped++;
      continue;
    }
    for (const { name, token } of planted)
      for (const { path, text } of files)
        if (`${path} ${text}`.toLowerCase().includes(token))
          leaks.push(`deck ${number} of seed ${seed}: ${name}: ${path}`);
  }
  return { decks: count, stopped, leaks };
}
