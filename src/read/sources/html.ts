import { articleRoot } from './article-root.js';
import { decodeText, guessed } from './decode-text.js';
import { htmlBlocks } from './html-blocks.js';
import { htmlSays } from './html-says.js';
import { elementsOf, parseHtml } from './html-tree.js';
import type { ReadSource, SourceFile, SourceReader } from './source-block.js';

/** A web page as a browser saved it: its article, not its menus. */
export const html: SourceReader = {
  what: 'an HTML page',
  extensions: ['html', 'htm', 'xhtml'],
  begins: (bytes) => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)\b/i.test(start(bytes)),
  hasEncoding: true,
  read,
};

/** So short a page is seldom an article: more often it shows one only after a login, or writes it by a script. */
const shortArticle = 300;

async function read(file: SourceFile): Promise<ReadSource> {
  const { text, encoding, isGuess } = await decodeText(file, charsetOf(file.bytes));
  const page = parseHtml(text);
  const { root, words, ofPage } = articleRoot(page);
  const says = htmlSays(page);
  const language = elementsOf(page, ({ tag }) => tag === 'html')[0]?.attributes.get('lang');
  const warnings = isGuess ? [guessed(encoding)] : [];
  if (words < ofPage / 2) {
    warnings.push(
      `The article has ${words} of the ${ofPage} words that stand in paragraphs of the page. Look whether it is whole, with \`pilcrow source show\`.`,
    );
  } else if (words < shortArticle) {
    warnings.push(`The article has only ${words} words. Look whether the page was saved whole.`);
  }
  return {
    blocks: htmlBlocks(root),
    says: { ...(language === undefined || language === '' ? {} : { language }), ...says },
    warnings,
  };
}

/** As the HTML Standard looks for it: in the first 1024 bytes, in the one `meta` or the other. */
function charsetOf(bytes: Uint8Array): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start(bytes))?.[1];
}

function start(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replace(/^ï»¿/, '');
}
