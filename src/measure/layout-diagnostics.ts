import type { Diagnostic, Drawings, LaidOutDeck, RenderedSlide, Settings, SlideLayout } from '../model.js';

/** The smallest size that is read from the back row, px of the stage. */
const floor = 18;

/** As many lines as a heading may take. */
const mostLines = 2;

/**
 * What is wrong with how the slides came out: `overflow`, `overlap`, `label-overlap`, `image-missing`, `film-unseen`, `text-contrast`, `min-text-size`, `diagram-size`, `heading-length`. In
 * decks that are not written for the theme nothing stops, and only what is cut off, lies over something or is too faint is said.
 */
export function layoutDiagnostics(
  layout: LaidOutDeck,
  slides: readonly RenderedSlide[],
  settings: Settings,
  drawings?: Drawings,
): readonly Diagnostic[] {
  const byId = new Map(slides.map((slide) => [slide.id, slide]));
  return layout.slides.flatMap((laidOut) => {
    const slide = byId.get(laidOut.id);
    if (slide === undefined) return [];
    const style = settings.usesOwnTheme ? [beyondText, smallText, longHeading] : [];
    return [
      ...overflow(laidOut, slide, settings),
      ...overlaps(laidOut, slide, settings),
      ...labelOverlaps(laidOut, slide),
      ...brokenPictures(laidOut, slide, settings),
      ...unseenFilm(laidOut, slide),
      ...faintText(laidOut, slide),
      ...style.flatMap((judge) => judge(laidOut, slide)),
      ...(settings.usesOwnTheme ? smallLabels(laidOut, slide, drawings) : []),
    ];
  });
}

function overflow(
  { overflow, clipped, squeezed = [], atStep }: SlideLayout,
  slide: RenderedSlide,
  { usesOwnTheme }: Settings,
): readonly Diagnostic[] {
  // Steps are looked at by `check` alone: what stops there stops everywhere.
  const severity = usesOwnTheme && atStep === undefined ? 'error' : 'warning';
  const when = atStep === undefined ? '' : atStep === 0 ? ', before its first step' : `, at step ${atStep}`;
  const beyond = (['left', 'right', 'top', 'bottom'] as const)
    .filter((side) => overflow[side] > 0)
    .map((side) => `reaches ${overflow[side]} px beyond the ${side} edge of the stage`);
  const cut = clipped.map(
    ({ what, axis, by }) =>
      `has a box (${what}) that cuts off ${by} px at its ${axis === 'x' ? 'right' : 'lower'} edge`,
  );
  const without = squeezed.map(
    (alternative) =>
      `leaves no room for a picture${alternative === '' ? '' : ` (“${alternative}”)`}, which is shown a few pixels large`,
  );
  return [...beyond, ...cut, ...without].map((what) => ({
    rule: 'overflow',
    severity,
    message: `${nameOf(slide)} ${what}${when}.`,
    place: slide.place,
    cure: 'Shorten it, or divide it into two slides.',
  }));
}

/** Said where the stage's edge is kept, so that nothing is missing; it only stands where nothing should. */
function beyondText({ overflow, beyondText }: SlideLayout, slide: RenderedSlide): readonly Diagnostic[] {
  if (beyondText === undefined || Object.values(overflow).some((px) => px > 0)) return [];
  return (['left', 'right', 'bottom'] as const)
    .filter((side) => beyondText[side] > 0)
    .map((side) => ({
      rule: 'overflow',
      severity: 'warning',
      message: `${nameOf(slide)} reaches ${beyondText[side]} px beyond the ${side} edge of the text area.`,
      place: slide.place,
      cure: 'Shorten it, or divide it into two slides.',
    }));
}

function overlaps(
  { overlaps = [] }: SlideLayout,
  slide: RenderedSlide,
  { usesOwnTheme }: Settings,
): readonly Diagnostic[] {
  return overlaps.map(({ text, over, isPicture }) => ({
    rule: 'overlap',
    severity: usesOwnTheme ? 'error' : 'warning',
    message: `${nameOf(slide)} shows “${text}” over ${isPicture ? `a picture${over === '' ? '' : ` (“${over}”)`}` : `“${over}”`}.`,
    place: slide.place,
    cure: 'Shorten one of them, or give them more room; if one replaces the other, put both into an element with the class r-stack.',
  }));
}

