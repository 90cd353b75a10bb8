import { escapeXml } from '../markup/escape-xml.js';

/** What the versions of QTI that divide a quiz into items differ in. */
export interface QtiVersion {
  readonly namespace: string;
  readonly test: string;
  readonly item: string;
  readonly schema: string;
  /** Version 3 has the names of version 2 with hyphens, elements with `qti-` before them. */
  readonly isHyphened: boolean;
}

/** IMS QTI 2.1 final, 2012; 1EdTech QTI 3.0, 2022. Types of resources are those of their packaging rules. */
export const qtiVersions = {
  '2.1': {
    namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
    test: 'imsqti_test_xmlv2p1',
    item: 'imsqti_item_xmlv2p1',
    schema: 'QTIv2.1 Package',
    isHyphened: false,
  },
  '3.0': {
    namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
    test: 'imsqti_test_xmlv3p0',
    item: 'imsqti_item_xmlv3p0',
    schema: 'QTI Package',
    isHyphened: true,
  },
} as const satisfies Readonly<Record<string, QtiVersion>>;

/** Writes an element by its name in version 2.1. */
export type QtiElement = (
  name: string,
  attributes?: Readonly<Record<string, string | number | boolean>>,
  ...content: readonly string[]
) => string;

export function qtiElement({ isHyphened }: QtiVersion): QtiElement {
  const hyphened = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return (name, attributes = {}, ...content) => {
    const tag = isHyphened ? `qti-${hyphened(name)}` : name;
    const written = Object.entries(attributes).map(
      ([key, value]) => ` ${isHyphened && !key.includes(':') ? hyphened(key) : key}="${escapeXml(String(value))}"`,
    );
    const inside = content.join('');
    // An element of version 3 is one of a web page's own, which is never closed by itself there.
    return inside === '' && !isHyphened
      ? `<${tag}${written.join('')}/>`
      : `<${tag}${written.join('')}>${inside}</${tag}>`;
  };
}
