import { rulesOf } from './rule.js';

/** What can be wrong with diagrams, relations, maps and charts. */
export const diagramsRules = rulesOf('diagrams', {
  /** Found where diagrams are drawn. */
  'diagram-syntax': {
    severity: 'error',
    needs: 'browser',
    what: 'A diagram that Mermaid cannot read. The message quotes Mermaid and names the line in the deck.',
    why: 'Other tools show an error picture on the slide.',
    wrong: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship -->| quay
\`\`\``,
    right: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship --> quay
\`\`\``,
  },
  /** Found where diagrams are drawn. */
  'diagram-alt': {
    severity: 'error',
    needs: 'text',
    what: 'A diagram without a text alternative.',
    why: 'People who cannot see it do not know what it shows.',
    wrong: `## Ports

\`\`\`mermaid
flowchart LR
  ship --> quay
\`\`\``,
    right: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship --> quay
\`\`\``,
  },
  /** Found in the laid-out deck, by `measure/`. */
  'diagram-size': {
    severity: 'warning',
    needs: 'browser',
    style: true,
    what: 'A diagram whose smallest label is smaller than 18 px on a stage of 1280 × 720.',
    why: 'It cannot be read from the back row. Most often the diagram has too many parts for one slide.',
    wrong: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay." width=12%}
flowchart LR
  ship --> quay --> shed --> town
\`\`\``,
    right: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship --> quay --> shed --> town
\`\`\``,
  },
  /** Found in the laid-out deck, by `measure/`. */
  'label-overlap': {
    severity: 'warning',
    needs: 'browser',
    what: 'A diagram in which one label lies over another. Labels that are set close, and a label that is drawn twice for its edge, are left alone.',
    why: 'Neither can be read. Mermaid puts the words of a line in its middle, whatever stands there.',
    wrong: `## Ports

\`\`\`mermaid {alt="The master asks the office for berths."}
C4Context
  Person(master, "Master", "Brings the ship into the harbour")
  System(office, "Office", "Gives berths and tows to all ships")
  Rel(master, office, "Asks for a berth on the day before", "by radio")
\`\`\``,
    right: `## Ports

\`\`\`mermaid {alt="The master asks the office for berths."}
flowchart LR
  master[Master] -->|asks for a berth| office[Office]
\`\`\``,
  },
  /** Found where diagrams are parsed. */
  'diagram-width': {
    severity: 'error',
    needs: 'text',
    what: 'A `width` on a diagram that is no percentage of its place.',
    why: 'It would be drawn in another size than you meant.',
    wrong: `## Ports

\`\`\`mermaid {alt="A ship." width=wide}
flowchart LR
  ship
\`\`\``,
    right: `## Ports

\`\`\`mermaid {alt="A ship." width=20%}
flowchart LR
  ship
\`\`\``,
  },
  /** Found where diagrams are drawn. */
  'diagram-config': {
    severity: 'warning',
    needs: 'text',
    what: 'A diagram that chooses a theme of its own. The theme has no effect.',
    why: 'All diagrams of a deck look alike.',
    wrong: `## Ports

\`\`\`mermaid {alt="A ship."}
%%{init: {'theme': 'forest'}}%%
flowchart LR
  ship
\`\`\``,
    right: `## Ports

\`\`\`mermaid {alt="A ship."}
flowchart LR
  ship
\`\`\``,
  },
  /** Found where diagrams are drawn. */
  'diagram-chart': {
    severity: 'error',
    needs: 'text',
    what: 'An xychart that Mermaid would draw misleadingly: several series of bars, bars that do not begin at zero, four or more lines.',
    why: 'Bars drawn over each other hide the first. A bar that begins at 10 makes 12 look twice as much as 11. Lines without names cannot be told apart.',
    wrong: `## Ships

\`\`\`mermaid {alt="12 ships, then 15."}
xychart-beta
  x-axis [2020, 2021]
  y-axis "ships" 10 --> 16
  bar [12, 15]
\`\`\``,
    right: `## Ships

\`\`\`mermaid {alt="12 ships, then 15."}
xychart-beta
  x-axis [2020, 2021]
  y-axis "ships" 0 --> 16
  bar [12, 15]
\`\`\``,
  },
  /** Found where diagrams are drawn. */
  'diagram-picture': {
    severity: 'warning',
    needs: 'browser',
    what: 'A diagram that asks for a picture, which is left out.',
    why: 'A drawing holds only what stands in its code.',
    wrong: `## Ports

\`\`\`mermaid {alt="A ship."}
flowchart LR
  ship@{ img: "https://example.org/ship.png", label: "Ship" }
\`\`\``,
    right: `## Ports

\`\`\`mermaid {alt="A ship."}
flowchart LR
  ship[Ship]
\`\`\``,
  },
  /** Found where diagrams are drawn. */
  'label-lost': {
    severity: 'warning',
    needs: 'browser',
    what: 'A diagram with labels for which Mermaid had no room, so that it cut them or left them out.',
    why: 'Nobody sees that a part has a name.',
    wrong: `## Spending

\`\`\`mermaid {alt="Pensions take most of the budget."}
treemap-beta
"Pensions": 600
"Health": 400
"Culture and monuments": 2
\`\`\``,
    right: `## Spending

\`\`\`mermaid {alt="Pensions take most of the budget."}
treemap-beta
"Pensions": 600
"Health": 400
\`\`\``,
  },
  /** Found where diagrams are drawn. */
  'diagram-steps': {
    severity: 'error',
    needs: 'browser',
    what: 'A `%% step` that divides nothing, or a diagram of a kind that has no steps.',
    why: 'The presenter would click, and nothing would change.',
    wrong: `## Ports

\`\`\`mermaid {alt="Ships."}
pie
  "Ships" : 3
  %% step
  "Boats" : 4
\`\`\``,
    right: `## Ports

\`\`\`mermaid {alt="A ship goes to the quay."}
flowchart LR
  ship[Ship]
  %% step
  ship --> quay
\`\`\``,
  },
  /** Found where charts are read. */
  chart: {
    severity: 'error',
    needs: 'text',
    what: 'A chart whose fence cannot be read, or that names what the data does not have.',
    why: 'The chart would lack something that its author wants to show.',
    wrong: `## Ships

\`\`\`chart
data: |
  port, ships
  Gdynia, 12
  Riga, 9
mark: bars
\`\`\``,
    right: `## Ships

\`\`\`chart
data: |
  port, ships
  Gdynia, 12
  Riga, 9
mark: bar
\`\`\``,
  },
  /** Found where a chart's data is read. */
  'chart-data': {
    severity: 'error',
    needs: 'text',
    what: 'Data of a chart that is not there or cannot be read: a file, a column, a text where a number belongs, two values for one point.',
    why: 'A chart of guessed numbers is false, so nothing is drawn until the data is right.',
    wrong: `## Ships

\`\`\`chart
data: |
  port, ships
  Gdynia, twelve
  Riga, 9
mark: bar
\`\`\``,
    right: `## Ships

\`\`\`chart
data: |
  port, ships
  Gdynia, 12
  Riga, 9
mark: bar
\`\`\``,
  },
  /** Found where a chart's data is known. */
  'chart-fit': {
    severity: 'error',
    needs: 'text',
    what: 'A chart that would be false or illegible: too many rows or lines, an area below zero, a log scale for bars.',
    why: 'The length of a bar and the height of an area are read from zero, and what is too close together cannot be read at all.',
    wrong: `## Ships

\`\`\`chart
data: |
  port, ships
  Gdynia, 12
  Riga, 9
mark: bar
y: { field: ships, scale: log }
\`\`\``,
    right: `## Ships

\`\`\`chart
data: |
  port, ships
  Gdynia, 12
  Riga, 9
mark: bar
y: ships
\`\`\``,
  },
  /** Found where maps are read and drawn. */
  map: {
    severity: 'error',
    needs: 'text',
    what: 'A map that cannot be read, or that asks for what lies outside its window.',
    why: 'The map would lack something that its author wants to show.',
    wrong: `## Ports

\`\`\`map
fit: [BY]
highlite: { BY: teal }
\`\`\``,
    right: `## Ports

\`\`\`map
fit: [BY]
highlight: { BY: teal }
\`\`\``,
  },
  /** Found where relations.yaml is read. */
  relations: {
    severity: 'error',
    needs: 'text',
    what: 'An entry of relations.yaml that cannot be used: an unknown actor or kind, a sentence without one of its ends, an id used twice.',
    why: 'The relation would be missing from all views.',
    wrong: {
      'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gotia, kind: warns, what: ice }
`,
    },
    right: {
      'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice }
`,
    },
  },
  /** Found where relations.yaml is read. */
  'relation-citation': {
    severity: 'error',
    needs: 'text',
    what: 'A relation without evidence in a deck with references, or with evidence that cannot be found.',
    why: 'An arrow claims as much as a sentence.',
    wrong: {
      'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice }
`,
      'references.yaml': `- id: report
  title: A report
`,
    },
    right: {
      'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice, cite: "report, ¶1" }
`,
      'references.yaml': `- id: report
  title: A report
`,
    },
  },
  /** Found where relations.yaml is read. */
  'relations-alike': {
    severity: 'warning',
    needs: 'text',
    what: 'Two actors of one colour, or two kinds with one line style.',
    why: 'They cannot be told apart.',
    wrong: {
      'relations.yaml': `actors:
  kalvik: { name: Kalvik, hue: blue }
  gothia: { name: Gothia, hue: blue }
`,
    },
    right: {
      'relations.yaml': `actors:
  kalvik: { name: Kalvik, hue: blue }
  gothia: { name: Gothia, hue: red }
`,
    },
  },
  /** Found where relations fences are read. */
  'relations-view': {
    severity: 'error',
    needs: 'text',
    what: 'A view of the relations that cannot be read, or that shows nothing.',
    why: 'There is nothing to draw.',
    wrong: `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gotia]
\`\`\``,
    right: `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gothia]
\`\`\``,
  },
  /** Found where relations fences are read. */
  'relations-steps': {
    severity: 'warning',
    needs: 'text',
    what: 'Steps of a view in which nothing new appears, or a relation before its ends.',
    why: 'The presenter would click, and nothing would change.',
    wrong: `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gothia]
steps: [[ice], [kalvik, gothia]]
\`\`\``,
    right: `## Kalvik warns Gothia

\`\`\`relations {layout=lanes}
show: [kalvik, gothia]
steps: [[kalvik, gothia], [ice]]
\`\`\``,
  },
  /** Found where lanes and graphs are laid out. */
  'relations-fit': {
    severity: 'error',
    needs: 'text',
    what: 'A view of relations that is too large for a figure.',
    why: 'It would be drawn too small to be read.',
    wrong: {
      'relations.yaml': `relations:
  - { id: r1, from: kalvik, to: gothia, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r2, from: gothia, to: kalvik, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r3, from: kalvik, to: gothia, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r4, from: gothia, to: kalvik, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r5, from: kalvik, to: gothia, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
  - { id: r6, from: gothia, to: kalvik, kind: warns, what: "ice, fog, storms, shallow water, nets and boats that cross the fairway at night without lights" }
`,
    },
    right: {
      'relations.yaml': `relations:
  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice }
`,
    },
  },
});
