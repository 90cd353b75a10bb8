import type { Part } from './office-package.js';
import { el, words, xmlPart } from './xml.js';

/** What a file says of itself: title, author, language, date. */
export function propertyParts({
  title,
  author,
  lang,
  date,
}: {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  readonly date: Date;
}): readonly Part[] {
  const when = `${date.toISOString().slice(0, 19)}Z`;
  const at = (name: string) => el(name, { 'xsi:type': 'dcterms:W3CDTF' }, words(when));
  const core = el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, words(title)),
    el('dc:creator', {}, words(author)),
    el('cp:lastModifiedBy', {}, words(author)),
    at('dcterms:created'),
    at('dcterms:modified'),
    el('dc:language', {}, words(lang)),
  );
  const app = el(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    el('Application', {}, words('Pilcrow')),
  );
  return [
    {
      path: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: xmlPart(core),
    },
    {
      path: 'docProps/app.xml',
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: xmlPart(app),
    },
  ];
}
