import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { FrontMatter } from './front-matter.js';

/** Reveal's options that can neither load, restyle nor call anything, and the values each may have. */
const harmless: Readonly<Record<string, readonly (string | number | boolean)[] | 'flag' | 'number'>> = {
  autoAnimate: 'flag',
  autoPlayMedia: 'flag',
  autoSlide: 'number',
  autoSlideStoppable: 'flag',
  backgroundTransition: ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'],
  controls: 'flag',
  controlsBackArrows: ['faded', 'hidden', 'visible'],
  controlsLayout: ['bottom-right', 'edges'],
  defaultTiming: 'number',
  fragmentInURL: 'flag',
  fragments: 'flag',
  hash: 'flag',
  hashOneBasedIndex: 'flag',
  help: 'flag',
  hideInactiveCursor: 'flag',
  history: 'flag',
  jumpToSlide: 'flag',
  keyboard: 'flag',
  loop: 'flag',
  mouseWheel: 'flag',
  navigationMode: ['default', 'linear', 'grid'],
  overview: 'flag',
  pause: 'flag',
  progress: 'flag',
  rtl: 'flag',
  showNotes: 'flag',
  shuffle: 'flag',
  totalTime: 'number',
  touch: 'flag',
  transition: ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'],
  transitionSpeed: ['default', 'fast', 'slow'],
};

/**
 * The front matter of a deck that is not trusted: without style sheets, scripts and brand, which are not read, and with only the harmless
 * options of Reveal. What is left out is reported.
 */
export function harmlessFrontMatter(given: FrontMatter, place: Place): FrontMatter {
  const entries = Object.entries(given.settings.revealOptions);
  const left = entries.filter(([name, value]) => !isHarmless(name, value));
  const { brand, ...others } = given;
  return {
    ...others,
    settings: {
      ...given.settings,
      revealOptions: Object.fromEntries(entries.filter(([name, value]) => isHarmless(name, value))),
    },
    styles: [],
    scripts: [],
    diagnostics: [
      ...given.diagnostics,
      ...[...given.styles, ...given.scripts].map((file) => refusal(`"${file.named}"`, file.place)),
      ...(brand === undefined || brand.value === false ? [] : [refusal('The brand', brand.yaml.placeOf(['brand']))]),
      ...left.map(([name]) => refusal(`The option \`${name}\` of Reveal`, place)),
    ],
  };
}

function isHarmless(name: string, value: unknown): boolean {
  const allowed = Object.hasOwn(harmless, name) ? harmless[name] : undefined;
  if (allowed === 'flag') return typeof value === 'boolean';
  if (allowed === 'number') return typeof value === 'number';
  return allowed?.some((one) => one === value) ?? false;
}

/** What is said of a part of the deck that its reader does not get. */
export function refusal(what: string, place: Place): Diagnostic {
  const cure = 'Leave out --untrusted where you know what the deck does.';
  return {
    rule: 'untrusted',
    severity: 'warning',
    message: `${what} is left out: the deck is not trusted.`,
    place,
    cure,
  };
}
