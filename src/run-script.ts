import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// V8 optimises a function after a while, expecting it to run for long; most commands are over before that pays. Four times that while
// makes a check of 200 slides a sixth shorter, and longer work no longer. Later versions have one more compiler, and other names for it.
if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=300000');

/** What ran in this process, by the path of its file. */
const scripts = new Map<string, Script>();

/**
 * Runs a script of the bundle, which is a function, in ASCII, of the modules it imports and of how it imports more; returns what that
 * exports. What V8 once made of it lies beside it and saves compiling it anew: Node 20 can do that for scripts, not for modules.
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
  scripts.set(path, script);
  return script.runInThisContext()(imports, importLater);
}

/** Writes what V8 has compiled so far beside the scripts that ran. Only `npm run compile` does that, when it has built them. */
export function keepCompiled(): void {
  for (const [path, script] of scripts) {
    const code = script.createCachedData();
    writeFileSync(compiledPath(path), Buffer.concat([seal(readFileSync(path), code), code]));
  }
}

/** Undefined where none can be read, or it does not bear its seal. Whether its flags are this V8's, V8 sees itself. */
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

/** V8 trusts compiled code: of the source it compares the length alone, and a byte that flipped could end the process. */
function seal(source: Buffer, code: Buffer): Buffer {
  const { version, arch, platform } = process;
  return createHash('sha256').update(`${version} ${arch} ${platform}`).update(source).update(code).digest();
}

function compiledPath(path: string): string {
  return `${path}.compiled`;
}
