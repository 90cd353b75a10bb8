import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';

/** What ran in this process, by the path of its file. */
const scripts = new Map<string, { readonly source: Buffer; readonly script: Script }>();

/**
 * Runs a script of the bundle, in ASCII, a function of the modules it imports and of how it imports more, and returns what it exports. What V8
 * once made of it lies beside it (`keepCompiled`) and saves compiling it anew; Node 20 can do that for scripts, not for modules.
 */
export function runScript(
  path: string,
  imports: readonly object[],
  importLater: (chunk: string) => Promise<unknown>,
): Record<string, unknown> {
  const source = readFileSync(path);
  const cachedData = compiledCode(path, source);
  const script = new Script(source.toString('latin1'), {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  scripts.set(path, { source, script });
  return script.runInThisContext()(imports, importLater);
}

/** Writes down what V8 has compiled so far of the scripts that ran; `npm run compile` ends with it, and nothing else calls it. */
export function keepCompiled(): void {
  for (const [path, { source, script }] of scripts) {
    const code = script.createCachedData();
    writeFileSync(compiledPath(path), Buffer.concat([seal(source, code), code]));
  }
}

/** Undefined where none can be read, or it does not bear its seal. V8 itself sees to its flags. */
function compiledCode(path: string, source: Buffer): Buffer | undefined {
  let kept: Buffer;
  try {
    kept = readFileSync(compiledPath(path));
  } catch {
    // It only saves time, so that nobody need know.
    return undefined;
  }
  const code = kept.subarray(sealLength);
  return seal(source, code).equals(kept.subarray(0, sealLength)) ? code : undefined;
}

const sealLength = 32;

/** V8 trusts compiled code: of the source it compares nothing but the length, and a byte that flipped could end the process. */
function seal(source: Buffer, code: Buffer): Buffer {
  const { version, arch, platform } = process;
  return createHash('sha256').update(`${version} ${arch} ${platform}`).update(source).update(code).digest();
}

function compiledPath(path: string): string {
  return `${path}.compiled`;
}
