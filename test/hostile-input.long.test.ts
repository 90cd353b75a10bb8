import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hyphenated } from '../src/render/hyphens.js';
import { run } from './support/command.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-hostile-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What is said of a deck, as `line rule`, its cures and excerpts left out; `more` puts into its folder what no text can. */
async function saidOf(
  name: string,
  files: Readonly<Record<string, string>>,
  more: (folder: string) => void = () => undefined,
): Promise<readonly string[]> {
  const folder = join(root, 'slides', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  more(folder);
  const { printed, reported } = await run(['check', name, '--no-browser', '--quiet', '--format', 'json'], root);
  expect(reported).toEqual([]);
  const report: { readonly diagnostics: readonly { line: number; rule: string; message: string }[] } = JSON.parse(
    printed.join('\n'),
  );
  return report.diagnostics.map(({ line, rule, message }) => `${line} ${rule} ${message}`);
}
const deck = (body: string, settings = ''): Readonly<Record<string, string>> => ({
  'deck.md': `---\nlang: en\n${settings}---\n# Ports\n\n${body}\n`,
});

test.each([
  ['braces', `${'{'.repeat(10_000)}${'}'.repeat(10_000)}`],
  ['powers', `${'x^{'.repeat(3000)}${'}'.repeat(3000)}`],
])('a formula nested too deep, of %s, is an error of the deck', async (name, tex) => {
  expect(await saidOf(`formula-${name}`, deck(`$${tex}$`))).toEqual([
    '6 formula Formula not understood: it is nested too deep.',
  ]);
});

test('a separator that looks for itself for ever is left out, and the others hold', async () => {
  const settings = 'separator: "(a+)+$"\nverticalSeparator: "^==$"\n';
  expect(await saidOf('separator', deck(`${'a'.repeat(60)}b\n\n==\n\n## Second\n\n---\n\n## Third`, settings))).toEqual(
    ['3 setting-value `separator` takes more than 1 s to be looked for and is left out.'],
  );
});

test('a map of the same country a thousand times is a map of it', async () => {
  const map = (fit: string): string => `\`\`\`map {alt="Belarus"}\nfit: [${fit}]\n\`\`\``;
  expect(await saidOf('map', deck(map('BY,'.repeat(5000))))).toEqual([]);
});

test('names that every object of JavaScript has are names like others', async () => {
  const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];
  const attributes = names.map((name) => `${name}=x`).join(' ');
  const body = [
    `<p ${attributes}>Raw</p>`,
    `## Second {${attributes}}`,
    `![A quay](quay.svg){${attributes}}`,
    ...names.map((name) => `*[${name}]: A word\n\n- ${name} [@${name}, ¶1]\n\n[^${name}]\n\n[^${name}]: A foot`),
    `| ${names.join(' | ')} |\n|${'---|'.repeat(names.length)}\n| ${names.join(' | ')} |`,
    ...names.map((name) => `\`\`\`${name} {${attributes}}\na\n\`\`\``),
    ...names.map((name) => `::: ${name} {${attributes}}\nText\n:::`),
    `\`\`\`relations\nshow: [${names.join(', ')}]\nlayout: lanes\n\`\`\``,
  ].join('\n\n');
  const said = await saidOf('names', {
    ...deck(body, `rules: { ${names.map((name) => `${name}: off`).join(', ')} }\n`),
    'quay.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'references.yaml': names.map((name) => `- { id: ${name}, title: T, issued: { date-parts: [[2020]] } }\n`).join(''),
    'relations.yaml': `actors:\n${names.map((name) => `  ${name}: { name: ${name} }\n`).join('')}kinds:\n  toString: { name: k, line: solid, sentence: "{from} {to}" }\nrelations:\n  - { id: valueOf, from: constructor, to: toString, kind: toString, what: w, cite: inference }\n`,
  });
  expect(said.length).toBeGreaterThan(0);
});

