import { studentsEditionDiffers } from '../check/leaks.js';
import type { Audience, Deck, Diagnostic, Edition } from '../model.js';
import { keptSlides } from '../render/edition.js';
import type { CompiledDeck } from './compile.js';
import { type Cut, lengthsOf } from './lengths.js';

/** Each audience's, in the length that is asked for, else in the deck's own and all it names. */
export function editionsOf(deck: Deck, cut: Cut = 'all'): readonly Edition[] {
  return lengthsOf(deck, cut).flatMap((length) =>
    (['student', 'teacher'] satisfies Audience[]).map((audience) => ({
      audience,
      ...(length === undefined ? {} : { cut: length }),
    })),
  );
}

/**
 * The editions whose text has to be judged beside the teacher's longest one: the students', where it may hold what the teacher's has not
 * or what students should not get, and editions without a slide.
 */
export function withSomethingNew({ deck }: CompiledDeck, editions: readonly Edition[]): readonly Edition[] {
  const differs = studentsEditionDiffers(deck);
  const sized = editions.map((edition) => ({ edition, slides: keptSlides(deck, edition).length }));
  const longest = (audience: Audience): number =>
    Math.max(...sized.filter(({ edition }) => edition.audience === audience).map(({ slides }) => slides));
  const wanted = sized.filter(({ edition: { audience }, slides }) => {
    if (slides === 0) return true;
    return (audience === 'teacher' || differs) && slides === longest(audience);
  });
  const once = (size: number, audience: Audience): number =>
    wanted.findIndex((one) => one.slides === size && one.edition.audience === audience);
  return wanted
    .filter(({ slides, edition }, index) => slides === 0 || once(slides, edition.audience) === index)
    .map(({ edition }) => edition);
}

/**
 * What is wrong with the text of the editions that are not `made`, so that whatever makes or shows a deck stops at the errors `check`
 * finds, though it makes one edition only. `judge` looks at one.
 */
export async function judgeOthers(
  compiled: CompiledDeck,
  { cut, made }: { readonly cut: Cut | undefined; readonly made: readonly Audience[] },
  judge: (edition: Edition) => Promise<readonly Diagnostic[]>,
): Promise<readonly Diagnostic[]> {
  const { deck } = compiled;
  const isMade = (edition: Edition): boolean => {
    const isWhole = lengthsOf(deck, cut).some((length) => {
      const own = { audience: edition.audience, ...(length === undefined ? {} : { cut: length }) };
      return keptSlides(deck, own).length === keptSlides(deck, edition).length;
    });
    return isWhole && (made.includes(edition.audience) || isSameForAll(deck, made));
  };
  const found: Diagnostic[] = [];
  for (const edition of withSomethingNew(compiled, editionsOf(deck, cut)))
    if (!isMade(edition)) found.push(...(await judge(edition)));
  return found;
}

/** Whether the teacher's edition holds nothing beside what the students' does. */
function isSameForAll({ slides }: Deck, made: readonly Audience[]): boolean {
  return (
    made.length > 0 &&
    slides.every(({ notes, audience, teacherTitle, tokens, handout }) => {
      const isPlain = notes.length === 0 && audience === undefined && teacherTitle === undefined;
      return isPlain && ![...tokens, ...handout].some(({ type, info, content }) => mayKeep(type, info, content));
    })
  );
}

function mayKeep(type: string, info: string, content: string): boolean {
  return (
    (type === 'container_open' && /^(teacher|student|answer|question)$/.test(info)) ||
    /teacher|student|notes/.test(content)
  );
}
