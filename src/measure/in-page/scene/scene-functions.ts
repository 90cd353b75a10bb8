import { sceneBullets } from './scene-bullets.js';
import { sceneDrawings } from './scene-drawings.js';
import { sceneLetters } from './scene-letters.js';
import { sceneMaths } from './scene-maths.js';
import { scenePaint } from './scene-paint.js';
import { scenePictures } from './scene-pictures.js';
import { sceneRuns } from './scene-runs.js';
import { sceneSteps } from './scene-steps.js';
import { sceneStyles } from './scene-styles.js';
import { sceneTables } from './scene-tables.js';
import { sceneTexts } from './scene-texts.js';
import { sceneValues } from './scene-values.js';
import { sceneWords } from './scene-words.js';

/** What nobody sees, and what is a picture rather than words; selectors. */
export const sceneKinds = {
  skipped: 'aside.notes, template, script, style, noscript, link, meta, .katex-mathml, datalist',
  pictured:
    'img, svg, video, canvas, iframe, object, embed, audio, picture, math, input, meter, progress, select, textarea, [data-photographed]',
};

/** What the page holds for `readScene`, by name: what is serialised into a page takes no imports along. */
export const sceneFunctions = {
  sceneBullets,
  sceneDrawings,
  sceneLetters,
  sceneMaths,
  scenePaint,
  scenePictures,
  sceneRuns,
  sceneSteps,
  sceneStyles,
  sceneTables,
  sceneTexts,
  sceneValues,
  sceneWords,
};

export type ScenePage = typeof sceneFunctions & { readonly sceneKinds: typeof sceneKinds };
