/** Longest first: the first that fits is taken off. */
const latinEndings = 'ians eans ian ean ans ies ish ese any ea an ia es ey en y s e a'.split(' ');
const cyrillicEndings =
  'иями янин янам ями ами ямі амі ого его аго ага яго ому ему аму яму ыми ими ымі імі ией ием иям иях іяй іям іях цами цам яне ая яя ое ее ой ей ай яй эй ий ый ій ые ие ія іі ію ия ии ию ых их іх ян ец цы ца цу ым им ім ом ем ам ям ём ах ях ов ев ёв аў яў оў ёў ую юю ью ыя ою ею а я о е ё э у ю ы и і ь й ў'.split(
    ' ',
  );
const shortest = 3;
const stems = new Map<string, string>();

/**
 * What stays of a name in every case, number and as an adjective: Belarus, Belarusian, Belarus's; Украина, Украине, украинский.
 * Light on purpose: two names that share no beginning never become one.
 */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const lower = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’ʼ](?:s)?$/u, '')
    .replace(/ё/g, 'е');
  const stem = /[а-яіўґєї]/u.test(lower) ? cyrillicStem(lower) : latinStem(lower);
  stems.set(word, stem);
  return stem;
}

function latinStem(word: string): string {
  return /(?:us|ss|is)$/.test(word) ? word : without(word, latinEndings, shortest);
}

function cyrillicStem(word: string): string {
  const stem = without(word, cyrillicEndings, shortest);
  const root = /[сц]к$/u.test(stem) && stem.length > 5 ? stem.slice(0, -2) : stem;
  if (root === stem) return stem;
  return root.endsWith('у') ? `${root}с` : without(root, cyrillicEndings, shortest);
}

function without(word: string, endings: readonly string[], least: number): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= least);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
