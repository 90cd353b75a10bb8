import { DeckError } from '../../error.js';
import { htmlBlocks } from './html-blocks.js';
import { isoDay, present } from './html-says.js';
import { elementsOf, parseHtml, parseXml, textOf } from './html-tree.js';
import type { ReadSource, SourceFile, SourceReader, SourceSays } from './source-block.js';
import { isZipWith, unzip } from './zip.js';

/** A document of Word, by mammoth: its text as it reads with all changes accepted, its notes behind it. */
export const docx: SourceReader = {
  what: 'a Word document (.docx)',
  extensions: ['docx'],
  begins: (bytes) => isZipWith(bytes, 'word/document.xml'),
  read,
};

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='footnote text'] => p:fresh",
  "p[style-name='endnote text'] => p:fresh",
  'br[type="page"] => br',
];

async function read(file: SourceFile): Promise<ReadSource> {
  const parts = await unzip(file, (name) => name === 'docProps/core.xml' || name === 'word/document.xml');
  if (parts['word/document.xml'] === undefined) throw damaged(file);
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(file.bytes) },
      {
        styleMap: styles,
        idPrefix: '',
        transformDocument: withBoldHeadings,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return { blocks: htmlBlocks(parseHtml(value)), says: await propertiesOf(parts['docProps/core.xml']), warnings: [] };
  } catch (error) {
    if (error instanceof DeckError) throw error;
    throw damaged(file, error);
  }
}

/** What is used of mammoth's own tree of a document. */
interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  readonly value?: string;
  readonly isBold?: boolean;
  readonly styleName?: string | null;
  readonly numbering?: unknown;
}

/** Short lines that are bold as a whole are headings: many set them so instead of by a style. Cells of tables and items of lists are none. */
function withBoldHeadings(document: WordElement): WordElement {
  const children = (document.children ?? []).map((block, index, all) => {
    const next = all[index + 1];
    const isText = next?.type === 'table' || (next?.type === 'paragraph' && wordsOf(next) !== '');
    const isHeading = isBoldLine(block) && isText && !isBoldLine(next);
    return isHeading ? { ...block, styleId: 'Heading2', styleName: 'heading 2' } : block;
  });
  return { ...document, children };
}

function isBoldLine(block: WordElement): boolean {
  const { type, styleName, numbering, children = [] } = block;
  const isPlain = /^(?:normal|body text|standard)?$/i.test(styleName ?? '') && (numbering ?? null) === null;
  if (type !== 'paragraph' || !isPlain) return false;
  const runs = children.filter((run) => wordsOf(run) !== '');
  const words = wordsOf(block);
  const isShort = words.split(/\s+/).length <= 14 && /^[\p{Lu}\p{N}§]/u.test(words) && !/[.,;:…]$/.test(words);
  return isShort && runs.length > 0 && runs.every(({ isBold }) => isBold === true);
}

function wordsOf({ value = '', children = [] }: WordElement): string {
  return `${value}${children.map(wordsOf).join('')}`.trim();
}

function damaged({ path }: SourceFile, cause?: unknown): DeckError {
  const message = `${path} is damaged: there is no text in it that can be read. Open it in Word or LibreOffice and save it again.`;
  return new DeckError('read-failed', message, { cause });
}

/** What programs write where nobody has said who the author is. */
const nobody =
  /^(?:un-?named|unknown|author|user|owner|admin(?:istrator)?|(?:microsoft|windows)(?: office)?(?: user)?)$/i;

/** The document's properties (ECMA-376 part 2, core properties). Word writes when it was saved, not when it was published. */
async function propertiesOf(part: Uint8Array | undefined): Promise<SourceSays> {
  if (part === undefined) return {};
  const properties = await parseXml(new TextDecoder().decode(part));
  const value = (name: string): string | undefined => {
    const [found] = elementsOf(properties, ({ tag }) => tag === name);
    return found === undefined ? undefined : textOf(found);
  };
  return present({
    title: value('dc:title'),
    authors: value('dc:creator')
      ?.split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !nobody.test(name)),
    language: value('dc:language'),
    date: isoDay(value('dcterms:issued')),
  });
}
