import { posix } from 'node:path';
import { DeckError } from '../../error.js';
import { htmlBlocks } from './html-blocks.js';
import { isoDay, present } from './html-says.js';
import { elementsOf, type HtmlElement, parseXml, textOf } from './html-tree.js';
import type { ReadSource, SourceBlock, SourceFile, SourceReader, SourceSays } from './source-block.js';
import { isZipWith, unzip } from './zip.js';

/** An e-book, chapter by chapter in the order of its spine (EPUB 3.3, section 5). */
export const epub: SourceReader = {
  what: 'an e-book (.epub)',
  extensions: ['epub'],
  begins: (bytes) => isZipWith(bytes, 'application/epub+zip', 'META-INF/container.xml'),
  read,
};

async function read(file: SourceFile): Promise<ReadSource> {
  const files = await unzip(file, (name) => /\.(?:x?html?|xml|opf)$/i.test(name));
  if (files['META-INF/encryption.xml'] !== undefined && files['META-INF/rights.xml'] !== undefined) {
    throw new DeckError(
      'read-failed',
      `${file.path} is locked by its seller. Ask for a copy that is not, or type what you cite.`,
    );
  }
  const xml = async (name: string): Promise<HtmlElement> => {
    const bytes = files[name];
    if (bytes === undefined) throw damaged(file, name);
    return parseXml(new TextDecoder().decode(bytes));
  };
  const container = await xml('META-INF/container.xml');
  const packageName = elementsOf(container, ({ tag }) => tag === 'rootfile')[0]?.attributes.get('full-path');
  if (packageName === undefined) throw damaged(file, 'a package');
  const book = await xml(packageName);
  const items = new Map(
    elementsOf(book, ({ tag }) => tag.endsWith('item')).map((item) => [item.attributes.get('id'), item.attributes]),
  );
  const blocks: SourceBlock[] = [];
  for (const { attributes } of elementsOf(book, ({ tag }) => tag.endsWith('itemref'))) {
    const item = items.get(attributes.get('idref'));
    const href = item?.get('href');
    if (href === undefined || /(?:^|\s)nav(?:\s|$)/.test(item?.get('properties') ?? '')) continue;
    const chapter = await xml(posix.join(posix.dirname(packageName), decodeURIComponent(href)));
    const [body] = elementsOf(chapter, ({ tag }) => tag === 'body');
    if (body !== undefined && !isContents(body)) blocks.push(...htmlBlocks(body));
  }
  return { blocks, says: saysOf(book), warnings: [] };
}

/** A table of contents, as older e-books have it among their chapters: nearly all of it is links. */
function isContents(body: HtmlElement): boolean {
  const links = elementsOf(body, ({ tag, attributes }) => tag === 'a' && attributes.has('href'));
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  return links.length > 2 && linked > textOf(body).length * 0.7;
}

function saysOf(book: HtmlElement): SourceSays {
  const values = (name: string): readonly string[] =>
    elementsOf(book, ({ tag }) => tag === `dc:${name}`)
      .map(textOf)
      .filter((value) => value !== '');
  const identifier = values('identifier').map((one) => one.replace(/^urn:\w+:|^doi:/i, ''));
  return present({
    title: values('title')[0],
    authors: values('creator'),
    date: isoDay(values('date')[0]),
    language: values('language')[0],
    publisher: values('publisher')[0],
    isbn: identifier.find((one) => /^(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]$/i.test(one)),
    doi: identifier.find((one) => /^10\.\d{4,9}\//.test(one)),
  });
}

function damaged({ path }: SourceFile, part: string): DeckError {
  return new DeckError('read-failed', `${path} is damaged: it has no ${part}. Fetch it again.`);
}
