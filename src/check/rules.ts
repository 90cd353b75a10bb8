import type { Rule } from './rule.js';
import { abbreviationDiffers } from './rules/abbreviation-differs.js';
import { abbreviationTwice } from './rules/abbreviation-twice.js';
import { abbreviationUndefined } from './rules/abbreviation-undefined.js';
import { altText } from './rules/alt-text.js';
import { anchor } from './rules/anchor.js';
import { blockAttributes } from './rules/block-attributes.js';
import { blockSurplus } from './rules/block-surplus.js';
import { blockUnclosed } from './rules/block-unclosed.js';
import { changedMeanwhile } from './rules/changed-meanwhile.js';
import { checkDisable } from './rules/check-disable.js';
import { choiceStated } from './rules/choice-stated.js';
import { citationStyle } from './rules/citation-style.js';
import { citationSyntax } from './rules/citation-syntax.js';
import { citationUnknown } from './rules/citation-unknown.js';
import { codeLanguage } from './rules/code-language.js';
import { commentUnclosed } from './rules/comment-unclosed.js';
import { coverageEmpty } from './rules/coverage-empty.js';
import { cutUnlisted } from './rules/cut-unlisted.js';
import { deckFailed } from './rules/deck-failed.js';
import { deckName } from './rules/deck-name.js';
import { deckNotReady } from './rules/deck-not-ready.js';
import { diagramAlt } from './rules/diagram-alt.js';
import { diagramConfig } from './rules/diagram-config.js';
import { diagramPicture } from './rules/diagram-picture.js';
import { diagramSize } from './rules/diagram-size.js';
import { diagramSteps } from './rules/diagram-steps.js';
import { diagramSyntax } from './rules/diagram-syntax.js';
import { diagramWidth } from './rules/diagram-width.js';
import { duplicateId } from './rules/duplicate-id.js';
import { duplicateTitle } from './rules/duplicate-title.js';
import { emptyDeck } from './rules/empty-deck.js';
import { emptyEdition } from './rules/empty-edition.js';
import { emptySlide } from './rules/empty-slide.js';
import { encoding } from './rules/encoding.js';
import { evidenceCount } from './rules/evidence-count.js';
import { evidenceDirection } from './rules/evidence-direction.js';
import { evidenceMissing } from './rules/evidence-missing.js';
import { evidenceNegation } from './rules/evidence-negation.js';
import { evidenceSpeaker } from './rules/evidence-speaker.js';
import { fenceUnclosed } from './rules/fence-unclosed.js';
import { fileLeftOut } from './rules/file-left-out.js';
import { fileMissing } from './rules/file-missing.js';
import { fileName } from './rules/file-name.js';
import { fileUnread } from './rules/file-unread.js';
import { footnoteUnused } from './rules/footnote-unused.js';
import { foreignNotes } from './rules/foreign-notes.js';
import { foreignSyntax } from './rules/foreign-syntax.js';
import { formula } from './rules/formula.js';
import { glyphMissing } from './rules/glyph-missing.js';
import { headingLength } from './rules/heading-length.js';
import { headingMissing } from './rules/heading-missing.js';
import { headingOrder } from './rules/heading-order.js';
import { iconFont } from './rules/icon-font.js';
import { imageCostly } from './rules/image-costly.js';
import { imageMissing } from './rules/image-missing.js';
import { include } from './rules/include.js';
import { languageMissing } from './rules/language-missing.js';
import { languageUnread } from './rules/language-unread.js';
import { leak } from './rules/leak.js';
import { linkBroken } from './rules/link-broken.js';
import { lockFormat } from './rules/lock-format.js';
import { lockStale } from './rules/lock-stale.js';
import { map } from './rules/map.js';
import { markdownInHtml } from './rules/markdown-in-html.js';
import { markerUnread } from './rules/marker-unread.js';
import { markupSlip } from './rules/markup-slip.js';
import { minTextSize } from './rules/min-text-size.js';
import { mixedAlphabets } from './rules/mixed-alphabets.js';
import { name } from './rules/name.js';
import { nesting } from './rules/nesting.js';
import { noAnchor } from './rules/no-anchor.js';
import { noQuestions } from './rules/no-questions.js';
import { notesMissing } from './rules/notes-missing.js';
import { nulByte } from './rules/nul-byte.js';
import { number } from './rules/number.js';
import { overflow } from './rules/overflow.js';
import { overlap } from './rules/overlap.js';
import { paragraphRange } from './rules/paragraph-range.js';
import { pdfArtifacts } from './rules/pdf-artifacts.js';
import { pdfBookmarks } from './rules/pdf-bookmarks.js';
import { pdfContrast } from './rules/pdf-contrast.js';
import { pdfDrawings } from './rules/pdf-drawings.js';
import { pdfFigures } from './rules/pdf-figures.js';
import { pdfFonts } from './rules/pdf-fonts.js';
import { pdfHeadings } from './rules/pdf-headings.js';
import { pdfLanguage } from './rules/pdf-language.js';
import { pdfLinks } from './rules/pdf-links.js';
import { pdfLists } from './rules/pdf-lists.js';
import { pdfMetadata } from './rules/pdf-metadata.js';
import { pdfMismatch } from './rules/pdf-mismatch.js';
import { pdfOrder } from './rules/pdf-order.js';
import { pdfTables } from './rules/pdf-tables.js';
import { pdfTags } from './rules/pdf-tags.js';
import { pdfTitle } from './rules/pdf-title.js';
import { questionAnswerMissing } from './rules/question-answer-missing.js';
import { questionAnswerOutside } from './rules/question-answer-outside.js';
import { questionAttributes } from './rules/question-attributes.js';
import { questionChoices } from './rules/question-choices.js';
import { quotation } from './rules/quotation.js';
import { quotationMark } from './rules/quotation-mark.js';
import { quotationTrimmed } from './rules/quotation-trimmed.js';
import { rawScript } from './rules/raw-script.js';
import { references } from './rules/references.js';
import { relationCitation } from './rules/relation-citation.js';
import { relations } from './rules/relations.js';
import { relationsAlike } from './rules/relations-alike.js';
import { relationsFit } from './rules/relations-fit.js';
import { relationsSteps } from './rules/relations-steps.js';
import { relationsView } from './rules/relations-view.js';
import { remoteResource } from './rules/remote-resource.js';
import { rightToLeft } from './rules/right-to-left.js';
import { scriptFailed } from './rules/script-failed.js';
import { separatorInHtml } from './rules/separator-in-html.js';
import { separatorUnread } from './rules/separator-unread.js';
import { settingValue } from './rules/setting-value.js';
import { slideValue } from './rules/slide-value.js';
import { sourceAbsent } from './rules/source-absent.js';
import { sourceLanguage } from './rules/source-language.js';
import { sourceText } from './rules/source-text.js';
import { sourceUnknown } from './rules/source-unknown.js';
import { styleSyntax } from './rules/style-syntax.js';
import { table } from './rules/table.js';
import { textContrast } from './rules/text-contrast.js';
import { theme } from './rules/theme.js';
import { timing } from './rules/timing.js';
import { undivided } from './rules/undivided.js';
import { unknownDirective } from './rules/unknown-directive.js';
import { unknownLayout } from './rules/unknown-layout.js';
import { unknownSetting } from './rules/unknown-setting.js';
import { unmarkedQuotation } from './rules/unmarked-quotation.js';
import { untrusted } from './rules/untrusted.js';
import { wordsPerSlide } from './rules/words-per-slide.js';
import { yaml } from './rules/yaml.js';

