import { qrCode } from '../qr-code.js';
import { type Pass, report } from '../slide-tree.js';
import {
  append,
  attribute,
  childElements,
  create,
  elements,
  hasClass,
  insertBefore,
  parse,
  text,
  textContent,
} from '../tree.js';

/**
 * `::: qr` is a code of the first address in it, else of the deck's own `url:`, above what stands in the block; where nothing does, the address
 * in words, since not everybody has a phone at hand.
 */
export const setQrCodes: Pass = (tree, rendering) => {
  const { settings } = rendering.deck;
  for (const block of elements(tree.section).filter((element) => hasClass(element, 'qr'))) {
    if (childElements(block).some((one) => hasClass(one, 'qr-code'))) continue;
    const words = textContent(block).trim();
    const link = elements(block, 'a')
      .map((one) => attribute(one, 'href') ?? '')
      .find(isAddress);
    const address = link ?? (isAddress(words) ? words : words === '' ? settings.url : undefined);
    const code = address === undefined ? undefined : qrCode(address, settings.lang);
    if (address === undefined || code === undefined) {
      const message =
        address === undefined
          ? 'The QR code has no address: the block holds none, or the deck has no `url:`.'
          : `The address of the QR code has ${address.length} characters; a phone reads up to 213 of them.`;
      const cure = 'Write an address into the block, `<https://example.org/form>`, a short one.';
      report(rendering, tree, block, 'error', { rule: 'qr-address', message, cure });
      continue;
    }
    const [first] = block.childNodes;
    for (const node of [...parse(code).childNodes])
      if (first === undefined) append(block, node);
      else insertBefore(node, first);
    if (words !== '') continue;
    const shown = address.replace(/^https?:\/\//, '');
    append(block, create('p', {}, create('a', { href: address }, text(shown))));
  }
};

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}
