/** An author's id as QTI, file names and manifests take it: ASCII letters and digits, whatever else is there by its number. */
export function qtiId(...parts: readonly string[]): string {
  return parts
    .join('-')
    .replace(/[^A-Za-z0-9_-]/gu, (sign) => `u${(sign.codePointAt(0) ?? 0).toString(16)}`)
    .replace(/^(?=[^A-Za-z_])/, 'q');
}
