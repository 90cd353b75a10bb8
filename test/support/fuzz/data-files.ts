import fc from 'fast-check';

const key = fc.constantFrom('a', 'b', 'b2024', 'x', 'k', 'nukes', '__proto__', 'toString', '');
const scalar = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'a',
      'b',
      'k',
      'thick',
      'Minsk',
      '"{from} keeps {to}"',
      '"{what} {nobody}"',
      'null',
      'true',
      '3',
      '[]',
      '{}',
      '2024-01-01',
    ),
  },
  fc.string({ maxLength: 10 }),
  fc.constantFrom('!!js/function x', '!x y', '&a [*a]', '*a', '|', '"', '- -', '"\\uD800"', '"\\uFDD0asset-1\\uFDD1"'),
);
const mapping = (keys: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...keys), key), scalar), { maxLength: 5 })
    .map((pairs) => `{ ${pairs.map((pair) => pair.join(': ')).join(', ')} }`);
const named = (keys: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(key, mapping(keys)), { maxLength: 4 })
    .map((pairs) => pairs.map(([name, one]) => `  ${name}: ${one}`).join('\n'));

const right = `actors:
  a: { name: Minsk, aka: [Belarus] }
  b: { name: Moscow }
kinds:
  k: { name: keeps, line: solid, sentence: "{from} keeps {to}" }
relations:
  - { id: nukes, from: a, to: b, kind: k, cite: "b2024, ¶5" }
`;
const relations = fc.oneof(
  { weight: 3, arbitrary: fc.constant(right) },
  fc
    .tuple(
      named(['name', 'names', 'aka', 'hue']),
      named(['name', 'line', 'sentence']),
      fc.array(mapping(['id', 'from', 'to', 'kind', 'what', 'cite', 'mutual']), { maxLength: 4 }),
    )
    .map(
      ([actors, kinds, list]) =>
        `actors:\n${actors}\nkinds:\n${kinds}\nrelations:\n${list.map((one) => `  - ${one}`).join('\n')}\n`,
    ),
  scalar,
);
const references = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant(
      '- { id: b2024, title: T, author: [{ family: F }], issued: 2024, URL: https://example.org/ }\n- { id: a, title: U }\n',
    ),
  },
  fc
    .array(mapping(['id', 'title', 'author', 'issued', 'URL', 'type']), { maxLength: 3 })
    .map((list) => list.map((one) => `- ${one}`).join('\n')),
  scalar,
);
const source = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant(
      '¶0 Title\n\n¶5 Minsk keeps the CFE treaty, “wary and tense”, with 112,000 men in 2024.\n\n¶6 More words here.\n',
    ),
  },
  fc
    .array(fc.tuple(fc.nat({ max: 9 }), fc.string({ maxLength: 40 })), { maxLength: 4 })
    .map((list) => list.map(([number, text]) => `¶${number} ${text}`).join('\n\n')),
);
const lock = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    '',
    '{',
    '{"version":1}',
    '{"version":99,"claims":[]}',
    '{"version":1,"sources":{"b2024":{"paragraphs":[[1]]}},"claims":{"x":null}}',
    'null',
  ),
);

/** What stands beside a deck, right and wrong: actors and relations, references, a source, a lock. */
export const dataFiles: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .tuple(fc.option(relations), fc.option(references), fc.option(source), lock)
  .map(([related, bibliography, text, locked]) => ({
    ...(related === null ? {} : { 'relations.yaml': related }),
    ...(bibliography === null ? {} : { 'references.yaml': bibliography }),
    ...(text === null ? {} : { 'sources/b2024.md': text }),
    ...(locked === undefined ? {} : { 'evidence.lock.json': locked }),
  }));
