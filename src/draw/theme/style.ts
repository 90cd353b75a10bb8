import { type Hue, hues, namesOf } from '../../model.js';
import { tokens } from './tokens.js';

/**
 * The drawing page's style sheet: what Mermaid's theme variables cannot say. The root says which kind is being drawn, and the rules hold
 * while Mermaid lays out, so that text is measured as it will stand. An author's own classDef and style lines are !important and win.
 */
export function drawingStyle(): string {
  const names = new Map(tokens.map(({ name, drawn }) => [name, drawn]).reverse() as [string, string][]);
  return `
:root { ${[...names].map(([name, colour]) => `${name}: ${colour}`).join('; ')} }
:root[data-kind] #drawing { ${general} }
${hues.map(coloured).join('\n')}
${Object.entries(kinds)
  .map(([kind, rules]) => `:root[data-kind^="${kind}"][data-kind] #drawing { ${rules} }`)
  .join('\n')}`;
}

/**
 * A block in a hue, its name in the heading's face, and the arrows that start from it. Not in a diagram whose author gives the class a look:
 * `data-own` of the root names these (`in-page/own-classes.ts`).
 */
function coloured(hue: Hue): string {
  const isHollow = hue === 'grey';
  const [fill, edge, on] = isHollow ? ['--paper', '--ink', '--ink'] : [`--${hue}-fill`, `--${hue}-fill`, `--${hue}-on`];
  return namesOf(hue)
    .map(
      (name) => `:root[data-kind]:not([data-own~="${name}"]) #drawing {
  .node.${name} {
    ${shapes.map((shape) => `> ${shape}`).join(', ')} { fill: var(${fill}); stroke: var(${edge}); }
    .divider path, .divider line { stroke: var(${on}); }
    text, tspan { fill: var(${on}); font-weight: 600; }
    > .label text, > .label tspan { font-family: 'Source Serif 4', serif; font-size: 30px; }
  }
}`,
    )
    .join('\n')
    .concat(isHollow ? '' : `\n:root[data-kind] #drawing .flowchart-link.from-${hue} { stroke: var(--${hue}); }`);
}

const shapes = ['rect', 'circle', 'ellipse', 'polygon', 'path', '.basic path', '.outer-path path', '.label-container'];

const general = `
text, tspan { font-family: 'Source Sans 3', sans-serif; }
[class*="TitleText"], .titleText { font-size: 22px; font-weight: 600; fill: var(--ink); }
.node rect, .node circle, .node ellipse, .node polygon, .node path { stroke-width: 2px; }
.cluster rect { stroke-width: 1px; }
.flowchart-link { stroke-width: 2px; }
.edge-thickness-thick { stroke-width: 7px; }
.edge-pattern-dotted, .edge-pattern-dashed { stroke-dasharray: 14 9; }
.flowchart-link.edge-pattern-dotted { stroke-width: 3.5px; }
.flowchart-link.edge-pattern-dotted.crossed { stroke-width: 4.5px; stroke-dasharray: 0.1 10; stroke-linecap: round; }
.edgeLabel rect, .relationshipLabelBox, .labelBkg { fill: var(--paper); opacity: 1; }
.edgeLabel text, .edgeLabel tspan, .relationshipLabel { font-size: 22px; fill: var(--ink); }
.tick text { font-size: 20px; fill: var(--ink); }
tspan.citation { fill: var(--accent); font-weight: 600; }`;

