import { count } from '../../count.js';
import type { SceneParagraph, ScenePicture, SceneShape } from '../../model.js';
import type { PptxDeck } from './write-pptx.js';

/**
 * What its author should know of a presentation that was made: the typefaces that it names, said once; and at the place of each slide,
 * what became a picture since PowerPoint has nothing like it, and which table goes on on further slides.
 */
export function remarksOf(
  file: string,
  { scene: { theme, slides: seen }, slides }: Pick<PptxDeck, 'scene' | 'slides'>,
): readonly string[] {
  const families = new Set(seen.flatMap(({ shapes }) => shapes.flatMap(paragraphsOf)).flatMap(familiesOf));
  const { heading, body, code } = theme.fonts;
  const own = [...new Set([heading, body, code])].filter((family) => families.has(family));
  const named = [...own, ...[...families].filter((family) => !own.includes(family)).sort()];
  const faces = `${file} names the typefaces ${named.join(', ')} and holds none of them. A computer without them shows others, and lines may break elsewhere: install them, or choose others under Design, Variants, Fonts.`;
  const pictures = seen.flatMap(({ id, shapes }) => {
    const made = shapes.filter(
      (shape): shape is ScenePicture => shape.kind === 'picture' && shape.instead !== undefined,
    );
    const place = slides.find((slide) => slide.id === id)?.place;
    if (made.length === 0 || place === undefined) return [];
    const what = [...new Set(made.map(({ instead = '' }) => instead))].join(', ');
    return [
      `${place.path}:${place.line}:1 In ${file} this is a picture: ${what}. All else on the slide can be edited.`,
    ];
  });
  const continued = slides.flatMap(({ id, place }) => {
    const more = slides.filter((slide) => slide.id.startsWith(`${id}/`)).length;
    const where = more === 1 ? 'the next slide' : `the next ${count(more, 'slide')}`;
    return more === 0 ? [] : [`${place.path}:${place.line}:1 In ${file} a table of this slide goes on on ${where}.`];
  });
  return [...(named.length === 0 ? [] : [faces]), ...pictures, ...continued];
}

function paragraphsOf(shape: SceneShape): readonly SceneParagraph[] {
  if (shape.kind === 'table') return shape.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
  return shape.kind === 'text' || shape.kind === 'rect' ? shape.paragraphs : [];
}

function familiesOf({ runs }: SceneParagraph): readonly string[] {
  return runs.map(({ style }) => style.family).filter((family) => family !== '');
}
