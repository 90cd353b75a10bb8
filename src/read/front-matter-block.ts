import type { Diagnostic } from '../model/diagnostic.js';
import { insteadOf, withoutEffect } from './foreign-settings.js';
import { revealOptionNames } from './reveal-options.js';
import { settingsSchema } from './settings-schema.js';
import { readTitleBlock } from './title-block.js';
import { isMapping, type Mapping, readYaml } from './yaml.js';

/** The front matter of a text, before it is interpreted. */
export interface FrontMatterBlock {
  /** Absent where there is no front matter, or it cannot be read. */
  readonly yaml?: Mapping;
  /** It is Pandoc's title block, and so the deck is divided by Pandoc's rule. */
  readonly isTitleBlock?: true;
  readonly bodyLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds and reads the block between a first line `---` and the next `---` or `...`, as Pandoc and reveal-md do. A first `---` that is
 * followed by anything but a YAML mapping is a slide separator; so is one with a blank line below it, unless a setting that is
 * known comes next, as reveal-md reads it. Pandoc's title block is front matter too.
 */
export function readFrontMatterBlock(text: string, path: string): FrontMatterBlock {
  const titleBlock = readTitleBlock(text, path);
  if (titleBlock !== undefined) return { ...titleBlock, isTitleBlock: true, diagnostics: [] };
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line));
  const first = lines.findIndex((line, index) => index > 0 && line.trim() !== '');
  const key = /^([\w-]+)[ \t]*:(\s|$)/.exec(lines[first] ?? '')?.[1];
  const opens = /^---[ \t]*$/.test(lines[0] ?? '') && (first === 1 || (key !== undefined && isKnown(key)));
  const none: FrontMatterBlock = { bodyLine: 1, diagnostics: [] };
  if (!opens) return none;
  if (end === -1) return { ...none, diagnostics: key === undefined ? [] : [unclosed(path)] };
  const yaml = readYaml(lines.slice(1, end).join('\n'), path, 2);
  const bodyLine = end + 2;
  if (yaml.diagnostics.length > 0) return key === undefined ? none : { bodyLine, diagnostics: yaml.diagnostics };
  if (yaml.value === null) return { ...none, bodyLine };
  return isMapping(yaml) ? { yaml, bodyLine, diagnostics: [] } : none;
}

function isKnown(key: string): boolean {
  return (
    [settingsSchema.shape, insteadOf, withoutEffect].some((table) => Object.hasOwn(table, key)) ||
    revealOptionNames.has(key)
  );
}

function unclosed(path: string): Diagnostic {
  return {
    rule: 'yaml',
    severity: 'error',
    message: 'The front matter is opened and never closed.',
    place: { path, line: 1 },
    cure: 'Put a line `---` after the last setting.',
  };
}
