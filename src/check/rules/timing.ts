import type { Deck, Layout, Slide } from '../../model.js';
import { keptSlides } from '../../render/edition.js';
import type { Checked, Finding } from '../finding.js';
import { slidePlace } from '../slide-place.js';
import { spokenWords } from '../spoken-words.js';

export function timing({ deck }: Checked): readonly Finding[] {
  const { minutes, cuts } = deck.settings;
  const lengths = new Set([...(minutes === undefined ? [] : [minutes]), ...cuts]);
  return [...[...lengths].flatMap((length) => judgeLength(deck, length)), ...deck.slides.flatMap(longNotes)];
}

/** How fast people speak in public, words a minute; and the minutes that a speaker makes up for. */
const wordsPerMinute = 150;
const leeway = 0.5;

function longNotes(slide: Slide): readonly Finding[] {
  const { title, id, notes, minutes } = slide;
  if (minutes === undefined) return [];
  const spoken = notes.reduce((sum, token) => sum + (token.type === 'inline' ? spokenWords(token) : 0), 0);
  const needed = spoken / wordsPerMinute;
  if (needed <= minutes + leeway) return [];
  const message = `The notes of "${title === '' ? id : title}" have ${spoken} words, ${rounded(needed)} min at ${wordsPerMinute} a minute; the slide has ${rounded(minutes)}.`;
  return [{ message, place: slidePlace(slide), cure: 'Shorten the notes, or give the slide more {minutes=…}.' }];
}

/** Layouts whose slides take no time of their own worth planning. */
const timeless: readonly Layout[] = ['title', 'section', 'sources', 'blank'];

function judgeLength(deck: Deck, length: number): readonly Finding[] {
  const slides = keptSlides(deck, { audience: 'teacher', cut: length });
  const planned = slides.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const isWhole = slides.every(({ minutes, layout }) => minutes !== undefined || timeless.includes(layout));
  if (planned <= length && (planned === 0 || !isWhole || planned >= length * 0.75)) return [];
  const { minutes, places, cuts } = deck.settings;
  const place = (cuts.includes(length) && length !== minutes ? places?.cuts : places?.minutes) ?? {
    path: deck.path,
    line: 1,
  };
  const message = `The slides of the ${length} minutes take ${rounded(planned)} by their own minutes.`;
  return [
    { message, place, cure: planned > length ? 'Shorten slides, or give some a longer {cut=…}.' : 'Plan the rest.' },
  ];
}

function rounded(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
