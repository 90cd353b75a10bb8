/** Resolves when Reveal has laid out every slide as a page. Runs in the page. */
export async function awaitPages(): Promise<void> {
  const page = globalThis as unknown as { readonly deck?: { readonly isReady?: () => boolean } };
  while (!isLaidOut()) await new Promise((resolve) => setTimeout(resolve, 5));

  /** The pages are put into the document in one go, as the last thing Reveal does before it says `pdf-ready`. */
  function isLaidOut(): boolean {
    return page.deck?.isReady?.() === true && document.querySelector('.pdf-page') !== null;
  }
}

/** Resolves when the faces in use are loaded, and texts are as large as their place. Runs in the page. */
export async function awaitFonts(): Promise<void> {
  await document.fonts.ready;
  // Reveal fits texts when it paints next.
  if (document.querySelector('.r-fit-text') !== null)
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

/** Resolves when every picture is decoded, or known to be none. Runs in the page. */
export async function awaitPictures(): Promise<void> {
  // That a file is missing was said when the deck was read; that it holds no picture is measured (`measure-slides.ts`).
  const decoded = (image: HTMLImageElement): Promise<unknown> =>
    image.decode().catch(() => image.toggleAttribute('data-broken', true));
  const isInside = ({ src }: HTMLImageElement): boolean => /^data:/.test(src);
  const images = [...document.images];
  await Promise.all(images.filter(isInside).map(decoded));
  // Large ones lie beside the page. While one is decoded each of its pixels takes four bytes: one after another.
  for (const image of images) if (!isInside(image)) await decoded(image);
}

/** Mends what would be lost on paper. Runs in the page. */
export function mendForPaper(): void {
  // A figure around a picture with an alternative would be tagged as a second one, without.
  for (const figure of document.querySelectorAll('figure:has([role="img"], img)')) figure.setAttribute('role', 'group');
  // Nobody can open a `<details>` on paper; of those that share a name a browser keeps one open.
  for (const details of document.querySelectorAll('details')) details.removeAttribute('name');
  for (const details of document.querySelectorAll('details')) details.open = true;
  // The running head says nothing new: decoration, as on papers.
  for (const head of document.querySelectorAll('.stage > .run')) head.setAttribute('aria-hidden', 'true');
  // A mark opens the panel on screen; on paper it leads to the source's page at the words, where there is one.
  for (const mark of document.querySelectorAll('section .pm[data-claim]')) {
    const number = mark.getAttribute('data-claim')?.split(' ')[0] ?? '';
    const evidence = mark.closest('section')?.querySelector<HTMLTemplateElement>('template.evidence')?.content;
    const there = evidence?.querySelector(`article[data-claim="${number}"] a.there`)?.getAttribute('href');
    if (there == null) continue;
    const link = document.createElement('a');
    for (const { name, value } of mark.attributes) if (name !== 'type') link.setAttribute(name, value);
    link.setAttribute('href', there);
    link.append(...mark.childNodes);
    mark.replaceWith(link);
  }
  // Reveal's own form of a link to a slide becomes no link in a PDF; the plain one does.
  for (const link of document.querySelectorAll('a[href^="#/"]')) {
    const id = link.getAttribute('href')?.slice(2) ?? '';
    if (document.getElementById(id) !== null) link.setAttribute('href', `#${id}`);
  }
}
