/**
 * Forms of words, separated by spaces: `million millions`. `_` joins the words of one form, `per_cent`; a `*` at a word's end stands
 * for up to six further letters, `kilomet*`; a form with a capital is met only by a word with one. A stop belongs to no form: `Mrd`
 * is also `Mrd.`. An empty string: the language has none, or none is read.
 */
export type Forms = string;

/** How numbers are said in words, and what stands beside those in digits. */
export interface NumberWords {
  /** By value, below a thousand: `{ 2: 'two', 20: 'twenty' }`. What is put together, `twenty-one`, is read from its parts. */
  readonly cardinals: Readonly<Record<number, Forms>>;
  /** By factor; a hundred only where it multiplies (`two hundred`): `{ 1000: 'thousand thousands' }`. */
  readonly scales: Readonly<Record<number, Forms>>;
  /** Abbreviations of factors, behind digits only: `{ 1e6: 'm mn mln' }`. */
  readonly shortScales: Readonly<Record<number, Forms>>;
  /** By value: `{ 2: 'second', 20: 'twentieth' }`, the tens among them, in all cases and genders. */
  readonly ordinals: Readonly<Record<number, Forms>>;
  /** Articles that count before a scale: `a` million. Left out where the language has none. */
  readonly countingArticles?: Forms;
  /** Between the parts of a number: `two hundred and five`. */
  readonly and: Forms;
  /** Numbers are written as one word, units before tens: `einundvierzig`. */
  readonly isCompound?: boolean;
  /** Tens are said by twenties: after sixty and eighty come eleven to nineteen, `soixante-douze`. */
  readonly hasTwenties?: boolean;
  /** By denominator: `{ 2: 'half', 3: 'third thirds' }`. */
  readonly fractions: Readonly<Record<number, Forms>>;
  /** One and a half, as one word: `anderthalb`, `półtora`. */
  readonly oneAndHalf: Forms;
  /** Behind a number, a half more: `and_a_half`. */
  readonly andHalf: Forms;
  /** A half before a scale: `half_a` million, `pół` miliona. */
  readonly halfOf: Forms;
  /** `one in five`, `one out of five`. */
  readonly outOf: Forms;
  /** What makes a rank a share, `every` third; and what parts the two numbers of a share with the noun between them: one pilot `out_of` four. */
  readonly shares: { readonly every: Forms; readonly outOf: Forms };
  /** By value: how many times as much, in one word: `{ 2: 'twice doubled twofold' }`. */
  readonly multiples: Readonly<Record<number, Forms>>;
  readonly percent: Forms;
  readonly percentPoints: Forms;
  readonly perMille: Forms;
  /** What makes an ordinal of digits, an expression without anchors: `st|nd|rd|th`. */
  readonly ordinalEnd: string;
  /** Before the digits or the ordinal of a decade: `années`, `lata`. */
  readonly decadeBefore: Forms;
  /** Behind the digits of a decade, an expression without anchors: `s`, `er`. */
  readonly decadeEnd: string;
  /** Behind the digits or the ordinal of a decade: `годах`. */
  readonly decadeAfter: Forms;
  /** Between the ends of a range: `to`, `and`, `bis`. */
  readonly rangeJoins: Forms;
  /** Before a range: `from`, `between`. */
  readonly rangeStarts: Forms;
}

/** How days and times of day are said. */
export interface DateWords {
  /** January first, in all cases, abbreviations among them. */
  readonly months: readonly Forms[];
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly Forms[];
  /** Monday first. */
  readonly weekdays: readonly Forms[];
  /**
   * Forms among these that are words of their own too, as "été" is "been", and what makes them dates: phrases with such a form in them,
   * "en été". In a claim they date only there; in a source they may.
   */
  readonly doubtful: { readonly forms: Forms; readonly dated: Forms };
  /** Beside a year: `год*`, `r`, `m`. */
  readonly year: Forms;
  /** Behind the number of a century: `century`, `wieku`. */
  readonly century: Forms;
  /** Stretches of time that a word or two say, by how many of which unit they are: `{ '120 month': 'decade decades' }`. */
  readonly spans: Readonly<Record<string, Forms>>;
  /** Before and after Christ's birth: `BC BCE`, `AD CE`. */
  readonly eras: readonly [before: Forms, after: Forms];
  /** Before a time of day: `um`, `o godz`. */
  readonly clockBefore: Forms;
  /** Behind a time of day: `Uhr`, `h`. */
  readonly clockAfter: Forms;
  readonly beforeNoon: Forms;
  readonly afterNoon: Forms;
}