describe('YAML that contains itself is an error at the alias', () => {
  const endless = (of: string): string =>
    `This is not valid YAML: \`*${of}\` stands within \`&${of}\`, so the value contains itself.`;
  test.each([
    ['a setting that is none', 'x: &a [*a]', '3 yaml'],
    ['an option of Reveal', 'revealOptions: &a\n  x: { y: *a }', '4 yaml'],
    ['a setting of the wrong kind', 'title: &a [*a]', '3 yaml'],
    ['levels of rules', 'rules: &a { overflow: *a }', '3 yaml'],
  ])('in front matter: %s', async (name, setting, said) => {
    expect(await saidOf(`endless-${name}`, deck('Text', `${setting}\n`))).toContain(`${said} ${endless('a')}`);
  });

  test('in references, relations and what is typed into fences', async () => {
    const body = '```map\nfit: &a [*a]\n```\n\n```relations\nshow: &b { x: [*b] }\n```';
    const said = await saidOf('endless-files', {
      ...deck(body),
      'references.yaml': '- &c\n  id: a\n  custom: *c\n',
      'relations.yaml': 'actors: &d\n  a: *d\n',
    });
    expect(said).toEqual([
      `7 yaml ${endless('a')}`,
      `11 yaml ${endless('b')}`,
      `3 yaml ${endless('c')}`,
      `2 yaml ${endless('d')}`,
    ]);
  });

  test('and one nested a thousand deep', async () => {
    const value = `${'['.repeat(1000)}${']'.repeat(1000)}`;
    expect(await saidOf('deep-yaml', deck('Text', `x: ${value}\n`))).toContain(
      '3 yaml This is not valid YAML: it is nested too deep.',
    );
  });
});

describe('only regular files of a size their kind may have are read', () => {
  const pipe = (file: string): void => void execFileSync('mkfifo', [file]);
  const special = 'it is a pipe, a socket or a device, no regular file.';

  test('pipes and devices are said where they are named', async () => {
    const body = '![Quay](p.png)\n\n<!-- include: part.md -->\n\n![Zero](zero.svg)\n\n[All](rest.zip)';
    const files = { ...deck(body, 'css: own.css\nscripts: own.js\n'), 'style.css': '@import "more.css";' };
    const said = await saidOf('special', files, (folder) => {
      for (const name of ['p.png', 'own.css', 'own.js', 'more.css', 'references.yaml', 'relations.yaml'])
        pipe(join(folder, name));
      mkdirSync(join(folder, 'sources'));
      pipe(join(folder, 'sources', 'a.md'));
      for (const name of ['part.md', 'zero.svg', 'rest.zip']) symlinkSync('/dev/zero', join(folder, name));
    });
    const at = 'slides/special/';
    expect(said).toEqual(
      expect.arrayContaining([
        `3 file-unread ${at}own.css is not read: ${special}`,
        `4 file-unread ${at}own.js is not read: ${special}`,
        `8 file-unread ${at}p.png is not read: ${special}`,
        `10 file-unread ${at}part.md is not read: ${special}`,
        `12 file-unread ${at}zero.svg is not read: ${special}`,
        `14 file-unread ${at}rest.zip is not read: ${special}`,
        `1 file-unread ${at}more.css is not read: ${special}`,
        `1 file-unread ${at}references.yaml is not read: ${special}`,
        `1 file-unread ${at}relations.yaml is not read: ${special}`,
        `1 file-unread ${at}sources/a.md is not read: ${special}`,
      ]),
    );
  });

  test('a deck that is a pipe itself is one', async () => {
    const said = await saidOf('pipe', {}, (folder) => pipe(join(folder, 'deck.md')));
    expect(said).toEqual([`1 deck-failed slides/pipe/deck.md is not read: ${special}`]);
  });

  test('a text and a picture may be so large, a film larger', async () => {
    const body =
      '<!-- include: part.md -->\n\n<!-- include: words.md -->\n\n![Quay](quay.png)\n\n<video src="film.mp4"></video>';
    const said = await saidOf('large', deck(body), (folder) => {
      for (const [name, size] of [
        ['part.md', 17],
        ['quay.png', 65],
        ['film.mp4', 420],
      ] as const) {
        writeFileSync(join(folder, name), '');
        truncateSync(join(folder, name), size * 2 ** 20);
      }
      writeFileSync(join(folder, 'words.md'), 'a '.repeat(2.5 * 2 ** 20));
    });
    const at = 'slides/large/';
    expect(said).toEqual([
      `6 file-unread ${at}part.md is not read: it has 17 MB, and a text may have 16 MB.`,
      `8 file-unread ${at}words.md is not read: it has 5 MB, and a text may have 4 MB.`,
      `10 file-unread ${at}quay.png is not read: it has 65 MB, and a file of its kind may have 64 MB.`,
    ]);
  });

  test('pictures that stand in a text as data may make it larger', async () => {
    const picture = `![Quay](data:image/png;base64,${'A'.repeat(5 * 2 ** 20)})`;
    expect(await saidOf('data', deck(picture))).toEqual([]);
  });

  test('a link that leads to itself is said where it is named', async () => {
    const said = await saidOf('loop', deck('![Quay](loop.png)'), (folder) =>
      symlinkSync('loop.png', join(folder, 'loop.png')),
    );
    expect(said).toEqual([
      expect.stringMatching(/^6 file-unread slides\/loop\/loop\.png is not read: it cannot be: .*lead back/),
    ]);
  });

  test('a name that no file can have names none', async () => {
    const name = `${'a'.repeat(300)}.png`;
    const said = await saidOf('long-name', deck(`![Quay](${name})`));
    expect(said).toEqual([`6 image-missing There is no file slides/long-name/${name}.`]);
  });
});