/** Every rule there is, in the order `docs/rules.md` lists them in; a diagnostic can name no other. */
export const rules = [
  yaml,
  unknownSetting,
  settingValue,
  theme,
  languageMissing,
  rightToLeft,
  encoding,
  nulByte,
  fileMissing,
  fileName,
  fileUnread,
  styleSyntax,
  include,
  deckName,
  emptyDeck,
  emptyEdition,
  cutUnlisted,
  checkDisable,
  unknownDirective,
  markerUnread,
  blockUnclosed,
  blockSurplus,
  blockAttributes,
  nesting,
  fenceUnclosed,
  commentUnclosed,
  separatorInHtml,
  separatorUnread,
  markdownInHtml,
  markupSlip,
  foreignNotes,
  foreignSyntax,
  undivided,
  unknownLayout,
  slideValue,
  duplicateId,
  footnoteUnused,
  abbreviationTwice,
  codeLanguage,
  formula,
  table,
  linkBroken,
  imageMissing,
  imageCostly,
  fileLeftOut,
  remoteResource,
  rawScript,
  untrusted,
  scriptFailed,
  changedMeanwhile,
  deckNotReady,
  deckFailed,
  pdfMismatch,
  evidenceMissing,
  citationSyntax,
  citationUnknown,
  paragraphRange,
  anchor,
  noAnchor,
  quotation,
  number,
  evidenceNegation,
  evidenceDirection,
  evidenceSpeaker,
  evidenceCount,
  quotationTrimmed,
  quotationMark,
  mixedAlphabets,
  abbreviationDiffers,
  choiceStated,
  languageUnread,
  sourceLanguage,
  name,
  unmarkedQuotation,
  sourceAbsent,
  sourceText,
  sourceUnknown,
  lockFormat,
  lockStale,
  coverageEmpty,
  references,
  citationStyle,
  diagramSyntax,
  diagramAlt,
  diagramSize,
  diagramWidth,
  diagramConfig,
  diagramPicture,
  diagramSteps,
  map,
  relations,
  relationCitation,
  relationsAlike,
  relationsView,
  relationsSteps,
  relationsFit,
  emptySlide,
  headingMissing,
  headingOrder,
  headingLength,
  wordsPerSlide,
  duplicateTitle,
  abbreviationUndefined,
  timing,
  notesMissing,
  questionAnswerMissing,
  questionAnswerOutside,
  questionAttributes,
  questionChoices,
  noQuestions,
  overflow,
  overlap,
  minTextSize,
  textContrast,
  glyphMissing,
  iconFont,
  altText,
  leak,
  pdfTags,
  pdfLanguage,
  pdfTitle,
  pdfMetadata,
  pdfHeadings,
  pdfLists,
  pdfTables,
  pdfFigures,
  pdfDrawings,
  pdfArtifacts,
  pdfLinks,
  pdfBookmarks,
  pdfOrder,
  pdfFonts,
  pdfContrast,
] as const;

/** The name of a rule, as messages, front matter and exceptions have it. */
export type RuleName = (typeof rules)[number]['name'];

const byName: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.name, rule]));

/** The rule of a name; undefined where there is none. */
export function ruleNamed(name: string): Rule | undefined {
  return byName.get(name);
}
