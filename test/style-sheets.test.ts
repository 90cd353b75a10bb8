import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inlineAssets, siteAssets } from '../src/export/assets.js';
import { withUrls } from '../src/export/style-sheet.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import { joinStyleSheets } from '../src/read/join-style-sheets.js';
import { readTextFile } from '../src/read/text-file.js';
import { withoutRulesFor } from '../src/render/without-rules.js';
import { nodeFiles } from '../src/system/node-files.js';
import { testEffects } from './support/effects.js';
import { fixtureFolder } from './support/twins.js';

const folder = fixtureFolder('styles');

/** The sheets of a folder as a deck there has them; `texts` are files instead of the real ones, by their names. */
async function joined(texts: Readonly<Record<string, string>> = {}) {
  const given = new Map(Object.entries(texts).map(([name, text]) => [join(folder, name), Buffer.from(text)]));
  const files =
    given.size === 0
      ? nodeFiles
      : {
          ...nodeFiles,
          read: async (file: string) => given.get(file),
          kind: async (file: string) => (given.has(file) ? ('file' as const) : undefined),
          list: async (at: string) =>
            [...given.keys()].filter((file) => dirname(file) === at).map((file) => basename(file)),
        };
  const effects = testEffects(folder, { files });
  const entry = await readTextFile(join(folder, 'style.css'), effects);
  return joinStyleSheets(entry === undefined ? [] : [entry], effects);
}
const textOf = async (texts?: Readonly<Record<string, string>>): Promise<string> =>
  (await joined(texts)).styles[0]?.text ?? '';
const saidOf = async (texts?: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await joined(texts)).diagnostics.map(formatDiagnostic);

test('tokens under the names they had are said with those they have, but not an author’s own of such a name', async () => {
  const sheet = `/* --nato */
:root { --nato: #123456; --belarus-fill: teal }
.mine { --russia: red; color: var(--russia) }
p { border: 1px solid var(--ukraine, gold); --natosphere: 1px; --neutral-on: var(--ink) }`;
  const of = (line: number, old: string, now: string): string =>
    `style.css:${line}:1 warning style-syntax The theme has no \`${old}\`; the colour is called \`${now}\`, and this has no effect. Write \`${now}\`.`;
  expect((await saidOf({ 'style.css': sheet })).toSorted()).toEqual(
    [
      of(2, '--belarus-fill', '--teal-fill'),
      of(2, '--nato', '--blue'),
      of(4, '--neutral-on', '--grey-on'),
      of(4, '--ukraine', '--amber'),
    ].toSorted(),
  );
});

describe('a colour of the theme that dark pages lack is said', () => {
  const lacking = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await joined(texts)).oneSided.map(formatDiagnostic);
  const own = (names: string, line = 1, sheet = 'style.css'): string =>
    `${sheet}:${line}:1 warning dark-colour ${names} one value for light and dark pages alike.`;

  test('once a sheet, at the first, with how to mend it', async () => {
    const sheet =
      '/* --paper: no */\n.mine { --accent: red }\n:root { --accent: navy; --t-body: 30px; --INK: red; --mine: red }';
    expect(await lacking({ 'style.css': sheet })).toEqual([
      `${own('`--accent` has', 3)} Set it for \`:root[data-theme="dark"]\` too.`,
    ]);
    const two = 'html { --accent: navy !important }\n:root, .x { --paper: white; --accent: blue }';
    expect(await lacking({ 'style.css': two })).toEqual([
      `${own('`--accent`, `--paper` have')} Set them for \`:root[data-theme="dark"]\` too.`,
    ]);
  });

  test('within the root too, unless it suits itself to the page', async () => {
    const sheet = '.reveal .slides { --hair: #ddd; --accent: var(--blue); --ink: light-dark(#111, #eee) }';
    expect(await lacking({ 'style.css': sheet })).toEqual([
      'style.css:1:1 warning dark-colour `--hair` has one value for light and dark pages alike. Write the rule once more for dark pages, with `:root[data-theme="dark"]` before its selector.',
    ]);
  });

  test('in any sheet, by any selector that means the dark', async () => {
    const twins = [
      ':root[data-theme="dark"] { --accent: #abc }',
      '[data-theme=dark] { --accent: #abc }',
      ':root { &[data-theme="dark"] { --accent: #abc } }',
      '.reveal section.has-dark-background { --accent: #abc }',
    ];
    for (const twin of twins) {
      expect(await lacking({ 'style.css': `:root { --accent: navy } ${twin}` }), twin).toEqual([]);
      const apart = { 'style.css': '@import "dark.css"; :root { --accent: navy }', 'dark.css': twin };
      expect(await lacking(apart), twin).toEqual([]);
    }
    const imported = { 'style.css': '@import "light.css";', 'light.css': '\n:root { --accent: navy }' };
    expect((await lacking(imported)).map((one) => one.split(' ')[0])).toEqual(['light.css:2:1']);
  });

  test('but nothing that is for print, for one slide or for light pages alone', async () => {
    const sheet = `@media print { :root { --paper: white } }
#harbour, .reveal .wide, section { --accent: navy }
:root[data-theme="light"], :root:not([data-theme="dark"]), .has-light-background { --accent: navy }
:root { --blue }`;
    expect(await lacking({ 'style.css': sheet })).toEqual([]);
    expect(await lacking({ 'style.css': '' })).toEqual([]);
    expect(await lacking({ 'style.css': '{{{ --accent: red' })).toEqual([]);
  });
});

