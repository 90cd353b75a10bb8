/** The ids of those slides that are not to be shown: Reveal takes `data-visibility="hidden"` out of the page. Runs in the page. */
export function hiddenSlides(slides: readonly { readonly id: string; readonly html: string }[]): readonly string[] {
  const isHidden = (html: string): boolean => {
    const section = new DOMParser().parseFromString(html, 'text/html').querySelector('section');
    return section?.dataset.visibility === 'hidden';
  };
  return slides.filter(({ html }) => isHidden(html)).map(({ id }) => id);
}
