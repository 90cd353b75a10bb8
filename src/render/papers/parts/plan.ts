import { escapeHtml } from '../../../escape-html.js';
import { filled, minutesIn, ownLangHtml, wordsIn } from '../../../language/words/words.js';
import type { DeckOnPaper, SlideWithPaper } from '../deck-on-paper.js';

/** What a class does: it listens, or it has a task. */
type Kind = 'input' | 'task';

/** Slides of one kind, one after another in one part of the talk. */
interface Stretch {
  readonly kind: Kind;
  /** The heading of the part; empty before the first. */
  readonly part: string;
  readonly slides: readonly SlideWithPaper[];
  readonly minutes: number;
}

/**
 * The plan of the hour for the teacher: from when to when, in which part of the talk, whether the class listens or works, and on which
 * slides. Made of the slides' minutes; empty where none has any.
 */
export function plan(rendered: DeckOnPaper): string {
  const stretches = stretchesOf(rendered.slides);
  const total = sum(rendered.slides);
  if (total === 0) return '';
  const { lang } = rendered;
  const words = wordsIn(lang);
  const own = ownLangHtml(lang);
  const number = (minutes: number): string => new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(minutes);
  let from = 0;
  const rows = stretches.map(({ kind, part, slides, minutes }, index) => {
    const time = `${number(from)}–${number(from + minutes)}`;
    from += minutes;
    const isNew = part !== (stretches[index - 1]?.part ?? '');
    const listed = slides.map(({ title, onPaper }) => `<span><b>${onPaper.number}</b> ${escapeHtml(title)}</span>`);
    return `<tr${isNew ? ' class="opens"' : ''}><td>${time}</td><td>${number(minutes)}</td><td>${isNew ? escapeHtml(part) : ''}</td><td${own}>${words[kind]}</td><td>${listed.join(' ')}</td></tr>`;
  });
  const heads = [words.time, words.minutesHead, words.part, words.does, words.slides].map(
    (name) => `<th scope="col"${own}>${name}</th>`,
  );
  const shares = (['input', 'task'] as const)
    .map((kind) => {
      const minutes = sum(stretches.filter((one) => one.kind === kind).flatMap(({ slides }) => slides));
      return `${words[kind]} ${minutesIn(lang, minutes).replace(String(minutes), number(minutes))}`;
    })
    .join(', ');
  const said = escapeHtml(filled(words.plan, { n: number(total) }));
  return [
    `<section class="matter plan" data-bookmark="${said}"><h2${own}>${said}</h2>`,
    `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    `<p${own}>${escapeHtml(shares)}</p></section>`,
  ].join('\n');
}

function stretchesOf(slides: readonly SlideWithPaper[]): readonly Stretch[] {
  const stretches: { kind: Kind; part: string; slides: SlideWithPaper[]; minutes: number }[] = [];
  for (const slide of slides) {
    const kind = slide.onPaper.layout === 'question' ? 'task' : 'input';
    const part = slide.section?.title ?? '';
    const last = stretches.at(-1);
    if (last?.kind === kind && last.part === part) last.slides.push(slide);
    else stretches.push({ kind, part, slides: [slide], minutes: 0 });
  }
  return stretches.map((stretch) => ({ ...stretch, minutes: sum(stretch.slides) }));
}

function sum(slides: readonly SlideWithPaper[]): number {
  return slides.reduce((minutes, slide) => minutes + (slide.minutes ?? 0), 0);
}
