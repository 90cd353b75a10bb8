import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from './package-folder.js';

/**
 * What tells this build of the package, and the packages installed with it, from any other. Undefined where the command runs from its
 * sources, which may change meanwhile: then no earlier output is used again.
 */
export function packageFingerprint(): string | undefined {
  if (!/\/dist\/lib\//.test(import.meta.url)) return undefined;
  const folder = packageFolder();
  const [lib, client] = [join(folder, 'dist/lib'), join(folder, 'dist/client')];
  const hash = createHash('sha256');
  const add = (file: string): void => {
    try {
      hash.update(`${file}\n`).update(readFileSync(file));
    } catch {
      // Not there, which counts too.
      hash.update('\0');
    }
  };
  // A chunk's name has a hash of its content in it.
  hash.update(JSON.stringify([process.version, process.platform, process.arch, readdirSync(join(lib, 'chunks'))]));
  for (const name of ['cli.js', 'index.js']) add(join(lib, name));
  for (const entry of readdirSync(client, { withFileTypes: true })) if (entry.isFile()) add(join(client, entry.name));
  add(join(folder, 'package.json'));
  // What npm wrote about the packages it installed, here or beside this package.
  for (const place of [join(folder, 'node_modules'), dirname(folder)]) add(join(place, '.package-lock.json'));
  return hash.digest('hex');
}