test('files are found whose names have other capitals or accents encoded otherwise; other capitals are said', async () => {
  const files = {
    'style.css': '@import "Colours.css"; p { background: url(quay.svg), url("caf\u00e9.svg"), url(none.svg) }',
    'colours.css': 'p { color: teal }',
    'Quay.svg': '',
    'cafe\u0301.svg': '',
  };
  expect(await textOf(files)).toMatch(/teal[\s\S]*"Quay\.svg"[\s\S]*"cafe%CC%81\.svg"[\s\S]*"none\.svg"/);
  const said = (column: number, file: string, asked: string): string =>
    `style.css:1:${column} warning file-missing The file is called "${file}" and is named as "${asked}"; where capitals count it is not found. Write the name as the file has it.`;
  expect(await saidOf(files)).toEqual([
    said(40, 'Quay.svg', 'quay.svg'),
    said(9, 'colours.css', 'Colours.css'),
    expect.stringContaining('error file-missing There is no file "none.svg"'),
  ]);
});

describe('what a style sheet imports', () => {
  test('stands in its place under its conditions, with addresses of its own, and without comments', async () => {
    await expect(await textOf()).toMatchFileSnapshot(join(folder, 'style.joined.css'));
  });

  test('is told with places where it is broken, missing, elsewhere or a circle', async () => {
    await expect(`${(await saidOf()).join('\n')}\n`).toMatchFileSnapshot(join(folder, 'style.txt'));
  });

  test('is left out with the rules for a teacher, in a page and on a site', async () => {
    const text = withoutRulesFor(await textOf(), new Set(['.teacher']));
    const site = siteAssets(nodeFiles);
    site.style(text, folder, 'style');
    const written = site.artifacts().map((file) => `${file.path} ${'bytes' in file ? file.bytes : ''}`);
    expect(written.filter((file) => file.includes('quay-'))).toHaveLength(2);
    for (const output of [inlineAssets(nodeFiles).style(text, folder, 'style'), ...written]) {
      expect(output).not.toMatch(/for the teacher|@import|https:|gone\.css/);
    }
  });

  test('in a circle is all there, once', async () => {
    const text = await textOf({
      'style.css': '@import "a.css"; .s { color: red }',
      'a.css': '@import "b.css"; .a { color: red }',
      'b.css': '@import "a.css"; @import "style.css"; .b { color: red }',
    });
    expect(text.match(/\.[abs](?= \{)/g)).toEqual(['.b', '.a', '.s']);
  });

  test('twice, under other conditions, stands there twice', async () => {
    const text = await textOf({
      'style.css': '@import "a.css" layer(x) screen, print; @import "b.css" layer(y);',
      'a.css': '@import "c.css" layer(p) (color);',
      'b.css': '@import "c.css" layer(q); @import "c.css";',
      'c.css': '.c { color: red }',
    });
    expect(text.match(/@layer [xypq.]+|@media [^{]+|\.c/g)).toMatchInlineSnapshot(`
      [
        "@media screen and (color), print and (color) ",
        "@layer x.p",
        ".c",
        "@media screen, print ",
        "@layer x",
        "@layer y.q",
        ".c",
        "@layer y",
        ".c",
      ]
    `);
  });

  test('without end is an error, no crash', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `${index}.css`);
    const doubling = names.map((name, index) => [
      name,
      `@import "${names[index + 1] ?? '0.css'}"; @import "./${names[index + 1]}";`,
    ]);
    expect(await saidOf({ 'style.css': '@import "0.css";', ...Object.fromEntries(doubling) })).toContainEqual(
      expect.stringMatching(/^style\.css:1:1 error style-syntax .* more than 1000 @imports\. /),
    );
  });

  test.each([
    ['blocks', 'a{'.repeat(20_000)],
    ['media queries', '@media print{'.repeat(5000)],
    ['calculations', `.a{width:${'calc('.repeat(5000)}${')'.repeat(5000)}}`],
    ['selectors', `${':is('.repeat(5000)}a${')'.repeat(5000)}{color:red}`],
  ])('nested too deep, in %s, is an error, no crash', async (_, deep) => {
    const text = { 'style.css': `@import "deep.css"; .a{content:"${'('.repeat(200)}"}`, 'deep.css': deep };
    expect(await saidOf(text)).toEqual([
      expect.stringMatching(/^deep\.css:1:1 error style-syntax .* more than 100 deep/),
    ]);
  });

  test('by sheets that import each other without end, is an error, no crash', async () => {
    const chain = Array.from({ length: 500 }, (_, at) => [
      `${at}.css`,
      `@import "${at + 1}.css" supports(display: grid);`,
    ]);
    const text = { 'style.css': '@import "0.css";', ...Object.fromEntries(chain), '500.css': '.a { color: red }' };
    expect(await saidOf(text)).toEqual([
      expect.stringMatching(/^100\.css:1:1 error style-syntax .* more than 100 deep/),
    ]);
  });

  test('under conditions that cannot be joined is an error, no crash', async () => {
    const conditions = {
      'style.css': '@import "a.css" not screen;',
      'a.css': '@import "c.css" not print;',
      'c.css': '.c { color: red }',
    };
    expect(await saidOf(conditions)).toEqual([
      expect.stringMatching(/^\w+\.css:1:1 error style-syntax .* cannot be joined: /),
    ]);
  });
});

