import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { type Contents, openContents } from './content-streams.js';
import { drawHalos } from './draw-halos.js';
import { markArtifacts } from './mark-artifacts.js';
import { nameApostrophes } from './name-apostrophes.js';
import { numberElements } from './number-elements.js';
import { type Bookmark, setOutline } from './set-outline.js';
import { tagListBodies } from './tag-list-bodies.js';
import { withoutColour } from './without-colour.js';
import { xmpPacket } from './xmp-packet.js';

/** What a PDF says about itself. */
export interface PdfAbout {
  readonly title: string;
  readonly author: string;
  /** BCP 47. */
  readonly lang: string;
  readonly date: Date;
}

/** A PDF that is complete and not written yet. */
export interface FinishedPdf {
  readonly document: PDFDocument;
  readonly contents: Contents;
}

/**
 * Completes what Chromium printed: title, author, language, dates, metadata, bookmarks, and names for the roles that PDF 1.4 does not know.
 * The tags stay as they are. The same pages on the same date give the same bytes. `grey`: without colour. `look` is shown what is written.
 */
export async function finishPdf(
  printed: Uint8Array,
  about: PdfAbout,
  bookmarks: readonly Bookmark[] | ((document: PDFDocument) => readonly Bookmark[]),
  { grey = false, look }: { readonly grey?: boolean; readonly look?: (finished: FinishedPdf) => void } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  describe(document, about);
  const outline = typeof bookmarks === 'function' ? bookmarks(document) : bookmarks;
  setOutline(document, outline);
  nameApostrophes(document, outline.flatMap(titles));
  mapRoles(document);
  tagListBodies(document);
  numberElements(document);
  const contents = openContents(document);
  if (grey) withoutColour(document, contents);
  drawHalos(document, contents);
  markArtifacts(contents);
  contents.save();
  look?.({ document, contents });
  return document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

function titles({ title, children }: Bookmark): readonly string[] {
  return [title, ...children.flatMap(titles)];
}

function describe(document: PDFDocument, { title, author, lang, date }: PdfAbout): void {
  const { catalog, context } = document;
  document.setTitle(title);
  if (author !== '') document.setAuthor(author);
  document.setCreator('Pilcrow');
  document.setProducer('Pilcrow');
  document.setCreationDate(date);
  document.setModificationDate(date);
  catalog.set(PDFName.of('Lang'), PDFString.of(lang));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const packet = new TextEncoder().encode(xmpPacket({ title, author, lang, date }));
  const stream = context.stream(packet, { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
}

/** Chromium writes roles of PDF 2.0 into a PDF 1.4; a reader that does not know them is told the nearest it does know. */
function mapRoles(document: PDFDocument): void {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (root instanceof PDFDict) root.set(PDFName.of('RoleMap'), document.context.obj(nearestRoles));
}

const nearestRoles = { Em: 'Span', Strong: 'Span' };
