/** A deck of as many slides and diagrams as asked for, each slide and diagram different: headings, lists, tables, quotations. */
export function benchDeck(slides: number, diagrams: number): string {
  const every = diagrams === 0 ? Number.POSITIVE_INFINITY : slides / diagrams;
  const parts = Array.from({ length: slides }, (_, index) => {
    const number = index + 1;
    if (index === 0) return '# A deck to measure with\n\nIt says nothing about the world';
    if (Math.floor(index / every) > Math.floor((index - 1) / every) || (diagrams > 0 && index === 1))
      return diagramSlide(number);
    return [listSlide, tableSlide, quoteSlide][number % 3]?.(number) ?? '';
  });
  return `---\ntitle: A deck to measure with\nlang: en\n---\n\n${parts.join('\n\n---\n\n')}\n`;
}

function listSlide(number: number): string {
  return `## Slide ${number} claims that lists are read from the top\n\n- The first point of slide ${number}\n- The second, a little longer than the first\n- The third is short\n\nNote:\nSay that this is slide ${number}, and go on.`;
}

function tableSlide(number: number): string {
  return `## Slide ${number} sets two things side by side\n\n| | One | Two |\n|---|---|---|\n| Row ${number} | yes | no |\n| Next | no | yes |\n\nNote:\nRead the table aloud.`;
}

function quoteSlide(number: number): string {
  return `## Slide ${number} lets somebody speak\n\n> Words of number ${number}, set large\n\nSomebody, somewhere\n\nNote:\nPause here.`;
}

const kinds: readonly ((number: number) => string)[] = [
  (n) =>
    `flowchart LR\naccTitle: Path ${n}\naccDescr: One leads to two and two to three\nA[One ${n}] --> B[Two] --> C[Three]`,
  (n) =>
    `sequenceDiagram\naccTitle: Talk ${n}\naccDescr: Ann asks and Ben answers\nAnn->>Ben: Question ${n}\nBen-->>Ann: Answer`,
  (n) => `stateDiagram-v2\naccTitle: States ${n}\naccDescr: Open becomes closed\n[*] --> Open${n}\nOpen${n} --> Closed`,
  (n) => `classDiagram\naccTitle: Kinds ${n}\naccDescr: A cat is an animal\nAnimal${n} <|-- Cat`,
  (n) => `erDiagram\naccTitle: Books ${n}\naccDescr: A reader takes a loan\nREADER${n} ||--o{ LOAN : takes`,
  (n) =>
    `gantt\naccTitle: Plan ${n}\naccDescr: One week\ndateFormat YYYY-MM-DD\nsection Part\nWork ${n} :a, 2024-01-01, 7d`,
  (n) => `pie\naccTitle: Shares ${n}\naccDescr: Two shares\n"One" : ${n + 1}\n"Two" : 30`,
  (n) => `gitGraph\naccTitle: Branches ${n}\naccDescr: Two commits\ncommit id: "c${n}"\ncommit`,
];

/** The code of a diagram; neighbours are of different kinds, and no two are alike. */
export function diagramCode(number: number): string {
  return kinds[number % kinds.length]?.(number) ?? '';
}

function diagramSlide(number: number): string {
  const code = diagramCode(number);
  return `## Slide ${number} draws what it means\n\n\`\`\`mermaid\n${code}\n\`\`\`\n\nNote:\nFollow the arrows.`;
}
