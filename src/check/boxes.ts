import type { Diagnostic, LaidOutDeck, RenderedSlide, Settings } from '../model.js';
import { characterGroups, listGroup, nameGroup } from './character-groups.js';

/**
 * Rule `glyph-missing`: characters for which this machine has no font, so that boxes would stand in what it prints; once a script. In a
 * deck for our theme letters are an error.
 */
export function boxDiagnostics(
  { boxes = [] }: LaidOutDeck,
  slides: readonly RenderedSlide[],
  { usesOwnTheme }: Settings,
): readonly Diagnostic[] {
  const groups = characterGroups(new Set(boxes.map(({ character }) => character)));
  return groups.flatMap((group): readonly Diagnostic[] => {
    const first = boxes.find(({ character }) => character === group.characters[0]);
    const slide = slides.find(({ id }) => id === first?.slide);
    if (slide === undefined) return [];
    const [have, their] = group.characters.length === 1 ? ['has', 'its'] : ['have', 'their'];
    const message = `${nameGroup(group)} ${have} no font on this machine: a box, or nothing, stands in ${their} place${listGroup(group)}.`;
    const cure =
      'Install one, such as a Noto font, or put one beside the deck and name it in style.css (`@font-face`).';
    const severity = usesOwnTheme && ['letters', 'marks'].includes(group.kind) ? 'error' : 'warning';
    return [{ rule: 'glyph-missing', severity, message, place: slide.place, cure }];
  });
}
