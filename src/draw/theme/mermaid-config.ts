import type { MermaidConfig } from 'mermaid';
import { drawnColour } from '../../model/drawn-colours.js';
import { fontFamily, labelSize, themeVariables } from './variables.js';

const ink = drawnColour('ink');
const paper = drawnColour('paper');
const muted = drawnColour('muted');
const hair = drawnColour('hair');
const tint = drawnColour('grey-tint');

/** The evidence of a slide: what a chart without a size of its own is laid out for. */
const stage = { width: 1120, height: 424 };
const axis = { labelFontSize: labelSize, titleFontSize: labelSize };

/** How every diagram is drawn. What an author's `%%{init}%%` may not change is named in `secure`. */
export const mermaidConfig: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  secure: [
    'secure',
    'securityLevel',
    'dompurifyConfig',
    'startOnLoad',
    'maxTextSize',
    'maxEdges',
    'suppressErrorRendering',
    'theme',
    'themeCSS',
    'look',
    'htmlLabels',
    'fontFamily',
    'deterministicIds',
    'deterministicIDSeed',
  ],
  suppressErrorRendering: true,
  deterministicIds: true,
  deterministicIDSeed: 'pilcrow',
  handDrawnSeed: 1,
  maxTextSize: 200_000,
  maxEdges: 2000,
  theme: 'base',
  look: 'classic',
  htmlLabels: false,
  fontFamily,
  fontSize: labelSize,
  themeVariables,
  flowchart: {
    htmlLabels: false,
    curve: 'linear',
    wrappingWidth: 280,
    nodeSpacing: 48,
    rankSpacing: 80,
    padding: 18,
  },
  sequence: {
    mirrorActors: false,
    actorMargin: 80,
    width: 170,
    height: 48,
    boxMargin: 10,
    boxTextMargin: 6,
    noteMargin: 8,
    messageMargin: 32,
    labelBoxWidth: 70,
    labelBoxHeight: 30,
    wrapPadding: 16,
    ...fonts(['actor', 'note', 'message']),
    actorFontWeight: 600,
  },
  gantt: {
    useWidth: stage.width,
    fontSize: labelSize,
    sectionFontSize: labelSize,
    barHeight: 36,
    barGap: 8,
    topPadding: 64,
    leftPadding: 200,
    rightPadding: 24,
    gridLineStartPadding: 48,
  },
  journey: {
    textPlacement: 'fo',
    taskFontSize: labelSize,
    taskFontFamily: fontFamily,
    width: 132,
    height: 84,
    taskMargin: 8,
    leftMargin: 140,
    titleFontSize: `${labelSize}px`,
    titleColor: ink,
    titleFontFamily: fontFamily,
  },
  quadrantChart: {
    chartWidth: stage.width,
    chartHeight: 440,
    titleFontSize: labelSize,
    quadrantLabelFontSize: labelSize,
    xAxisLabelFontSize: labelSize,
    yAxisLabelFontSize: labelSize,
    pointLabelFontSize: labelSize,
    pointTextPadding: 8,
    pointRadius: 7,
  },
  xyChart: { ...stage, height: 480, titleFontSize: labelSize, legendFontSize: labelSize, xAxis: axis, yAxis: axis },
  sankey: { ...stage, width: 720, linkColor: hair, nodeWidth: 12, nodePadding: 36, labelStyle: 'outlined' },
  state: { padding: 20, minNodeWidth: 0, nodeSpacing: 60, rankSpacing: 72 } as object,
  class: { nodeSpacing: 48, rankSpacing: 40, hideEmptyMembersBox: true } as object,
  er: { fontSize: labelSize, entityPadding: 16, minEntityHeight: 56, rankSpacing: 48 },
  requirement: { fontSize: labelSize },
  architecture: { fontSize: labelSize, iconSize: 64, padding: 24 },
  packet: { rowHeight: 48, bitWidth: 34, paddingX: 4, paddingY: 16 },
  block: { padding: 14 },
  kanban: { sectionWidth: 280 },
  // In units of ten px; the outermost section is not shown, and with it 10 px a side and 45 above.
  treemap: { nodeWidth: 113.8, nodeHeight: 46.4 } as object,
  radar: { width: 480, height: 320, marginTop: 72, marginBottom: 40 },
  'wardley-beta': { width: 1000, height: 460, axisFontSize: labelSize, labelFontSize: labelSize },
  cynefin: { width: 1000, height: 440, showDomainDescriptions: false },
  railroad: { fontSize: labelSize, terminalFill: tint, nonTerminalFill: paper, fontFamily },
  c4: { width: 230, c4ShapeMargin: 28, nextLinePaddingX: 24, ...c4() },
} as MermaidConfig;

function fonts(names: readonly string[]): object {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`${name}FontSize`, labelSize],
      [`${name}FontFamily`, fontFamily],
    ]),
  );
}

function c4(): object {
  const kinds = [
    'person',
    'system',
    'system_db',
    'system_queue',
    'container',
    'container_db',
    'container_queue',
    'component',
    'component_db',
    'component_queue',
  ];
  const shapes = kinds.flatMap((kind) => [kind, `external_${kind}`]);
  return {
    ...fonts([...shapes, 'boundary', 'message']),
    ...Object.fromEntries(
      shapes.flatMap((shape) => [
        [`${shape}_bg_color`, paper],
        [`${shape}_border_color`, shape.startsWith('external_') ? muted : ink],
      ]),
    ),
  };
}
