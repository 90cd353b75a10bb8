import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Effects } from '../system/effects.js';
import { shownPath } from './text-file.js';

/** What is read beside a deck, by its name alone. */
const ours = ['references.yaml', 'references.json', 'relations.yaml', 'style.css', 'evidence.lock.json', 'sources'];

/**
 * Says which files of a deck's folder have almost a name of ours, and are not read for that: `references.yml`, `Style.css`. Nothing
 * of one whose right name is there too.
 */
export async function checkFileNames(folder: string, effects: Effects): Promise<readonly Diagnostic[]> {
  const names = await effects.files.list(folder);
  return names.flatMap((name) => {
    const meant = ours.find((one) => one !== name && distance(one, name.toLowerCase()) <= (one.length > 8 ? 2 : 1));
    if (meant === undefined || names.includes(meant) || ours.includes(name)) return [];
    const place = { path: shownPath(join(folder, name), effects), line: 1 };
    const message = `\`${name}\` is not read: a deck's own file is called \`${meant}\`.`;
    return [
      { rule: 'file-name' as const, severity: 'warning' as const, message, place, cure: `Rename it to \`${meant}\`.` },
    ];
  });
}
