import { setAbbreviations } from './passes/abbreviations.js';
import { showAnswers } from './passes/answers.js';
import { keepForAudience } from './passes/audience.js';
import { leaveChartData } from './passes/chart-data.js';
import { tieClaims } from './passes/claims.js';
import { setColumns } from './passes/columns.js';
import { leaveOutCostlyDrawings } from './passes/costly-drawings.js';
import { showCoverage } from './passes/coverage.js';
import { setDirections } from './passes/directions.js';
import { applyElementComments } from './passes/element-comments.js';
import { numberFootnotes } from './passes/footnote-numbers.js';
import { orderFragments } from './passes/fragments.js';
import { tameFrames } from './passes/frames.js';
import { nameAssets } from './passes/local-assets.js';
import { hangMarks } from './passes/marks.js';
import { numberLists } from './passes/number-lists.js';
import { applyOwnStyles } from './passes/own-styles.js';
import { keepPageNames } from './passes/page-names.js';
import { listParagraphs } from './passes/paragraphs.js';
import { setPictures } from './passes/pictures.js';
import { setQuestions } from './passes/questions.js';
import { setQuotations } from './passes/quotations.js';
import { setRawCode } from './passes/raw-code.js';
import { tameRawHtml } from './passes/raw-html.js';
import { replaceRemote } from './passes/remote-resources.js';
import { leaveRoomForMarks } from './passes/room-for-marks.js';
import { listSince } from './passes/since.js';
import { listSources } from './passes/sources.js';
import { setStyles } from './passes/styles.js';
import { setTables } from './passes/tables.js';
import { setTypography } from './passes/typography.js';
import { setVoices } from './passes/voices.js';
import type { Pass } from './slide-tree.js';

/** What happens to a slide's tree, in order: what the author asked for, what may stay, then how it is set. */
export const passes: readonly Pass[] = [
  tieClaims,
  applyElementComments,
  showAnswers,
  keepForAudience,
  leaveChartData,
  numberFootnotes,
  tameRawHtml,
  tameFrames,
  replaceRemote,
  setStyles,
  keepPageNames,
  leaveOutCostlyDrawings,
  setRawCode,
  setPictures,
  nameAssets,
  setTypography,
  listSources,
  listSince,
  listParagraphs,
  showCoverage,
  setColumns,
  setTables,
  numberLists,
  setQuotations,
  setQuestions,
  hangMarks,
  setVoices,
  leaveRoomForMarks,
  setAbbreviations,
  orderFragments,
  setDirections,
  applyOwnStyles,
];
