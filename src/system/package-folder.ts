import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** The folder of this package, absolute: what was built with it lies in its `dist`, wherever this module was bundled to. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The version of this package, as its manifest has it. */
export function packageVersion(): string {
  return manifest().version;
}

/**
 * "mermaid 11.16.0": a package this one is made of, with its version. Versions are exact in the manifest, so it says what is installed, or
 * what was when the package was built.
 */
export function dependencyVersion(name: string): string {
  const { dependencies, devDependencies } = manifest();
  const version = dependencies[name] ?? devDependencies[name];
  if (version === undefined) throw new Error(`${name} is no dependency of this package`);
  return `${name} ${version}`;
}

/** The bytes of a file that was built with this package, by its path in `dist`. */
export function builtBytes(path: string): Buffer {
  return readFileSync(join(packageFolder(), 'dist', path));
}

/** The bytes of a file that an installed package brings: `dependencyBytes('world-atlas/countries-110m.json')`. */
export function dependencyBytes(specifier: string): Buffer {
  return readFileSync(require.resolve(specifier));
}

/** Whether an installed package brings such a file. */
export function hasDependencyFile(specifier: string): boolean {
  try {
    require.resolve(specifier);
    return true;
  } catch {
    return false;
  }
}

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'));
}
