import { bakeStyles } from './bake-styles.js';
import { colourLinks } from './colour-links.js';
import { decodeReferences } from './decode-references.js';
import { describeDiagram } from './describe-diagram.js';
import { fitDrawing } from './fit-drawing.js';
import { foldGraph } from './fold-graph.js';
import { foldTimeline } from './fold-timeline.js';
import { graphSteps } from './graph-steps.js';
import { growBoxes } from './grow-boxes.js';
import { hatchSlices } from './hatch-slices.js';
import { levelLinks } from './level-links.js';
import { liftLabels } from './lift-labels.js';
import { lostLabels } from './lost-labels.js';
import { markHues } from './mark-hues.js';
import { markSteps } from './mark-steps.js';
import { ownClasses } from './own-classes.js';
import { ownIds } from './own-ids.js';
import { partLabels } from './part-labels.js';
import { placePoints } from './place-points.js';
import { readStages } from './read-stages.js';
import { secondEdge } from './second-edge.js';
import { sequenceSteps } from './sequence-steps.js';
import { setBars } from './set-bars.js';
import { setGuillemets } from './set-guillemets.js';
import { setHeads } from './set-heads.js';
import { setLines } from './set-lines.js';
import { setMilestones } from './set-milestones.js';
import { setSequence } from './set-sequence.js';
import { setTimeline } from './set-timeline.js';
import { setTreemap } from './set-treemap.js';
import { setVenn } from './set-venn.js';
import { slideLabels } from './slide-labels.js';
import { startOver } from './start-over.js';
import { tidyDiagram } from './tidy-diagram.js';
import { tightenSequence } from './tighten-sequence.js';
import { timelineSteps } from './timeline-steps.js';
import { wrapWords } from './wrap-words.js';

/** What the drawing page holds beside Mermaid, by name: what is serialised into a page takes no imports along. */
export const drawingFunctions = {
  bakeStyles,
  colourLinks,
  decodeReferences,
  describeDiagram,
  fitDrawing,
  foldGraph,
  foldTimeline,
  graphSteps,
  growBoxes,
  hatchSlices,
  levelLinks,
  liftLabels,
  lostLabels,
  markHues,
  markSteps,
  ownClasses,
  ownIds,
  partLabels,
  placePoints,
  readStages,
  secondEdge,
  sequenceSteps,
  setBars,
  setGuillemets,
  setHeads,
  setLines,
  setMilestones,
  setSequence,
  setTimeline,
  setTreemap,
  setVenn,
  slideLabels,
  startOver,
  tidyDiagram,
  tightenSequence,
  timelineSteps,
  wrapWords,
};
