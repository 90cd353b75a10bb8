/**
 * Puts a picture in the place of each logo, which the brand's style sheet draws, and of each mark a shape in the colour of words, both as
 * large as they are seen: so they are read as other pictures are. Runs in the page, in print view, whose file is not used again.
 */
export async function showLogos(): Promise<void> {
  const pictures = new Map<string, Promise<HTMLImageElement | undefined>>();
  for (const element of document.querySelectorAll<HTMLElement>('.pdf-page section :is(.brand-logo, .brand-mark)')) {
    // A copy, since it changes with the element.
    const { position, backgroundImage, backgroundPositionX, backgroundColor, maskImage, maskPosition } =
      getComputedStyle(element);
    const isMark = element.classList.contains('brand-mark');
    const address = /^url\("(.*)"\)$/s.exec(isMark ? maskImage : backgroundImage)?.[1];
    if (address === undefined) continue;
    const known = pictures.get(address) ?? decoded(address);
    pictures.set(address, known);
    const picture = await known;
    Object.assign(element.style, { background: 'none', mask: 'none' });
    if (picture === undefined) continue;
    const room = element.getBoundingClientRect();
    const scale = Math.min(room.width / picture.naturalWidth, room.height / picture.naturalHeight);
    const [width, height] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
    const across = Number.parseFloat(isMark ? maskPosition : backgroundPositionX) / 100 || 0;
    const shown = isMark ? markOf(maskImage, backgroundColor) : (picture.cloneNode() as HTMLImageElement);
    Object.assign(shown.style, {
      position: 'absolute',
      left: `${(room.width - width) * across}px`,
      top: `${(room.height - height) / 2}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    const name = element.getAttribute('aria-label') ?? '';
    shown.setAttribute(isMark ? 'aria-label' : 'alt', name);
    if (position === 'static') element.style.position = 'relative';
    element.append(shown);
  }

  /** Undefined where it cannot be shown. */
  async function decoded(address: string): Promise<HTMLImageElement | undefined> {
    const image = new Image();
    image.src = address;
    await image.decode().catch(() => undefined);
    return image.naturalWidth * image.naturalHeight === 0 ? undefined : image;
  }

  function markOf(maskImage: string, background: string): HTMLElement {
    const shape = document.createElement('span');
    shape.dataset.photographed = '';
    Object.assign(shape.style, { background, mask: `${maskImage} no-repeat center / contain` });
    return shape;
  }
}
