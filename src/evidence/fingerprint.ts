/**
 * A fingerprint of a text, 16 hexadecimal digits: two FNV-1a hashes over UTF-16 units, forwards and backwards. It notices change;
 * it is no protection against somebody who looks for a text with the same one.
 */
export function fingerprint(text: string): string {
  let forwards = 0x811c9dc5;
  let backwards = 0x811c9dc5;
  for (let index = 0, last = text.length - 1; index <= last; index++) {
    forwards = Math.imul(forwards ^ text.charCodeAt(index), 0x01000193);
    backwards = Math.imul(backwards ^ text.charCodeAt(last - index), 0x01000193);
  }
  return hexadecimal(forwards) + hexadecimal(backwards);
}

function hexadecimal(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
