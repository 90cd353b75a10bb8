import { drawnColour } from '../../model/drawn-colours.js';

const paper = drawnColour('paper');
const ink = drawnColour('ink');
const muted = drawnColour('muted');
const hair = drawnColour('hair');
const shade = drawnColour('shade');
const tint = drawnColour('grey-tint');

/** Label size, px: what is drawn at its own size reads from the back row. */
export const labelSize = 22;
export const fontFamily = "'Source Sans 3', sans-serif";

/**
 * Tones of parts that are numbered rather than named; hues are kept for actors. The third is dark and takes a light label. From the fifth
 * on they are names of patterns, which `hatchSlices` puts in their place.
 */
const tones = [hair, paper, muted, tint];
const hatches = ['#000005', '#000006', '#000007', '#000008', '#000009', '#00000a', '#00000b', '#00000c'];

/** Mermaid's theme `base` in the deck's colours: hollow, ink lines, no gradient, no shadow. */
export const themeVariables: Readonly<Record<string, unknown>> = {
  fontFamily,
  fontSize: `${labelSize}px`,
  useGradient: false,
  dropShadow: 'none',
  radius: 0,
  strokeWidth: 2,
  background: paper,
  primaryColor: paper,
  primaryBorderColor: ink,
  primaryTextColor: ink,
  secondaryColor: paper,
  secondaryBorderColor: ink,
  secondaryTextColor: ink,
  tertiaryColor: paper,
  tertiaryBorderColor: hair,
  tertiaryTextColor: ink,
  lineColor: ink,
  textColor: ink,
  titleColor: ink,
  arrowheadColor: ink,
  edgeLabelBackground: paper,
  clusterBkg: paper,
  clusterBorder: muted,
  noteBkgColor: tint,
  noteBorderColor: tint,
  noteTextColor: ink,
  ...sequence(),
  ...gantt(),
  ...numberedParts(),
  ...gitGraph(),
  ...charts(),
  rowOdd: paper,
  rowEven: paper,
  attributeBackgroundColorOdd: paper,
  attributeBackgroundColorEven: paper,
  compositeBackground: paper,
  compositeTitleBackground: paper,
  compositeBorder: muted,
  altBackground: paper,
  stateLabelColor: ink,
  specialStateColor: ink,
  innerEndBackground: ink,
  archEdgeColor: ink,
  archEdgeArrowColor: ink,
  archEdgeWidth: '2',
  archGroupBorderColor: muted,
  requirementBorderSize: '2',
  relationLabelBackground: paper,
  wardleyEvolutionColor: muted,
  emSwimlaneBackgroundOdd: shade,
  emSwimlaneBackgroundStroke: hair,
  ...all(['Ui', 'Processor', 'ReadModel', 'Command', 'Event'], (name) => [`em${name}Fill`, paper]),
  ...all(['Ui', 'Processor', 'ReadModel', 'Command', 'Event'], (name) => [`em${name}Stroke`, ink]),
};

function sequence(): object {
  return {
    activationBkgColor: tint,
    activationBorderColor: ink,
    sequenceNumberColor: paper,
    actorLineColor: muted,
    labelBoxBkgColor: paper,
    labelBoxBorderColor: muted,
  };
}

function gantt(): object {
  return {
    sectionBkgColor: paper,
    sectionBkgColor2: paper,
    altSectionBkgColor: shade,
    excludeBkgColor: shade,
    taskBkgColor: tint,
    taskBorderColor: ink,
    taskTextColor: ink,
    taskTextClickableColor: ink,
    activeTaskBkgColor: hair,
    activeTaskBorderColor: ink,
    doneTaskBkgColor: paper,
    doneTaskBorderColor: muted,
    critBkgColor: tint,
    critBorderColor: ink,
    todayLineColor: ink,
    vertLineColor: ink,
    gridColor: hair,
  };
}

function numberedParts(): object {
  return {
    ...cycle('cScale', [paper], 0, 12),
    ...cycle('cScaleInv', [ink], 0, 12),
    ...cycle('cScalePeer', [ink], 0, 12),
    ...cycle('cScaleLabel', [ink], 0, 12),
    ...cycle('surface', [paper], 0, 5),
    ...cycle('surfacePeer', [ink], 0, 5),
    ...cycle('fillType', [paper], 0, 8),
    ...cycle('venn', [ink, muted], 1, 8),
  };
}

function gitGraph(): object {
  return {
    ...cycle('git', [ink, muted, hair], 0, 8),
    ...cycle('gitInv', [paper, paper, ink], 0, 8),
    ...cycle('gitBranchLabel', [paper, paper, ink], 0, 8),
    commitLabelColor: ink,
    commitLabelBackground: paper,
    commitLabelFontSize: `${labelSize}px`,
    tagLabelBackground: paper,
    tagLabelBorder: ink,
    tagLabelColor: ink,
    // A larger flag covers the dot of its commit.
    tagLabelFontSize: '16px',
  };
}

function charts(): object {
  return {
    ...cycle('pie', [...tones, ...hatches], 1, 12),
    pieTitleTextSize: `${labelSize}px`,
    pieSectionTextSize: `${labelSize}px`,
    pieLegendTextSize: `${labelSize}px`,
    pieSectionTextColor: ink,
    pieStrokeColor: ink,
    pieOuterStrokeColor: ink,
    pieOpacity: '1',
    ...cycle('quadrant', [paper], 1, 4, 'Fill'),
    ...cycle('quadrant', [muted], 1, 4, 'TextFill'),
    quadrantPointFill: ink,
    quadrantInternalBorderStrokeFill: hair,
    quadrantExternalBorderStrokeFill: ink,
    xyChart: {
      backgroundColor: paper,
      ...all(['titleColor', 'dataLabelColor', 'legendTextColor'], (name) => [name, ink]),
      ...all(['Title', 'Label', 'Tick', 'Line'], (name) => [`xAxis${name}Color`, ink]),
      ...all(['Title', 'Label', 'Tick', 'Line'], (name) => [`yAxis${name}Color`, ink]),
      plotColorPalette: [hair, ink, muted, tint].join(','),
    },
    radar: {
      axisColor: hair,
      axisLabelFontSize: labelSize,
      legendFontSize: labelSize,
      legendBoxSize: 16,
      graticuleColor: hair,
      graticuleOpacity: 0,
      graticuleStrokeWidth: 1,
      curveOpacity: 0,
    },
    packet: {
      startByteColor: muted,
      endByteColor: muted,
      labelColor: ink,
      titleColor: ink,
      blockStrokeColor: ink,
      blockFillColor: paper,
      ...all(['byteFontSize', 'labelFontSize', 'titleFontSize'], (name) => [name, `${labelSize}px`]),
    },
    cynefin: {
      textColor: ink,
      labelColor: ink,
      domainFontSize: labelSize,
      itemFontSize: 20,
      boundaryColor: ink,
      cliffColor: ink,
      arrowColor: ink,
      ...all(['complex', 'complicated', 'chaotic', 'clear', 'confusion'], (name) => [`${name}Bg`, paper]),
    },
  };
}

function cycle(name: string, colours: readonly string[], from: number, count: number, end = ''): object {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return Object.fromEntries(numbers.map((index) => [`${name}${index + from}${end}`, colours[index % colours.length]]));
}

function all(names: readonly string[], entry: (name: string) => readonly [string, unknown]): object {
  return Object.fromEntries(names.map(entry));
}