describe('drawings that draw themselves without end are left out', () => {
  const rows = Array.from({ length: 9 }, (_, row) => `<g id="r${row + 1}">${`<use href="#r${row}"/>`.repeat(10)}</g>`);
  const svg = (parts: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><g id="r0"><path d="M0 0h9"/></g>${parts}</defs><use href="#r9"/></svg>`;

  test('in a file and on the slide', async () => {
    const drawing = svg(rows.join(''));
    expect(await saidOf('uses', { ...deck(`![Quay](a.svg)\n\n${drawing}`), 'a.svg': drawing })).toEqual([
      '6 image-costly The <use>s of slides/uses/a.svg draw more than 100,000 elements; the picture is left out.',
      '8 image-costly The <use>s of this drawing draw more than 100,000 elements; they are left out.',
    ]);
  });

  test('not those that use what they need, or name themselves', async () => {
    const few = svg(`<g id="r9">${'<use href="#r0"/>'.repeat(1000)}<use href="#r9"/></g>`);
    expect(await saidOf('few-uses', { ...deck(`![Quay](a.svg)\n\n${few}`), 'a.svg': few })).toEqual([]);
  });
});

test('names that would hide parts of the page from its scripts are left out', async () => {
  const body = [
    '<form name=body><input name=attributes><input name=vote></form>',
    '<iframe name=demo></iframe> <object id=head></object>',
    '<p id=title name=title>Ports</p>',
  ].join('\n\n');
  const why = 'is left out: the page has a part of that name, which it would hide from scripts.';
  expect(await saidOf('clobbered', deck(body))).toEqual([
    `6 raw-script The name "body" of <form> ${why}`,
    `6 raw-script The name "attributes" of <input> ${why}`,
    `8 raw-script The id "head" of <object> ${why}`,
  ]);
});

test.each(['index.html', 'Assets', 'con', 'lpt1.talk', `${'a'.repeat(201)}`])(
  'a deck called %s has no place for its outputs',
  async (name) => {
    expect((await saidOf(name, deck('Text'))).map((line) => line.slice(0, 22))).toEqual(['1 deck-name The deck i']);
  },
);

test('a deck that cannot be made is a finding of its own, and the others are checked', async () => {
  for (const [name, body] of [
    ['one', '# One'],
    ['three', '# Three'],
  ] as const) {
    mkdirSync(join(root, 'some', name), { recursive: true });
    writeFileSync(join(root, 'some', name, 'deck.md'), `---\nlang: en\n---\n${body}\n`);
  }
  mkdirSync(join(root, 'some/two'));
  writeFileSync(join(root, 'some/two/deck.md'), Buffer.from([0x89, 0, 0xff, 0, 0xfe, 0]));
  const { code, printed, reported } = await run(
    ['check', 'some/one', 'some/two', 'some/three', '--no-browser', '--quiet'],
    root,
  );
  expect({ code, reported, printed: printed.filter((line) => !/^ +\d* \|/.test(line)) }).toEqual({
    code: 1,
    reported: [],
    printed: [
      expect.stringMatching(/^some\/two\/deck\.md:1:1 error deck-failed some\/two\/deck\.md is no Markdown/),
      'some/two/deck.md: 1 error',
    ],
  });
});

test('outputs go to no file and no device', async () => {
  const { code, reported } = await run(['build', 'some/one', '--out', '/dev/null'], root);
  expect({ code, reported }).toEqual({
    code: 2,
    reported: [
      'pilcrow: --out /dev/null is a pipe, a socket or a device, expected a folder. Name one; it is made where there is none.',
    ],
  });
});

test('a word of a hundred thousand letters is divided by no pattern', async () => {
  const before = process.cpuUsage();
  const word = 'ab'.repeat(50_000);
  expect(await hyphenated(word, 'en')).toBe(word);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
});
