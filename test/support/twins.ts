import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { shareOf } from './share.js';

/** The folder `test/fixtures/<stage>`, absolute. */
export function fixtureFolder(stage: string): string {
  return fileURLToPath(new URL(`../fixtures/${stage}`, import.meta.url));
}

/**
 * One test a file `<case>.md` of a stage: what `outcome` makes of it must equal its twin `<case>.<extension>`, which one can open. With
 * `nth` above 1 the quick tests try every so many of them alone.
 */
export function testTwins(
  stage: string,
  extension: string,
  outcome: (text: string, file: string) => string | Promise<string>,
  nth = 1,
): void {
  const folder = fixtureFolder(stage);
  const cases = readdirSync(folder).filter((file) => file.endsWith('.md'));
  for (const name of shareOf(cases, nth)) {
    const file = join(folder, name);
    const twin = join(folder, `${basename(name, '.md')}.${extension}`);
    test(`${stage}: ${basename(name, '.md')}`, async () => {
      await expect(await outcome(readFileSync(file, 'utf8'), file)).toMatchFileSnapshot(twin);
    });
  }
}
