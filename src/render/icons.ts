import type { Rendering } from './rendering.js';
import { isNotes, report, type SlideTree } from './slide-tree.js';
import { classes, closest, type Element, elements, textContent } from './tree.js';

/** Classes by which fonts of icons are known: Font Awesome, Bootstrap, Glyphicons, Material Design, Remix, Ionicons, Tabler, Octicons. */
const known =
  /^(fa[srlbdt]?|fa-.+|bi|bi-.+|glyphicon|glyphicon-.+|mdi|mdi-.+|ri-.+|ion-.+|ti|ti-.+|octicon|octicon-.+|la[srb]?|la-.+|icon-.+)$/;
/** These write the icon's name, which the font would draw as one sign. */
const named = /^material-(icons|symbols)/;

/** A slide with what may be icons on it. */
export interface IconsOfSlide {
  readonly tree: SlideTree;
  readonly icons: readonly Element[];
}

/**
 * Rule `icon-font`: elements that a font of icons would fill, in a deck without it; said once, with how many there are. An empty `<i>`
 * with a class is nothing else, but for the steps of code, which are ours. Where a style sheet of the deck names one of the classes, the author has seen to it.
 */
export function checkIcons(slides: readonly IconsOfSlide[], rendering: Rendering): void {
  checkDrawn(rendering);
  const styles = rendering.deck.styles.map(({ text }) => text).join('\n');
  const isStyled = (element: Element): boolean => classes(element).some((name) => styles.includes(`.${name}`));
  const found = slides.flatMap(({ tree, icons }) =>
    icons.filter((element) => !isStyled(element)).map((element) => ({ tree, element })),
  );
  const [first] = found;
  if (first === undefined) return;
  const { tree, element } = first;
  const shows = isEmpty(element) ? 'shows nothing' : `shows the word “${textContent(element).trim()}”`;
  const count = found.length === 1 ? '' : ` It stands with others like it in ${found.length} places.`;
  report(rendering, tree, element, 'warning', {
    rule: 'icon-font',
    message: `\`<${element.tagName} class="${classes(element).join(' ')}">\` is a sign of a font of icons, which the deck does not have: it ${shows}.${count}`,
    cure: 'Put the font and its style sheet beside the deck (style.css), or use a picture.',
  });
}

/** The elements of a slide that a font of icons would fill, before the slide has its frame. */
export function iconsIn({ section }: SlideTree): readonly Element[] {
  return elements(section)
    .filter((element) => ['i', 'span'].includes(element.tagName) && isIcon(element))
    .filter((element) => closest(element, (one) => isNotes(one) || one.tagName === 'pre') === undefined);
}

/** Mermaid leaves `fa:fa-car` to Font Awesome in the page, which it would have to lay out without. */
function checkDrawn({ slides, diagnostics }: Rendering): void {
  for (const { code, language, place } of slides.flatMap(({ slide }) => slide.diagrams)) {
    const [typed] = (language === 'mermaid' ? /\bfa[bklrs]?:fa-[\w-]+/.exec(code) : null) ?? [];
    if (typed === undefined) continue;
    const message = `\`${typed}\` is a sign of a font of icons, which drawings do not have: it is shown as it was typed.`;
    diagnostics.push({ rule: 'icon-font', severity: 'warning', message, place, cure: 'Write a word in its place.' });
    return;
  }
}

function isIcon(element: Element): boolean {
  const names = classes(element);
  if (names.some((name) => named.test(name))) return true;
  return isEmpty(element) && names.length > 0 && (element.tagName === 'i' || names.some((name) => known.test(name)));
}

function isEmpty(element: Element): boolean {
  return textContent(element).trim() === '' && elements(element).length === 0;
}
