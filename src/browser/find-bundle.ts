import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The archives of @sparticuz/chromium, and its version. */
export interface Bundle {
  readonly archives: string;
  readonly version: string;
}

/** Undefined where the package is not installed, or does not fit the machine: it is for Linux on x64. */
export function findBundle(): Bundle | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let folder: string;
  try {
    folder = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
  } catch {
    return undefined;
  }
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { archives: join(folder, 'bin'), version: manifest.version };
}
