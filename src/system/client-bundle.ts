import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DeckError } from '../error.js';
import type { ClientBundle, ScriptAndStyle } from '../model.js';

/** Reads what `vite build` made for the reader's browser. `folder` is `dist/client`. */
export async function loadClientBundle(folder: string): Promise<ClientBundle> {
  const read = async (name: string): Promise<string> => {
    const file = resolve(folder, name);
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      throw new DeckError(
        'not-built',
        `${file} is missing: what runs in the browser is not built. Run \`npx vite build\`.`,
        {
          cause: error,
        },
      );
    }
  };
  const both = async (name: string): Promise<ScriptAndStyle> => {
    const [script, style] = await Promise.all([read(`${name}.js`), read(`${name}.css`)]);
    return { script, style };
  };
  const [deck, speaker, onDemand, whole, paperStyle, mathStyle, glyphs] = await Promise.all([
    both('deck'),
    both('speaker'),
    both('on-demand'),
    read('whole.js'),
    read('paper.css'),
    read('katex.css'),
    read('glyphs.json'),
  ]);
  return {
    folder: resolve(folder),
    ...deck,
    paperStyle,
    mathStyle,
    glyphs: new Set<number>(JSON.parse(glyphs)),
    speaker,
    onDemand,
    whole,
  };
}
