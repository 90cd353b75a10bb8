/**
 * Puts the first frame of every film that has no poster in its place, since Chromium prints films as black boxes, and takes away the
 * buttons, which nobody can press on paper. Where this browser cannot show a film its slide is marked `data-film-unseen`.
 * Runs in the page.
 */
export async function drawFilms(): Promise<void> {
  /** As long as a film is waited for, ms. */
  const patience = 5000;
  /** A box with the sign of a film in it. */
  const emptyFrame = `data:image/svg+xml,${encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><path d="M1 1h318v178H1zM140 60v60l50-30z" fill="#f1eee6" stroke="#454c5c" stroke-width="2"/></svg>',
  )}`;
  await Promise.all([...document.querySelectorAll('video')].map(draw));

  async function draw(film: HTMLVideoElement): Promise<void> {
    const background = film.closest('.slide-background');
    film.controls = false;
    if (background === null && film.poster !== '') return;
    const frame = (await isAtBeginning(film)) ? await photograph(film) : undefined;
    if (frame === undefined) {
      const slide = background?.parentElement?.querySelector('section') ?? film.closest('section');
      slide?.setAttribute('data-film-unseen', '');
      if (background === null) film.poster = emptyFrame;
      return;
    }
    if (background === null) {
      film.poster = frame;
      film.removeAttribute('src');
      for (const source of film.querySelectorAll('source')) source.remove();
      film.load();
    }
    // A canvas that is seen through is printed at times, and at times not.
    const picture = new Image();
    picture.src = frame;
    await picture.decode();
    if (background === null) return;
    const { objectFit } = getComputedStyle(film);
    Object.assign(picture.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', objectFit });
    film.replaceWith(picture);
  }

  /** A film says that it has a frame a little before it can be drawn: until then a canvas stays empty. */
  async function photograph(film: HTMLVideoElement): Promise<string | undefined> {
    const canvas = document.createElement('canvas');
    canvas.width = film.videoWidth;
    canvas.height = film.videoHeight;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    for (let waited = 0; context !== null && waited < patience; waited += 20) {
      context.drawImage(film, 0, 0);
      if (context.getImageData(0, 0, 1, 1).data[3] !== 0) return canvas.toDataURL('image/jpeg', 0.9);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return undefined;
  }

  /** Resolves when the film stands at its beginning; false where it cannot be shown. */
  async function isAtBeginning(film: HTMLVideoElement): Promise<boolean> {
    const lazy = [film, ...film.querySelectorAll('source')].filter((one) => one.hasAttribute('data-src'));
    for (const one of lazy) one.setAttribute('src', one.getAttribute('data-src') ?? '');
    film.muted = true;
    film.preload = 'auto';
    if (film.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
      film.load();
      await either(film, 'loadeddata');
    }
    if (film.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || film.videoWidth === 0) return false;
    // Chromium decodes the first frame of a film only when it is played, and in sight.
    film.style.visibility = 'visible';
    await film.play().catch(() => undefined);
    film.pause();
    film.currentTime = 0;
    await either(film, 'seeked');
    return true;
  }

  /** Waits for an event of a film, or for what makes that event impossible. */
  async function either(film: HTMLVideoElement, event: string): Promise<void> {
    await new Promise<void>((resolve) => {
      const last = [...film.querySelectorAll('source')].at(-1);
      setTimeout(resolve, patience);
      film.addEventListener(event, () => resolve(), { once: true });
      film.addEventListener('error', () => resolve(), { once: true });
      last?.addEventListener('error', () => resolve(), { once: true });
    });
  }
}
