import { filled } from '../../language/words/filled.js';
import { chooseSlide, holds } from '../choose-slide.js';
import { words } from '../words.js';
import type { Plan } from './plan.js';
import { said } from './words.js';

/**
 * Lists the slides by section, with minutes and steps, and those only whose number, title or words match what is typed. Nothing of it is
 * seen by the room.
 */
export function openFind(current: string, plan: Plan, choose: (slide: string) => void): void {
  chooseSlide(
    current,
    {
      name: 'go-to find',
      placeholder: said.anyWords,
      matches: (slide, typed) => holds(slide, typed, `${slide.title} ${textOf(slide.element)}`),
      rows(slides, options) {
        let section = -1;
        return slides.flatMap(({ id, element }, index) => {
          const about = document.createElement('small');
          about.textContent = aboutSlide(plan.spanOf(id), element);
          options[index]?.append(about);
          const now = plan.partOf(id);
          const isFirst = now !== section && plan.parts.length > 1;
          section = now;
          return [...(isFirst ? [headOf(plan, now)] : []), ...options.slice(index, index + 1)];
        });
      },
    },
    choose,
  );
}

/** "3 min · 2 steps"; nothing where it has neither. */
export function aboutSlide(span: readonly [number, number] | undefined, slide: HTMLElement): string {
  const minutes = span === undefined ? 0 : Math.round((span[1] - span[0]) * 10) / 10;
  const steps = stepsOf(slide);
  return [
    ...(minutes === 0 ? [] : [filled(said.minutes, { n: minutes.toLocaleString(words.lang) })]),
    ...(steps === 0 ? [] : [filled(said.steps, { n: steps })]),
  ].join(' · ');
}

/** As Reveal counts them: parts of one index come together, those without one each by itself. */
function stepsOf(slide: HTMLElement): number {
  const parts = [...slide.querySelectorAll<HTMLElement>('.fragment')].map((one) => one.dataset.fragmentIndex);
  return (
    new Set(parts.filter((index) => index !== undefined)).size + parts.filter((index) => index === undefined).length
  );
}

function headOf(plan: Plan, number: number): HTMLElement {
  const head = document.createElement('li');
  head.role = 'presentation';
  head.className = 'section';
  const found = plan.parts.find((one) => one.number === number);
  head.textContent = number === 0 ? said.opening : `${number} ${found?.title ?? ''}`;
  return head;
}

/** What the room reads on a slide: not its notes. */
function textOf(slide: HTMLElement): string {
  return [...slide.children]
    .filter((child) => !child.matches('aside.notes, template, style, script'))
    .map(({ textContent }) => textContent)
    .join(' ')
    .replace(/\u00AD/g, '');
}
