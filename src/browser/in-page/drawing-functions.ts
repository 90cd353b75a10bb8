import { bakeStyles } from './bake-styles.js';
import { colourLinks } from './colour-links.js';
import { fitDrawing } from './fit-drawing.js';
import { ownIds } from './own-ids.js';
import { setTimeline } from './set-timeline.js';
import { startOver } from './start-over.js';
import { tidyDiagram } from './tidy-diagram.js';

/** What the drawing page holds beside Mermaid, by name: what is serialised into a page takes no imports along. */
export const drawingFunctions = { bakeStyles, colourLinks, fitDrawing, ownIds, setTimeline, startOver, tidyDiagram };
