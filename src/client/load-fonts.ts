/** What stands in a face: the face as CSS names it, and its characters. */
type Faces = Map<string, Set<string>>;

/**
 * Loads every face that the deck's words are set in, slide by slide while the browser has nothing else to do. A browser loads a face when
 * a word in it is first shown, and does not wait for it when it prints: words of slides that were not shown yet would be left out.
 */
export function loadFonts(root: ParentNode): void {
  const slides = [...root.querySelectorAll('section[data-layout]')];
  const next = (): void => {
    const slide = slides.shift();
    if (slide === undefined) return;
    for (const [face, characters] of facesOf(slide)) {
      // A face that cannot be loaded is missed on screen just as well.
      document.fonts.load(face, [...characters].join('')).catch(() => undefined);
    }
    whenIdle(next);
  };
  whenIdle(next);
}

/** Safari has no idle callbacks. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 50);
}

function facesOf(slide: Element): Faces {
  const faces: Faces = new Map();
  for (const element of slide.querySelectorAll(':not(aside.notes, aside.notes *, style, script, template)')) {
    const words = [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''));
    add(faces, getComputedStyle(element), words.join(''));
    for (const part of ['::before', '::after']) {
      const style = getComputedStyle(element, part);
      if (style.content.startsWith('"')) add(faces, style, style.content.slice(1, -1));
    }
  }
  return faces;
}

function add(faces: Faces, { fontStyle, fontWeight, fontFamily }: CSSStyleDeclaration, words: string): void {
  if (words.trim() === '') return;
  const face = `${fontStyle} ${fontWeight} 16px ${fontFamily}`;
  const characters = faces.get(face) ?? new Set();
  for (const character of words) characters.add(character);
  faces.set(face, characters);
}
