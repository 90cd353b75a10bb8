import fc from 'fast-check';
import { dataFiles } from './data-files.js';

/** The files of a deck by their path below its folder. */
export type DeckFiles = Readonly<Record<string, string>>;

const name = fc.constantFrom('a', 'b2024', 'x', 'cfe', 'nukes', 'ö', '__proto__', 'constructor', '0', '');
const junk = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '\0',
    '\uFEFF',
    '\u202E',
    '\u200D',
    '\uD800',
    '&#x0;',
    '%00',
    '\t',
    '\r\n',
    '﷐',
    '�',
    '🇧🇾',
    '¶',
    '\\',
    '`',
  ),
);
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Minsk',
      'Belarus',
      'keeps',
      'the',
      'treaty',
      'eleven',
      '112,000',
      '5 %',
      '2024',
      'CFE',
      '“wary”',
      '"tense"',
      '«мір»',
    ),
  },
  { weight: 1, arbitrary: junk },
);
const words = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '));
const value = fc.oneof(
  fc.integer().map(String),
  words,
  fc.constantFrom('40%', '15', '-1', '1e9', 'quote', 'x"y', "'", 'NaN'),
);

const attributes = fc
  .array(
    fc.oneof(
      name.map((id) => `#${id}`),
      fc.constantFrom('.teacher', '.student', '.decorative', '.term', '.x', 'cite', '='),
      fc
        .tuple(
          fc.constantFrom(
            'layout',
            'minutes',
            'cut',
            'width',
            'cite',
            'alt',
            'caption',
            'id',
            'class',
            'style',
            'onclick',
            'source',
          ),
          value,
        )
        .map(([key, given]) => `${key}="${given}"`),
    ),
    { maxLength: 4 },
  )
  .map((list) => `{${list.join(' ')}}`);

const locator = fc.constantFrom('¶5', 'para. 5', '¶¶5–6', '¶6-5', '¶0', '¶999999999999', '¶¶1–99999999', 'p. 3', '¶');
const citation = fc
  .array(fc.tuple(name, fc.option(locator), fc.option(words)), { minLength: 1, maxLength: 3 })
  .map(
    (parts) =>
      `[${parts.map(([key, where, anchor]) => [`@${key}`, where, anchor === null ? null : `"${anchor}"`].filter((one) => one !== null).join(', ')).join('; ')}]`,
  );

const inline = fc.oneof(
  { weight: 4, arbitrary: words },
  citation,
  fc.constantFrom(
    '[@inference]',
    '[@lecturer]',
    '[@',
    '@a',
    '[^1]',
    '^[note [^1]]',
    '$a_b$',
    '$$',
    '`{}`',
    '***',
    '~~x',
    '<b onclick=x>',
    '<br>',
    '\\',
  ),
  fc.tuple(words, attributes).map(([text, given]) => `[${text}]${given}`),
  fc.tuple(words, name, attributes).map(([text, to, given]) => `![${text}](${to}.png)${given}`),
  fc.tuple(words, name).map(([text, to]) => `[${text}](#/${to})`),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));

const fenceCode = fc.oneof(
  fc.constantFrom(
    'flowchart LR\n A-->B\n %% step\n B-->C',
    'show: [a, b]',
    'fit: [BY, LT]',
    'let a = 1\nlet b',
    '%% step',
    '---\nx: [\n---',
  ),
  fc
    .tuple(name, name, fc.constantFrom('graph', 'lanes', 'x'))
    .map(([a, b, kind]) => `show: [${a}, ${b}]\nlayout: ${kind}\nsteps: [[${a}], [${b}, ${a}]]`),
  words,
);
const fence = fc
  .tuple(
    fc.constantFrom('mermaid', 'relations', 'text', 'text', '', 'mermaid', 'relations', 'python [1|2-|]'),
    attributes,
    fenceCode,
    fc.constantFrom('```', '~~~', '````', ''),
  )
  .map(([language, given, code, end]) => `\`\`\`${language} ${given}\n${code}\n${end}`);
/** A map takes a thousand times as long as a paragraph to draw. */
const map = fc
  .tuple(fc.constantFrom('[BY, LT]', '[UA]', '[XX]', '[]', '"BY"', '[FJ, NZ]'), value)
  .map(([fit, lon]) => `\`\`\`map {#m}\nfit: ${fit}\nplaces: [{ name: M, lon: ${lon}, lat: 53 }]\n\`\`\``);

const containerName = fc.constantFrom(
  'columns',
  'column',
  'notes',
  'handout',
  'question',
  'answer',
  'teacher',
  'student',
  'sources',
  'coverage',
  'incremental',
  'x',
  '',
);

