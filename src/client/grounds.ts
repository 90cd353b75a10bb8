/**
 * Lays the grounds that Reveal would lay behind the slides into the slides themselves, where Reveal lays none: on the flowing page and
 * on paper. Gives back what takes them away. As with Reveal a class says whether a slide's own colour is dark or light.
 */
export function layGrounds(root: ParentNode): () => void {
  const slides = [...root.querySelectorAll<HTMLElement>('section[data-layout]')];
  const before = slides.map((slide) => ({ slide, style: slide.getAttribute('style'), name: slide.className }));
  for (const slide of slides) layGround(slide);
  return () => {
    for (const { slide, style, name } of before) {
      slide.className = name;
      if (style === null) slide.removeAttribute('style');
      else slide.setAttribute('style', style);
    }
  };
}

/** Whether a colour as styles are computed is dark; undefined for one that is seen through. */
export function isDark(color: string): boolean | undefined {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return undefined;
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128;
}

function layGround(slide: HTMLElement): void {
  const { background = '', backgroundColor, backgroundImage, backgroundGradient } = slide.dataset;
  const isImage = /^(https?:|data:|blob:)|\.(svg|png|jpe?g|gif|bmp|webp|avif)([?#]|$)/i.test(background);
  const image = backgroundImage ?? (isImage ? background : undefined);
  const color = backgroundColor ?? (isImage ? '' : background);
  const layers = image === undefined ? (backgroundGradient ?? '') : `url(${JSON.stringify(image)}) center / cover`;
  if (`${layers}${color}` === '') return;
  slide.style.background = `${layers} ${color}`;
  const dark = isDark(getComputedStyle(slide).backgroundColor);
  if (dark !== undefined) slide.classList.add(dark ? 'has-dark-background' : 'has-light-background');
}
