import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** An entry of a dictionary, its references followed. */
export function entry(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.lookup(PDFName.of(key));
}

/** An entry that is a dictionary. */
export function dictEntry(dict: PDFDict, key: string): PDFDict | undefined {
  const value = entry(dict, key);
  return value instanceof PDFDict ? value : undefined;
}

/** The text of a string or a name; empty for anything else. */
export function textEntry(dict: PDFDict, key: string): string {
  const value = entry(dict, key);
  if (value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName)
    return value.decodeText();
  return '';
}

/** A whole number; undefined for anything else. */
export function numberOf(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** The members of an array, each a reference or a value as it stands there; a single value counts as an array of one. */
export function membersOf(value: PDFObject | undefined): readonly PDFObject[] {
  if (value === undefined) return [];
  return value instanceof PDFArray ? value.asArray() : [value];
}

/** Pages by the references that lead to them, from 1. */
export type PageNumbers = ReadonlyMap<string, number>;

/** The page that an entry leads to. */
export function pageOf(value: PDFObject | undefined, pages: PageNumbers): number | undefined {
  return value instanceof PDFRef ? pages.get(value.toString()) : undefined;
}
