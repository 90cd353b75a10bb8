import type { PresentationRecord, RecordedLine, RecordedSlide } from '../../model.js';
import type { Presentation } from '../../read/presentation/presentation.js';
import { recordedLines } from '../../read/presentation/recorded-lines.js';
import { compareLines } from './compare-lines.js';
import type { Edit } from './edit.js';
import { likeness } from './likeness.js';

interface SlideNow {
  readonly number: number;
  readonly name: string;
  readonly isHidden: boolean;
  readonly comments: Presentation['slides'][number]['comments'];
  readonly lines: readonly RecordedLine[];
}

/** The edits that lie between what a presentation said when it was made and what it says. `sizeOf`: the bytes of a part. */
export function compareRecord(
  record: PresentationRecord,
  now: Presentation,
  sizeOf: (part: string) => number | undefined,
): readonly Edit[] {
  const slides = now.slides.map((slide): SlideNow => ({ ...slide, lines: recordedLines(slide, sizeOf) }));
  const pairs = pairSlides(record.slides, slides);
  const idOf = new Map([...pairs].map(([index, number]) => [number, record.slides[index]?.id ?? '']));
  const staying = longestRise(slides.flatMap(({ number }) => indexOf(pairs, number) ?? []));
  const edits: Edit[] = [];
  if (record.title !== now.title) edits.push({ kind: 'changed', what: 'talk', before: record.title, after: now.title });
  let before: Pick<Edit, 'behind' | 'behindTitle'> = { behind: '', behindTitle: '' };
  for (const slide of slides) {
    const { number } = slide;
    const index = indexOf(pairs, number);
    const was = index === undefined ? undefined : record.slides[index];
    if (was === undefined || index === undefined) {
      edits.push({ kind: 'added', what: 'slide', number, after: summaryOf(slide.lines), ...before });
      edits.push(...commentsOf(slide));
      continue;
    }
    const at = { slide: was.id, number };
    if (!staying.has(index))
      edits.push({ ...at, kind: 'moved', what: 'slide', before: summaryOf(was.lines), ...before });
    if (slide.isHidden) edits.push({ ...at, kind: 'changed', what: 'hidden' });
    edits.push(...compareLines(was.lines, slide.lines).map((edit) => ({ ...edit, ...at })));
    edits.push(...commentsOf(slide).map((edit) => ({ ...edit, ...at })));
    before = { behind: was.id, behindTitle: summaryOf(was.lines) };
  }
  for (const [index, { id, lines }] of record.slides.entries())
    if (!pairs.has(index)) edits.push({ kind: 'removed', what: 'slide', slide: id, before: summaryOf(lines) });
  return [...edits, ...sectionEdits(record, now, idOf)];
}

function commentsOf({ comments, number }: SlideNow): readonly Edit[] {
  return comments.map(({ author, text }) => ({
    kind: 'added',
    what: 'comment',
    number,
    after: author === '' ? text : `${author}: ${text}`,
  }));
}

/** What a slide is told by: its title, else its first words. */
function summaryOf(lines: readonly RecordedLine[]): string {
  return (lines.find(({ kind }) => kind === 'title') ?? lines.find(({ kind }) => kind !== 'note'))?.text ?? '';
}

function indexOf(pairs: ReadonlyMap<number, number>, number: number): number | undefined {
  for (const [index, other] of pairs) if (other === number) return index;
  return undefined;
}

/**
 * Which slide of the record is which of the file, by the name it was given; a copy of a slide has that name too, and LibreOffice drops it,
 * so that what they say decides.
 */
function pairSlides(record: readonly RecordedSlide[], slides: readonly SlideNow[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const texts = record.map(({ lines }) => textOf(lines));
  const textsNow = new Map(slides.map(({ number, lines }) => [number, textOf(lines)]));
  const near = (index: number, number: number): number => likeness(texts[index] ?? '', textsNow.get(number) ?? '');
  const pick = (candidates: (index: number, slide: SlideNow) => number | undefined): void => {
    const all = record.flatMap((_, index) =>
      pairs.has(index)
        ? []
        : slides.flatMap((slide) => {
            const value = taken.has(slide.number) ? undefined : candidates(index, slide);
            return value === undefined ? [] : [{ index, number: slide.number, value }];
          }),
    );
    for (const { index, number } of all.toSorted(
      (a, b) => b.value - a.value || Math.abs(a.index - a.number) - Math.abs(b.index - b.number),
    )) {
      if (pairs.has(index) || taken.has(number)) continue;
      pairs.set(index, number);
      taken.add(number);
    }
  };
  pick((index, slide) =>
    slide.name !== '' && slide.name === record[index]?.id ? near(index, slide.number) : undefined,
  );
  pick((index, slide) => (texts[index] === textsNow.get(slide.number) && slide.name === '' ? 1 : undefined));
  pick((index, slide) => {
    const value = slide.name === '' ? near(index, slide.number) : 0;
    return value >= 0.5 ? value : undefined;
  });
  return pairs;
}

function textOf(lines: readonly RecordedLine[]): string {
  return lines.map(({ text }) => text).join(' ');
}

/** Of numbers those that stand in rising order, as many as can be: the slides that stayed, so that the fewest have moved. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const best: number[][] = [];
  for (const number of numbers) {
    const longest = best
      .filter((row) => (row.at(-1) ?? -1) < number)
      .reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, number]);
  }
  return new Set(best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []));
}

/** Names of sections that are not as they were. A program that knows no sections drops all of them: that is no edit. */
function sectionEdits(
  record: PresentationRecord,
  now: Presentation,
  idOf: ReadonlyMap<number, string>,
): readonly Edit[] {
  const names = new Set(record.slides.flatMap(({ section }) => section ?? []));
  return now.sections.flatMap(({ name, slides }): readonly Edit[] => {
    if (names.has(name) || name === record.title) return [];
    const number = Math.min(...slides);
    const slide = slides.map((one) => idOf.get(one)).find((one) => one !== undefined);
    const was = record.slides.find(({ id }) => id === slide)?.section;
    const at = slide === undefined ? { number } : { slide, number };
    return [
      {
        ...at,
        kind: was === undefined ? 'added' : 'changed',
        what: 'section',
        ...(was === undefined ? {} : { before: was, line: was }),
        after: name,
      },
    ];
  });
}
