import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = new URL('../..', import.meta.url).pathname;
const home = mkdtempSync(join(tmpdir(), 'package-test-'));
const modules = join(home, 'node_modules');
const own = join(modules, 'pilcrow');
const read = (path: string): Locked => JSON.parse(readFileSync(join(root, path), 'utf8'));
let tarball = '';

/** Runs a program in the folder that the package is installed in, which is no part of the repository. */
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: home, encoding: 'utf8', env: { ...process.env, PILCROW_BROWSER: 'bundled' } });

/** Packs the package, and lays it into an empty folder beside what it names as its dependencies, and nothing else. */
beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', home], { cwd: root });
  tarball = join(home, JSON.parse(packed.toString())[0].filename);
  execFileSync('tar', ['-xzf', tarball, '-C', home]);
  mkdirSync(join(modules, '.bin'), { recursive: true });
  cpSync(join(home, 'package'), own, { recursive: true });
  rmSync(join(home, 'package'), { recursive: true });
  // npm does so with what a package offers as a command.
  chmodSync(join(own, 'dist/lib/cli.js'), 0o755);
  symlinkSync('../pilcrow/dist/lib/cli.js', join(modules, '.bin', 'pilcrow'));
  for (const path of installed()) {
    const place = join(home, path);
    if (existsSync(place) || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, path), place);
  }
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** All that npm installs with the package, by the lock. */
function installed(): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const seen = new Set<string>();
  const waiting = [packages[''] ?? {}].flatMap(namesOf);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const path = `node_modules/${name}`;
    if (seen.has(path) || !(path in packages)) continue;
    seen.add(path);
    waiting.push(...namesOf(packages[path] ?? {}));
  }
  return [...seen].sort();
}

function namesOf({ dependencies, optionalDependencies }: Locked): readonly string[] {
  return Object.keys({ ...dependencies, ...optionalDependencies });
}

describe('the package', () => {
  test('weighs no more than 8 MB, with documents and gallery and without what is not for users', () => {
    expect(statSync(tarball).size).toBeLessThan(8_000_000);
    const files = readdirSync(own, { recursive: true }).map(String);
    expect(files).toEqual(
      expect.arrayContaining(['docs/start.md', 'slides/gallery/deck.md', 'THIRD-PARTY.md', 'LICENSE']),
    );
    expect(files.filter((file) => /^(src|test|scripts)\b|belarus-|\.jpe?g$/.test(file))).toEqual([]);
  });

  test('installs no more than 300 MB with all that it names, the browser among it', () => {
    const folders = [own, ...installed().map((path) => join(root, path))].filter((folder) => existsSync(folder));
    const bytes = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(join(entry.parentPath, entry.name)).size),
    );
    const sum = bytes.reduce((one, other) => one + other, 0);
    expect(sum).toBeGreaterThan(150_000_000);
    expect(sum).toBeLessThan(300_000_000);
  });

  test('loads nothing that it does not name as a dependency', () => {
    const named = new Set(namesOf(read('package.json')));
    const foreign = readdirSync(join(own, 'dist/lib'), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => importsIn(readFileSync(join(own, 'dist/lib', file), 'utf8')))
      .filter((name) => !named.has(name));
    expect([...new Set(foreign)]).toEqual([]);
  });

  test('makes a deck in an empty folder, checks and prints it', () => {
    expect(run('npx', '--no-install', 'pilcrow', 'new', 'harbours', '--lang', 'en')).toContain('pilcrow');
    expect(run('npx', '--no-install', 'pilcrow', 'check', 'harbours')).toContain('nothing found');
    run('npx', '--no-install', 'pilcrow', 'export', 'harbours', '--to', 'html,pdf');
    expect(readFileSync(join(home, 'dist/export/harbours/slides.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  }, 120_000);

  // What is bundled runs otherwise than the source: a package may do something while it is loaded.
  test('reads references of BibTeX and RIS, and sources of Word, an e-book and a PDF', () => {
    const bibliography = join(root, 'test/fixtures/bibliography');
    for (const [file, kind] of [
      ['better-bibtex.bib', 'bib'],
      ['zotero.ris', 'ris'],
    ] as const) {
      const name = `cited-${kind}`;
      run('npx', '--no-install', 'pilcrow', 'new', name, '--lang', 'en');
      cpSync(join(bibliography, file), join(home, name, `references.${kind}`));
      expect(run('npx', '--no-install', 'pilcrow', 'check', name, '--no-browser')).toContain('nothing found');
    }
    const made = join(root, 'test/fixtures/sources-made');
    for (const kind of ['docx', 'epub', 'pdf']) {
      const file = readdirSync(made).find((one) => one.endsWith(`.${kind}`)) ?? '';
      cpSync(join(made, file), join(home, file));
      run('npx', '--no-install', 'pilcrow', 'new', `from-${kind}`, '--from', file);
      expect(readFileSync(join(home, `from-${kind}`, 'deck.md'), 'utf8')).toContain('layout=quote');
    }
  }, 120_000);

  test('draws every figure of the gallery', () => {
    cpSync(join(own, 'slides/gallery'), join(home, 'gallery'), { recursive: true });
    run('npx', '--no-install', 'pilcrow', 'build', 'gallery');
    expect(readFileSync(join(home, 'dist/site/gallery/index.html'), 'utf8')).toContain('<svg');
  }, 120_000);
});

/** The packages that a built file imports statically, later, or by `require`. */
function importsIn(text: string): readonly string[] {
  const found = text.matchAll(/(?:^import\s[^'"]*|^\}? from |\bimport\(|^import )["']([@a-z][\w@/.-]*)["']/gm);
  return [...found].flatMap(([, specifier = '']) => {
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    return isBuiltin(specifier) || specifier.startsWith('node:') ? [] : [name];
  });
}
