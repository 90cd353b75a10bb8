import { chooseSlide, holds } from './choose-slide.js';
import { words } from './words.js';

/** Lists the slides whose number or title matches what is typed. */
export function openGoTo(current: string, choose: (slide: string) => void): void {
  chooseSlide(
    current,
    {
      name: 'go-to',
      placeholder: words.deck.numberOrWords,
      matches: (slide, typed) => holds(slide, typed, slide.title),
    },
    choose,
  );
}
