import { ruleNamed } from '../model/rules.js';
import type { Diagnostic, PdfReading, RuleName } from '../model.js';
import type { PdfFinding } from './finding.js';
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
import { pdfOrder } from './rules/pdf-order.js';
import { pdfTables } from './rules/pdf-tables.js';
import { pdfTags } from './rules/pdf-tags.js';
import { pdfTitle } from './rules/pdf-title.js';

/** What looks at a PDF that was read again, by the names of its rules. */
export const pdfChecks = {
  'pdf-tags': pdfTags,
  'pdf-language': pdfLanguage,
  'pdf-title': pdfTitle,
  'pdf-metadata': pdfMetadata,
  'pdf-headings': pdfHeadings,
  'pdf-lists': pdfLists,
  'pdf-tables': pdfTables,
  'pdf-figures': pdfFigures,
  'pdf-drawings': pdfDrawings,
  'pdf-artifacts': pdfArtifacts,
  'pdf-links': pdfLinks,
  'pdf-bookmarks': pdfBookmarks,
  'pdf-order': pdfOrder,
  'pdf-fonts': pdfFonts,
  'pdf-contrast': pdfContrast,
} satisfies Partial<Record<RuleName, (pdf: PdfReading) => readonly PdfFinding[]>>;

/** What the rules for PDFs find in one; `path` is what messages call it, and a place's line is its page. */
export function checkPdf(pdf: PdfReading, path: string): readonly Diagnostic[] {
  return Object.entries(pdfChecks).flatMap(([name, check]) => {
    const rule = ruleNamed(name);
    if (rule === undefined) return [];
    return check(pdf).map(
      ({ message, page = 1, cure }): Diagnostic => ({
        rule: rule.name,
        severity: rule.severity,
        message,
        place: { path, line: page },
        ...(cure === undefined ? {} : { cure }),
      }),
    );
  });
}
