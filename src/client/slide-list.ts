/** A slide as lists of slides name it. */
export interface ListedSlide {
  readonly id: string;
  /** As it stands on the slide, from 1. */
  readonly number: number;
  readonly title: string;
  readonly element: HTMLElement;
}

/** The page's slides in order, but for those that are never shown. */
export function slideList(): readonly ListedSlide[] {
  const slides = [...document.querySelectorAll<HTMLElement>('section[data-layout]:not([data-visibility="hidden"])')];
  return slides.map((element, index) => ({ id: element.id, number: index + 1, title: titleOf(element), element }));
}

/** The heading; else the first words. */
function titleOf(slide: HTMLElement): string {
  const heading = slide.querySelector('.head > :is(h1, h2, h3, h4, h5, h6)');
  const text =
    (heading ?? slide.querySelector('.body'))?.textContent
      ?.replace(/\u00AD/g, '')
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  return heading === null && text.length > 60 ? `${text.slice(0, 60).replace(/\s\S*$/, '')} …` : text;
}
