/** Whether a BCP 47 tag names a language that is known, as `uk-UA` does and `C` or `en_US` does not. */
export function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  } catch {
    return false;
  }
}