const kinds: Readonly<Record<string, string>> = {
  architecture: `.architecture-service svg > g > rect:first-child, .architecture-groups svg > g > rect:first-child { fill: var(--muted) !important; }
text { stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; paint-order: stroke; }`,
  c4: `
text, tspan { fill: var(--ink); font-size: 22px; }
text { stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; paint-order: stroke; }
rect, path, line { stroke-width: 2px; }`,
  cynefin: '.cynefinConfusion { fill: var(--paper); fill-opacity: 1; opacity: 1; }',
  gantt: `
.today { display: none; }
.sectionTitle { font-size: 22px; font-weight: 600; }
.task { stroke-width: 2px; rx: 0; ry: 0; }
[class*="crit"] { stroke-width: 5px; }
.grid .tick { opacity: 1; }
.grid .tick line { stroke: var(--hair); }
[class*="taskTextOutside"] { stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; paint-order: stroke; }`,
  class: '.edgeTerminals :is(text, tspan, span) { font-size: 20px; }',
  gitGraph: `
.commit-highlight-outer { fill: var(--ink); stroke: var(--ink); }
.commit-highlight-inner { fill: var(--paper); stroke: var(--paper); }
.branchLabelBkg { rx: 0; ry: 0; }
.commit-label-bkg { fill: none; }`,
  ishikawa: 'text, tspan { font-size: 24px; fill: var(--ink); }',
  journey: `
text, tspan { font-size: 22px; fill: var(--ink) !important; }
.legend { font-size: 19px; }
foreignObject div { line-height: 1.1 !important; }
.face { fill: var(--paper); stroke: var(--ink); }
rect { fill: var(--paper); stroke: var(--ink); rx: 0; ry: 0; }
.actor-0 { fill: var(--ink); } .actor-1 { fill: var(--hair); } .actor-2 { fill: var(--muted); } .actor-3 { fill: var(--paper); }`,
  kanban: `
.cluster > rect { fill: var(--paper); stroke: var(--muted); rx: 0; ry: 0; }
.node > rect { rx: 0; ry: 0; }
line { stroke: var(--ink); }`,
  mindmap: `
.edge { stroke: var(--ink); stroke-width: 2px; }
.node > :is(rect, circle, path, polygon) { fill: var(--paper); stroke: var(--ink); }
.node > rect { rx: 0; ry: 0; }
.node > .label > rect { fill: none; stroke: none; }
.node > line { display: none; }
.node :is(text, tspan) { fill: var(--ink); }
.node > .label[transform^="translate(0,"] text { text-anchor: middle; }
.section-root :is(text, tspan) { font-weight: 600; }`,
  pie: `
.pieCircle, .legend rect { stroke-width: 2px; }
.legend rect { stroke: var(--ink) !important; }
text.slice:nth-child(3 of text.slice) { fill: var(--paper); }
.on-hatch { stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; paint-order: stroke; }`,
  radar: `
.radarGraticule { fill: none; stroke: var(--hair); }
.radarTitle { font-size: 22px; font-weight: 600; fill: var(--ink); }
[class*="radarCurve-"] { fill: none; stroke: var(--ink); stroke-width: 4px; }
[class*="radarLegendBox-"] { fill: var(--ink); stroke: var(--ink); stroke-width: 3px; }
.radarCurve-1, .radarLegendBox-1 { stroke-dasharray: 4 3; }
.radarCurve-2, .radarLegendBox-2 { stroke-dasharray: 12 6; }
.radarCurve-3, .radarLegendBox-3 { stroke: var(--muted); }
:is(.radarLegendBox-1, .radarLegendBox-2) { fill: var(--paper); }
.radarLegendBox-3 { fill: var(--muted); }`,
  requirement: '.relationshipLine { stroke-width: 2px; }',
  sankey: `
.nodes rect { fill: var(--ink); }
.node-labels text { font-size: 22px; fill: var(--ink); }`,
  sequence: `
rect { rx: 0; ry: 0; }
.sequenceNumber { font: 600 18px 'Source Sans 3', sans-serif; fill: var(--paper); }
.number-disc { fill: var(--ink); }
.messageLine0, .messageLine1 { stroke-width: 2.5px !important; }
.messageText, .loopText, .loopText > tspan { stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; paint-order: stroke; }`,
  stateDiagram: '.node > rect, .outer, .inner { rx: 0; ry: 0; }',
  timeline: `
.section-rule { stroke: var(--ink) !important; stroke-width: 8px !important; }
.period-rule { stroke: var(--ink) !important; stroke-width: 2px !important; }
.node-bkg { fill: none; }
.taskWrapper text, .taskWrapper tspan { font-family: 'Source Serif 4', serif; font-size: 24px; font-weight: 600; }`,
  treeView: `
text { font-size: 22px; fill: var(--ink); }
line { stroke: var(--ink); stroke-width: 2px; }`,
  treemap: `
.treemapLeaf { fill: var(--paper); fill-opacity: 1; stroke: var(--ink); stroke-width: 2px; }
rect.treemapSection { stroke: var(--muted); stroke-opacity: 1; }
:is(.treemapLabel, .treemapValue, .treemapSectionLabel, .treemapSectionValue) { font-size: 1px !important; }`,
  xychart: '[class*="line-plot"] path { stroke-width: 4px; }',
  venn: `
text, tspan { fill: var(--ink) !important; }
.venn-circle path { stroke: var(--ink) !important; }`,
};