describe('a style sheet', () => {
  test('has its own files placed, strings left alone and other hosts left out', () => {
    const css =
      '/* url(a.png) */ .a{background:url("a b.png?x#y");content:"url(a.png)"}.b{background:url(//host/b.png)}.c{fill:url(#c)}';
    const placed = withUrls(css, '/deck', (file) => (file === '/deck/a b.png' ? 'here.png' : undefined));
    expect(placed).toBe(
      '.a{content:"url(a.png)";background:url("here.png")}.b{background:url("data:,")}.c{fill:url("#c")}',
    );
  });

  test('may hold pictures with quotes in their addresses, and files with signs in their names', () => {
    const asked: string[] = [];
    const css = `a{background:url('data:image/svg+xml,<svg xmlns="x"/>'),url("a%23%26b.png"),url()}`;
    const placed = withUrls(css, '/deck', (file) => `${asked.push(file)}.png`);
    expect(placed).toContain(String.raw`url("data:image/svg+xml,<svg xmlns=\"x\"/>")`);
    expect(asked).toEqual(['/deck/a#&b.png']);
  });

  test.each([
    '.teacher b::after',
    'b:is(.teacher, #late)::after',
    'section:has(> .teacher)::after',
    '[class~="teacher"]::after',
    '[id="late"] i::after',
    '.te\\61 cher::after',
    '[class^="teach"]::after',
    '[id$="ate"]::after',
    '[id*="at" i]::after',
    '[data-word="hidden"]::after',
    'li:nth-child(2 of .teacher)::after',
    'p > .teacher + b::after',
    ':where(#late, .teacher) > b::after',
  ])('loses the rule for what is left out: %s', (selector) => {
    const css = `${selector}{content:"secret"}b{color:red}@scope (.teacher){b{content:"secret"}}@media print{${selector}{content:"secret"}}`;
    const text = withoutRulesFor(css, new Set(['.teacher', '#late', '[data-word=hidden]']));
    expect(text).not.toContain('secret');
    expect(text).toContain('color: red');
  });

  test.each(['.teachers', ':not(.teacher)', ':is(.teacher, b)', '[class="x"]', '[data-x="teacher"]'])(
    'keeps the rule for what may be there: %s',
    (selector) => {
      expect(withoutRulesFor(`${selector}{color:red}`, new Set(['.teacher']))).toMatch(/color: ?red/);
    },
  );

  test('does not name what is left out where a rule is for all else', () => {
    const css =
      'li:not(.teacher):not(#late, .b){color:red} :not(#late){color:blue} @scope (ul) to (#late){i{color:tan}}';
    const text = withoutRulesFor(css, new Set(['.teacher', '#late']));
    expect(text.replace(/\s+/g, ' ')).toBe(
      'li:not(.b) { color: red; } * { color: #00f; } @scope (ul) { i { color: tan; } } ',
    );
  });

  test.each([
    ':is(.teacher, b)',
    ':where(b, :is(i, #late))',
    'p:has(> .teacher, > b)',
    'li:nth-child(2 of .teacher, b)',
  ])('does not name what is left out beside what is not: %s', (selector) => {
    const text = withoutRulesFor(`${selector}{color:red}`, new Set(['.teacher', '#late']));
    expect(text).toMatch(/\bb\b[^{]*\{\s*color: ?red/);
    expect(text).not.toMatch(/teacher|late/);
  });
});
