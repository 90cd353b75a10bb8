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
      { styleMap: styles, idPrefix: '', convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return { blocks: htmlBlocks(parseHtml(value)), says: await propertiesOf(parts['docProps/core.xml']), warnings: [] };
  } catch (error) {
    if (error instanceof DeckError) throw error;
    throw damaged(file, error);
  }
}

function damaged({ path }: SourceFile, cause?: unknown): DeckError {
  const message = `${path} is damaged: there is no text in it that can be read. Open it in Word or LibreOffice and save it again.`;
  return new DeckError('read-failed', message, { cause });
}

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
      .filter((name) => name !== ''),
    language: value('dc:language'),
    date: isoDay(value('dcterms:issued')),
  });
}
