/** Scripts that run from right to left (Unicode, Bidi_Class R and AL), as ISO 15924 names them. */
const scripts = /^(arab|hebr|syrc|thaa|nkoo|adlm|rohg|mand|samr)$/;

/**
 * Languages of which such a script is likely (CLDR, likelySubtags). A list, since `Intl.Locale` takes up to 20 ms to be asked the first
 * time.
 */
const languages = new Set(
  [
    'ar ara arb arz ary arq ars acm acw aeb afb ajp apc ayl arc aii syc syr he heb hbo iw yi yid ydd ji fa fas per pes prs',
    'ps pus pbt ur urd sd snd ug uig ckb sdh ks kas pnb skr khw brh bal bcc bgn azb lrc mzn glk luz haz dv div nqo rhg ota sam',
  ].flatMap((row) => row.split(' ')),
);

/** Whether a language is written from right to left, by the script its tag (BCP 47) names or that is likely for it. */
export function isRightToLeft(lang: string): boolean {
  const [language = '', ...others] = lang.toLowerCase().split('-');
  const script = others.find((part) => /^[a-z]{4}$/.test(part));
  return script === undefined ? languages.has(language) : scripts.test(script);
}
