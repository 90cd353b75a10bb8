import { setAbbreviations } from './passes/abbreviations.js';
import { showAnswers } from './passes/answers.js';
import { keepForAudience } from './passes/audience.js';
import { setCallouts } from './passes/callouts.js';
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
import { openTemplates } from './passes/open-templates.js';
import { applyOwnStyles } from './passes/own-styles.js';
import { keepPageNames } from './passes/page-names.js';
import { listParagraphs } from './passes/paragraphs.js';
import { setPhoto } from './passes/photo-slide.js';
import { captionPictures } from './passes/picture-captions.js';
import { gridPictures } from './passes/picture-grid.js';
import { setPictures } from './passes/pictures.js';
import { setQrCodes } from './passes/qr-codes.js';
import { setQuestions } from './passes/questions.js';
import { setQuotations } from './passes/quotations.js';
import { setRawCode } from './passes/raw-code.js';
import { tameRawHtml } from './passes/raw-html.js';
import { replaceRemote } from './passes/remote-resources.js';
import { leaveRoomForMarks } from './passes/room-for-marks.js';
import { setAsRunningText } from './passes/running-text.js';
import { listSince } from './passes/since.js';
import { listSources } from './passes/sources.js';
import { setStyles } from './passes/styles.js';
import { setTables } from './passes/tables.js';
import { setTypography } from './passes/typography.js';
import { setVoices, writeVoices } from './passes/voices.js';
import type { View } from './slide-document.js';
import type { Pass } from './slide-tree.js';

const everywhere: readonly View[] = ['stage', 'text', 'whole'];
const stage: readonly View[] = ['stage'];
const running: readonly View[] = ['text', 'whole'];
const forReader: readonly View[] = ['stage', 'text'];

/**
 * What happens to a slide's tree, in order, and in which views: what the author asked for, what may stay, then how it is set. Styles of
 * our own are applied in running text a second time, since it drops those of the stage between.
 */
const passes: readonly (readonly [pass: Pass, views: readonly View[]])[] = [
  [openTemplates, everywhere],
  [tieClaims, everywhere],
  [applyElementComments, everywhere],
  [showAnswers, stage],
  [keepForAudience, forReader],
  [leaveChartData, stage],
  [numberFootnotes, stage],
  [tameRawHtml, everywhere],
  [tameFrames, everywhere],
  [replaceRemote, everywhere],
  [setStyles, everywhere],
  [keepPageNames, stage],
  [leaveOutCostlyDrawings, stage],
  [setRawCode, everywhere],
  [setPictures, everywhere],
  [captionPictures, everywhere],
  [setPhoto, stage],
  [gridPictures, stage],
  [nameAssets, everywhere],
  [listSince, running],
  [listParagraphs, running],
  [setTypography, everywhere],
  [listSources, stage],
  [listSince, stage],
  [listParagraphs, stage],
  [showCoverage, stage],
  [setQrCodes, everywhere],
  [setCallouts, everywhere],
  [setColumns, stage],
  [setTables, everywhere],
  [numberLists, stage],
  [setQuotations, everywhere],
  [setQuestions, stage],
  [hangMarks, stage],
  [setVoices, stage],
  [writeVoices, running],
  [leaveRoomForMarks, stage],
  [setAbbreviations, stage],
  [orderFragments, stage],
  [setDirections, stage],
  [applyOwnStyles, everywhere],
  [setAsRunningText, running],
  [numberLists, running],
  [applyOwnStyles, running],
];

/** The passes of one view, in order. */
export function passesFor(view: View): readonly Pass[] {
  return passes.flatMap(([pass, views]) => (views.includes(view) ? [pass] : []));
}
