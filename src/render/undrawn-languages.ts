/** A language of drawings, or of what else a program makes of code, that is not read here. */
export interface UndrawnLanguage {
  /** Whose it is, behind "in the language of". */
  readonly program: string;
  /** What takes its place. */
  readonly cure: string;
}

const orPicture = 'or put the finished picture into the deck, `![what it shows](drawing.svg)`.';
const flowchart = `Draw it as a flowchart in a \`mermaid\` fence, ${orPicture}`;
const uml = `Draw it in a \`mermaid\` fence, which has diagrams of sequences, classes and states, ${orPicture}`;
const data = `Draw it in a \`chart\` fence, ${orPicture}`;
const picture = 'Put the finished picture into the deck, `![what it shows](drawing.svg)`.';

/** By program, the names its fences have in the tools that draw them: Quarto, Slidev, HackMD, GitHub, Obsidian, Kroki (kroki.io). */
const families: readonly (readonly [names: string, UndrawnLanguage])[] = [
  ['dot graphviz gv neato fdp sfdp circo twopi', { program: 'Graphviz', cure: flowchart }],
  ['d2', { program: 'D2', cure: flowchart }],
  ['plantuml puml pu uml plantuml-svg c4plantuml wsd salt', { program: 'PlantUML', cure: uml }],
  ['sequence seq seqdiag', { program: 'another program for sequences', cure: uml }],
  ['flow flowchart', { program: 'flowchart.js', cure: flowchart }],
  ['blockdiag actdiag nwdiag packetdiag rackdiag', { program: 'blockdiag', cure: flowchart }],
  ['nomnoml', { program: 'nomnoml', cure: uml }],
  ['structurizr', { program: 'Structurizr', cure: uml }],
  ['erd', { program: 'erd', cure: uml }],
  ['markmap', { program: 'markmap', cure: `Draw it as a mind map in a \`mermaid\` fence, ${orPicture}` }],
  ['vega vega-lite vegalite', { program: 'Vega', cure: data }],
  ['echarts', { program: 'ECharts', cure: data }],
  ['plotly', { program: 'Plotly', cure: data }],
  ['geojson topojson', { program: 'GeoJSON', cure: `Draw it in a \`map\` fence, ${orPicture}` }],
  ['ditaa svgbob bob goat typograms', { program: 'drawings made of letters', cure: flowchart }],
  ['pikchr', { program: 'Pikchr', cure: picture }],
  ['wavedrom', { program: 'WaveDrom', cure: picture }],
  ['bytefield', { program: 'Bytefield', cure: picture }],
  ['tikz', { program: 'TikZ', cure: picture }],
  ['excalidraw', { program: 'Excalidraw', cure: picture }],
  ['bpmn', { program: 'BPMN', cure: picture }],
  ['abc', { program: 'ABC, for music', cure: picture }],
  ['dataview dataviewjs', { program: 'Dataview', cure: 'Put the list or the table that it makes into the deck.' }],
  ['math asciimath', { program: 'formulas in other tools', cure: 'Write the formula in TeX between `$$` and `$$`.' }],
];

const byName: ReadonlyMap<string, UndrawnLanguage> = new Map(
  families.flatMap(([names, language]) => names.split(' ').map((name) => [name, language] as const)),
);

/** What a fence's language is elsewhere, where a program draws what stands in it; undefined for all others. */
export function undrawnLanguage(name: string): UndrawnLanguage | undefined {
  return byName.get(name);
}