/** Where a label stands is for the most part Mermaid's choice: it stops nothing. */
function labelOverlaps({ labelOverlaps = [] }: SlideLayout, slide: RenderedSlide): readonly Diagnostic[] {
  return labelOverlaps.map(({ diagram, label, over }) => ({
    rule: 'label-overlap',
    severity: 'warning',
    message: `${nameOf(slide)} shows the diagram "${diagram}" with the label “${label}” over “${over}”.`,
    place: slide.place,
    cure: 'Shorten one of them, move what they name apart, or give the diagram another direction or more room.',
  }));
}

function brokenPictures(
  { broken }: SlideLayout,
  slide: RenderedSlide,
  { usesOwnTheme }: Settings,
): readonly Diagnostic[] {
  return broken.map((alternative) => ({
    rule: 'image-missing',
    severity: usesOwnTheme ? 'error' : 'warning',
    message: `${nameOf(slide)} has a picture whose file holds none that can be shown${alternative === '' ? '' : ` (“${alternative}”)`}.`,
    place: slide.place,
    cure: 'It is empty, damaged or of another kind: save it again.',
  }));
}

/** Which films a browser shows is a matter of its licences: what the bundled one lacks others mostly have. */
function unseenFilm({ unseenFilm }: SlideLayout, slide: RenderedSlide): readonly Diagnostic[] {
  if (!unseenFilm) return [];
  return [
    {
      rule: 'film-unseen',
      severity: 'warning',
      message: `${nameOf(slide)} has a film that the printing browser cannot show: the PDFs show none of it.`,
      place: slide.place,
      cure: 'Save it as WebM (VP8, VP9 or AV1), give a film in the text a `poster="picture.jpg"`, or print with another browser, `PILCROW_BROWSER=system`.',
    },
  ];
}

function faintText({ faint = [] }: SlideLayout, slide: RenderedSlide): readonly Diagnostic[] {
  return faint.map(({ text, contrast, needed }) => ({
    rule: 'text-contrast',
    severity: 'warning',
    message: `${nameOf(slide)} shows “${text}” with a contrast of ${contrast} : 1 to what is behind it; ${needed} : 1 is the minimum.`,
    place: slide.place,
    cure: 'Make the text or its ground darker or lighter, or put a plain background between them. Beside a picture or a film behind a slide write its main colour, `background-color="#123456"`: the words suit it.',
  }));
}

function smallText({ smallestText }: SlideLayout, slide: RenderedSlide): readonly Diagnostic[] {
  if (smallestText === undefined || smallestText.px >= floor) return [];
  const { px, text } = smallestText;
  return [
    {
      rule: 'min-text-size',
      severity: 'warning',
      message: `${nameOf(slide)} shows text of ${px} px (“${text}”); ${floor} px is the least that can be read from the back row.`,
      place: slide.place,
      cure: 'Make it larger, or leave it out.',
    },
  ];
}

function smallLabels(
  { smallestLabel }: SlideLayout,
  slide: RenderedSlide,
  drawings: Drawings | undefined,
): readonly Diagnostic[] {
  if (smallestLabel === undefined || smallestLabel.px >= floor) return [];
  const { px, text, diagram } = smallestLabel;
  const { turned, cureOfSmall } = drawings?.byId.get(diagram) ?? {};
  const cure =
    turned === undefined
      ? (cureOfSmall ?? 'Give it fewer or shorter labels, another direction, or more room.')
      : `Write "${turned.written}": its labels then have ${turned.label} px where nothing else takes room.${turned.label < floor ? ' Give it fewer or shorter labels too.' : ''}`;
  return [
    {
      rule: 'diagram-size',
      severity: 'warning',
      message: `${nameOf(slide)} shows the diagram "${diagram}" so small that a label has ${px} px (“${text}”); ${floor} px is the least that can be read from the back row.`,
      place: slide.place,
      cure,
    },
  ];
}

function longHeading({ headingLines }: SlideLayout, slide: RenderedSlide): readonly Diagnostic[] {
  if (headingLines <= mostLines) return [];
  return [
    {
      rule: 'heading-length',
      severity: 'warning',
      message: `${nameOf(slide)} has a heading of ${headingLines} lines; ${mostLines} are the most.`,
      place: slide.place,
      cure: 'Shorten it to one claim, and put what supports it below.',
    },
  ];
}

function nameOf({ title, id }: RenderedSlide): string {
  return title === '' ? `The slide "${id}"` : `The slide "${title}"`;
}