const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4 }).map((list) => list.join('\n\n')),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: line },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom('#', '##', '######'), line, attributes).map((parts) => parts.join(' ')),
    },
    {
      weight: 4,
      arbitrary: fc
        .array(fc.tuple(fc.constantFrom('- ', '1. ', '- [x] ', '  - ', '* ', '(@) '), line), {
          minLength: 1,
          maxLength: 5,
        })
        .map((items) => items.map((item) => item.join('')).join('\n')),
    },
    { weight: 2, arbitrary: fence },
    {
      weight: 2,
      arbitrary: fc
        .tuple(containerName, attributes, tie('blocks'), fc.constantFrom(':::', '::::', ''))
        .map(([kind, given, body, end]) => `::: ${kind} ${given}\n${body}\n${end}`),
    },
    { weight: 1, arbitrary: tie('blocks').map((body) => body.replace(/^/gm, '> ')) },
    {
      weight: 1,
      arbitrary: fc.tuple(line, line, line).map(([a, b, c]) => `| ${a} | ${b} |\n|---|:-:|\n| ${c} |\n\n: ${a}`),
    },
    { weight: 1, arbitrary: fc.tuple(words, line).map(([term, text]) => `${term}\n: ${text}`) },
    { weight: 1, arbitrary: fc.tuple(words, words).map(([short, long]) => `*[${short}]: ${long}`) },
    { weight: 1, arbitrary: fc.tuple(name, line).map(([id, text]) => `[^${id}]: ${text}`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '. . .',
        'Note:',
        'Notes: x',
        '***',
        '{.x}',
        '<div>',
        '</div>',
        '<!-- .element: class="fragment" -->',
        '<script>x</script>',
        '$$',
        '$$\n\\frac{a}{\n$$',
        '<table><tr><td>',
        '<svg><style><!--',
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(name, value)
        .map(([key, given]) => `<!-- .slide: data-${key}="${given}" layout="${given}" -->`),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('part.md', '../x.md', 'deck.md', 'part.md ', '%00')
        .map((path) => `<!-- include: ${path} -->`),
    },
    { weight: 1, arbitrary: junk },
  ),
}));

const separator = fc.constantFrom('\n\n---\n\n', '\n---\n', '\n\n----\n\n', '\n\n--\n\n', '\n***\n');
const body = fc
  .array(fc.tuple(fc.array(block, { maxLength: 5 }), separator), { maxLength: 6 })
  .map((slides) => slides.map(([blocks, end]) => blocks.join('\n\n') + end).join(''));

const setting = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'title',
        'lang',
        'minutes',
        'cuts',
        'theme',
        'css',
        'scripts',
        'csl',
        'separator',
        'verticalSeparator',
        'notesSeparator',
        'handoutNotes',
        'embedSources',
        'url',
        'revealOptions',
        'author',
        'ttile',
      ),
      value,
    )
    .map((pair) => pair.join(': ')),
  fc.constantFrom(
    'lang: be',
    'lang: x-y-z',
    'minutes: 45',
    'cuts: [15, 45]',
    'separator: "^\\n(a+)+$"',
    'verticalSeparator: "("',
    'embedSources: true',
    'handoutNotes: true',
    'x: &a [*a]',
    'a: &a [1]\nb: [*a, *a]',
    '? [a]\n: b',
    'revealOptions: { transition: fade }',
    '- x',
    '\t- y',
  ),
);
const frontMatter = fc.option(
  fc.array(setting, { maxLength: 5 }).map((list) => `---\n${list.join('\n')}\n---\n`),
  { nil: '' },
);

/** A deck put together from the deck language's own pieces, right and wrong, with the data beside it. */
export const grownDeck: fc.Arbitrary<DeckFiles> = fc
  .tuple(frontMatter, body, fc.option(map, { nil: '', freq: 300 }), body, dataFiles)
  .map(([settings, slides, drawn, included, data]) => ({
    'deck.md': `${settings}${slides}\n\n${drawn}`,
    'part.md': included,
    ...data,
  }));

/** A deck that was written by hand and then damaged: lines taken out, repeated, moved, cut in two, letters put in. */
export function mutatedDeck(decks: readonly string[]): fc.Arbitrary<DeckFiles> {
  const change = fc.tuple(
    fc.nat(),
    fc.nat({ max: 8 }),
    fc.constantFrom('drop', 'repeat', 'move', 'cut', 'insert', 'indent'),
    fc.oneof(junk, block),
  );
  return fc
    .tuple(fc.constantFrom(...decks), fc.array(change, { minLength: 1, maxLength: 6 }), dataFiles)
    .map(([deck, changes, data]) => {
      const lines = deck.split('\n');
      for (const [where, count, kind, text] of changes) {
        const at = where % Math.max(1, lines.length);
        const taken = lines.slice(at, at + count);
        if (kind === 'drop') lines.splice(at, count);
        else if (kind === 'repeat') lines.splice(at, 0, ...taken);
        else if (kind === 'move') lines.splice((at * 7) % Math.max(1, lines.length), 0, ...lines.splice(at, count));
        else if (kind === 'insert') lines.splice(at, 0, text);
        else if (kind === 'indent') lines.splice(at, count, ...taken.map((one) => `  ${one}`));
        else lines.splice(at, 1, (lines[at] ?? '').slice(0, count * 3), (lines[at] ?? '').slice(count * 3));
      }
      return { 'deck.md': lines.join('\n'), 'part.md': '## Part\n\n- text\n', ...data };
    });
}