/** Words beside a number that say how near it is meant. */
export interface RoundingWords {
  /** `about`, `some`, `rund`: near it, on either side. */
  readonly about: Forms;
  /** `over`, `more_than`, `at least`: the fact is larger. */
  readonly over: Forms;
  /** `nearly`, `almost`, `under`, `fewer_than`: the fact is smaller. */
  readonly under: Forms;
  /** Behind the number, `or so`, `and more`. */
  readonly after: Forms;
}

/** How a text points at its own parts or at those of a work: their numbers claim nothing. */
export interface LabelWords {
  /** Parts of the deck or of a text: `part`, `figure`, `slide`, `page`, `note`. */
  readonly parts: Forms;
  /** Parts of a law, whose number a paragraph must give: `article`, `art`, `section`. */
  readonly articles: Forms;
  /** The number stands before the word: `2 dalis`. */
  readonly isNumberFirst?: boolean;
  /** Parts of these, which stand behind them: `paragraph`, `no`, `Abs`. */
  readonly subparts: Forms;
}

/** How names are told from other words, and how they change. */
export interface NameWords {
  /** Nouns have capitals, which then tell no name. */
  readonly nounsHaveCapitals?: boolean;
  /** Adjectives of countries and names of their people have capitals: `Polish`, `Poles`. */
  readonly demonymsHaveCapitals: boolean;
  /** Endings a name takes in the cases of the language, longest first, without the empty one. None: it takes none. */
  readonly endings: readonly string[];
  /** Letters at the end of a stem that change into each other: `g dz z`. */
  readonly alternations: readonly string[];
  /** Before a name: `Mr`, `Dr`, `President`. */
  readonly titles: Forms;
  /** Within a name: `von`, `de`, `al`. */
  readonly particles: Forms;
  /** Verbs of saying and thinking, in the forms that stand beside a speaker: `says said`. */
  readonly speech: Forms;
  /** Other verbs that stand directly behind a subject: `is was has will`. */
  readonly verbs: Forms;
  /** `according_to`, `laut`: a speaker follows. */
  readonly accordingTo: Forms;
  /** `and or`. */
  readonly joins: Forms;
  /** Articles, pronouns and numerals that stand before a noun. */
  readonly determiners: Forms;
  /** Words that often begin a sentence and are no names, whatever the sources do. */
  readonly starters: Forms;
  /** Names for one and the same: `Kyiv Kiev`, `EU European_Union`. */
  readonly aliases: readonly Forms[];
}

/** What turns a statement round. */
export interface MeaningWords {
  /** `not no never nobody without`. */
  readonly negators: Forms;
  /** Verbs and adjectives that deny: `refus* den* lack* fail*`. */
  readonly denials: Forms;
  /** What makes a word its denial when it stands before it: `un` in `unlawful`. */
  readonly prefixes: Forms;
  /**
   * Pairs that say the opposite of each other: `['rise rose risen', 'fall fell fallen']`. The first is growth and decline, the second
   * more and less: "fell" also contradicts "more than a year before".
   */
  readonly opposites: readonly (readonly [Forms, Forms])[];
  /** Amounts that exclude each other: `['all every', 'most', 'some', 'half', 'few']`. */
  readonly amounts: readonly Forms[];
  /** Between the sides of a comparison: `than`. */
  readonly than: Forms;
  /** Signs of the passive, after which subject and object change places: `by`, `von`. */
  readonly by: Forms;
}

/** Words in the head of an article and at the edges of its pages. */
export interface HeadWords {
  /** Before an author's name: `by`, `von`, `autor`. */
  readonly by: Forms;
  /** A line that begins so says where the text appeared first: `first_published`. */
  readonly published: Forms;
  /** Beside the date of an article: `updated`, `published_on`. */
  readonly dated: Forms;
  /** Before the number of a page: `page p`. */
  readonly page: Forms;
  /** Headings above notes: `notes endnotes`. */
  readonly notes: Forms;
}

/**
 * What reading a language takes. A list that is empty is a kind of fact that is not read in it; `docs/evidence.md` says which.
 */
export interface ReadingLanguage {
  readonly tag: string;
  /** In English, for messages. */
  readonly name: string;
  readonly numbers: NumberWords;
  readonly dates: DateWords;
  /** By the unit's name in `evidence/units.ts`; symbols such as `km` are read in every language. */
  readonly units: Readonly<Record<string, Forms>>;
  readonly rounding: RoundingWords;
  readonly labels: LabelWords;
  readonly names: NameWords;
  readonly meaning: MeaningWords;
  readonly heads: HeadWords;
  /** By ISO 3166 code: forms of the country's name, a bar, forms of its adjective and its people. */
  readonly countries: Readonly<Record<string, string>>;
  /** Seats of government, by the code of their state. */
  readonly capitals: Readonly<Record<string, Forms>>;
}
