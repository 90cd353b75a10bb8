import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Effects } from '../system/effects.js';
import { readTextFile } from './text-file.js';
import { isMapping, type Mapping, readYaml, type YamlText } from './yaml.js';

/** What reveal-md's own files beside a deck say, beneath its front matter. */
export interface RevealMdFiles {
  /** `reveal-md.json`: settings as in the front matter. */
  readonly settings?: Mapping;
  /** `reveal.json`: what stands under `revealOptions:`. */
  readonly options?: Mapping;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `reveal-md.json` and `reveal.json` beside a deck; reveal-md looks for them where it is started, which is there for nearly
 * all (reveal-md's README, "Options"). Files that are not there leave their part out; broken ones are errors at their place.
 */
export async function readRevealMdFiles(folder: string, effects: Effects): Promise<RevealMdFiles> {
  const settings = await readObject('reveal-md.json', folder, effects);
  const options = await readObject('reveal.json', folder, effects);
  return {
    ...(settings?.mapping === undefined ? {} : { settings: settings.mapping }),
    ...(options?.mapping === undefined ? {} : { options: options.mapping }),
    diagnostics: [...(settings?.diagnostics ?? []), ...(options?.diagnostics ?? [])],
  };
}

async function readObject(
  name: string,
  folder: string,
  effects: Effects,
): Promise<{ readonly mapping?: Mapping; readonly diagnostics: readonly Diagnostic[] } | undefined> {
  const file = await readTextFile(join(folder, name), effects);
  if (file === undefined) return undefined;
  const yaml = readYaml(file.text, file.path, 1);
  if (yaml.diagnostics.length > 0) return { diagnostics: yaml.diagnostics };
  if (isMapping(yaml)) return { mapping: yaml, diagnostics: [] };
  const message = 'The file holds no object with settings.';
  return { diagnostics: [{ rule: 'yaml', severity: 'error', message, place: { path: file.path, line: 1 } }] };
}

/** The front matter over reveal-md's files; each value keeps the place where it stands. Undefined where none of them is there. */
export function overRevealMdFiles(
  own: Mapping | undefined,
  { settings: file, options: reveal }: RevealMdFiles,
): Mapping | undefined {
  if (file === undefined && reveal === undefined) return own;
  const value = { ...file?.value, ...own?.value };
  const given = 'revealOptions' in value ? value.revealOptions : undefined;
  const revealOptions = reveal === undefined ? given : { ...reveal.value, ...(typeof given === 'object' ? given : {}) };
  const whose = (keys: readonly PropertyKey[]): readonly [YamlText | undefined, readonly PropertyKey[]] => {
    const [key = '', option = ''] = keys;
    const chosen = own !== undefined && key in own.value ? own : file;
    if (key !== 'revealOptions' || reveal === undefined) return [chosen, keys];
    return typeof given === 'object' && given !== null && option in given ? [chosen, keys] : [reveal, keys.slice(1)];
  };
  const placeIn = (of: 'placeOf' | 'placeOfKey') => (keys: readonly PropertyKey[]) => {
    const [yaml, path] = whose(keys);
    return (yaml ?? own ?? file ?? reveal)?.[of](path) ?? { path: '', line: 1 };
  };
  return {
    value: revealOptions === undefined ? value : { ...value, revealOptions },
    placeOf: placeIn('placeOf'),
    placeOfKey: placeIn('placeOfKey'),
    hiddenBehind: (keys) => {
      const [yaml, path] = whose(keys);
      return yaml?.hiddenBehind(path);
    },
    diagnostics: [],
  };
}
