import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './command.js';

/** An example in a document: a fenced block. */
export interface DocumentExample {
  /** The document and the line the block begins on. */
  readonly at: string;
  readonly language: string;
  /** The file it is, where the fence names one. */
  readonly file?: string;
  readonly text: string;
}

/** The documents for authors, README among them; the examples of rules have a test of their own. */
export const documents: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md') && name !== 'rules.md')
    .map((name) => `docs/${name}`),
];

/** All fenced blocks of the documents, in order. */
export function documentExamples(): readonly DocumentExample[] {
  return documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const fences = text.matchAll(/^(?<fence>`{3,})(?<language>\w+)(?: (?<file>\S+))?\n(?<text>[\s\S]*?)^\k<fence>$/gm);
    return [...fences].map(({ index, groups = {} }) => ({
      at: `${document}:${text.slice(0, index).split('\n').length}`,
      language: groups.language ?? '',
      ...(groups.file === undefined ? {} : { file: groups.file }),
      text: groups.text ?? '',
    }));
  });
}

/** Writes the files that examples name into a folder: what the other examples stand beside. */
export function writeNamedFiles(folder: string): void {
  for (const { file, text } of documentExamples()) {
    if (file === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}
