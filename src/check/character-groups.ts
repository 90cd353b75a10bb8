/** Characters that are told of together: the letters of a script, emoji, signs. */
export interface CharacterGroup {
  /** In the singular and the plural, `of the Greek script` behind it where they are letters. */
  readonly one: string;
  readonly many: string;
  readonly of: string;
  readonly kind: 'letters' | 'marks' | 'emoji' | 'private' | 'signs';
  /** Each once, in the order they were found. */
  readonly characters: readonly string[];
}

/** Unicode's names of scripts (UAX #24), as a person calls them where that is another word. Others come last, as letters. */
const scripts: Readonly<Record<string, string>> = {
  Han: 'Chinese (Han)',
  Hiragana: 'Japanese (kana)',
  Katakana: 'Japanese (kana)',
  Hangul: 'Korean (Hangul)',
  Bopomofo: 'Bopomofo',
  ...own([
    'Arabic',
    'Hebrew',
    'Syriac',
    'Thaana',
    'Greek',
    'Coptic',
    'Georgian',
    'Armenian',
    'Ethiopic',
    'Thai',
    'Lao',
  ]),
  ...own([
    'Khmer',
    'Myanmar',
    'Tibetan',
    'Mongolian',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
  ]),
  ...own([
    'Telugu',
    'Kannada',
    'Malayalam',
    'Sinhala',
    'Cherokee',
    'Runic',
    'Ogham',
    'Glagolitic',
    'Gothic',
    'Braille',
  ]),
  ...own(['Latin', 'Cyrillic']),
};

interface Matcher {
  readonly name: string;
  readonly own: RegExp;
  readonly shared: RegExp;
}

/** Made when a letter is asked about: most decks lack none, and eighty expressions take their time. */
let made: readonly Matcher[] | undefined;

function matchers(): readonly Matcher[] {
  made ??= Object.entries(scripts).map(([script, name]) => ({
    name,
    own: new RegExp(`\\p{Script=${script}}`, 'u'),
    shared: new RegExp(`\\p{Script_Extensions=${script}}`, 'u'),
  }));
  return made;
}

const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20E3/u;

/**
 * Divides characters into groups, in the order of their first characters. What draws nothing by itself belongs to none: spaces, joiners,
 * marks of direction, U+FFFD, of which another rule speaks.
 */
export function characterGroups(characters: ReadonlySet<string>): readonly CharacterGroup[] {
  const groups = new Map<string, CharacterGroup & { readonly characters: string[] }>();
  for (const character of characters) {
    if (/[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Variation_Selector}\uFFFD]/u.test(character)) continue;
    const { characters: _, ...group } = groupOf(character);
    const key = `${group.kind} ${group.of}`;
    const known = groups.get(key) ?? { ...group, characters: [] };
    known.characters.push(character);
    groups.set(key, known);
  }
  return [...groups.values()];
}

/** `The letter “ж” (U+0436)`, or `12 letters`, with a preposition where they have a script. */
export function nameGroup({ one, many, of, characters }: CharacterGroup): string {
  const [first = ''] = characters;
  const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const script = of === '' ? '' : ` of the ${of} script`;
  return characters.length === 1 ? `The ${one} “${first}” (${code})${script}` : `${characters.length} ${many}${script}`;
}

/** The first few, so that they are found in the text. */
export function listGroup({ characters }: CharacterGroup): string {
  const most = 8;
  const shown = characters.slice(0, most).join(' ');
  return characters.length === 1 ? '' : `: ${shown}${characters.length > most ? ' …' : ''}`;
}

function groupOf(character: string): CharacterGroup {
  const letters = { one: 'letter', many: 'letters', kind: 'letters', characters: [] } as const;
  if (emoji.test(character) && !/\p{Sm}/u.test(character))
    return { one: 'emoji', many: 'emoji', of: '', kind: 'emoji', characters: [] };
  if (/\p{Co}|\p{Cn}/u.test(character))
    return { one: 'private sign', many: 'private signs', of: '', kind: 'private', characters: [] };
  // It is set on letters of several scripts, and its `Script_Extensions` name any of them.
  if (/\p{Script=Inherited}/u.test(character))
    return { one: 'combining mark', many: 'combining marks', of: '', kind: 'marks', characters: [] };
  const found =
    matchers().find(({ own }) => own.test(character)) ?? matchers().find(({ shared }) => shared.test(character));
  if (found !== undefined) return { ...letters, of: found.name };
  if (/[\p{L}\p{M}]/u.test(character)) return { ...letters, of: '' };
  return { one: 'character', many: 'characters', of: '', kind: 'signs', characters: [] };
}

function own(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
