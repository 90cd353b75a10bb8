import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DeckError } from '../error.js';
import type { ClientBundle } from '../model.js';

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
  const [script, style, paperStyle, mathStyle, speakerScript, speakerStyle, glyphs] = await Promise.all(
    ['deck.js', 'deck.css', 'paper.css', 'katex.css', 'speaker.js', 'speaker.css', 'glyphs.json'].map(read),
  );
  return {
    folder: resolve(folder),
    script: script ?? '',
    style: style ?? '',
    paperStyle: paperStyle ?? '',
    mathStyle: mathStyle ?? '',
    glyphs: new Set<number>(JSON.parse(glyphs ?? '[]')),
    speaker: { script: speakerScript ?? '', style: speakerStyle ?? '' },
  };
}
