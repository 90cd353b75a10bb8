/**
 * The types at the boundaries of the pipeline, one per stage. Everything is readonly; a stage never reaches back.
 * px are px of the 1280 × 720 stage unless said otherwise.
 */
import type { Token } from 'markdown-it';
import type { Diagnostic, Place } from './diagnostic.js';
import type { Settings } from './settings.js';

export type { Diagnostic, Place, Severity } from './diagnostic.js';
export type { Settings } from './settings.js';

// ---------------------------------------------------------------- readDeck: folder -> Source

/** A text file of the deck. `path` is what messages show, `file` is absolute. Line ends are \n, no byte order mark. */
export interface TextFile {
  readonly path: string;
  readonly file: string;
  readonly text: string;
}

/** A bibliography entry (CSL-JSON); only what a short reference needs is named here. */
export interface Reference {
  readonly id: string;
  readonly title?: string;
  readonly author?: readonly { readonly family?: string; readonly given?: string; readonly literal?: string }[];
  readonly 'container-title'?: string;
  readonly issued?: unknown;
  readonly URL?: string;
  readonly place: Place;
  /** As the deck's citation style sets it; absent until `setReferences`. */
  readonly set?: SetReference;
}

/** A reference in the words and order of a citation style; inline HTML, with `<div>`s where the style asks for a hanging label. */
export interface SetReference {
  /** As it stands in the list of references. */
  readonly entry: string;
  /** As a note has it, by the paragraphs it points at as `locatorText` writes them; under "" for the source as a whole. */
  readonly notes: Readonly<Record<string, string>>;
}

/** A deck's folder as it was read: nothing interpreted but the front matter and which files are included. */
export interface Source {
  /** The folder's name, or the file's without `.md`; names the outputs. */
  readonly name: string;
  /** Absolute; what images and includes are relative to. */
  readonly folder: string;
  readonly entry: TextFile;
  /** The line of `entry.text` on which the Markdown starts, after the front matter (1-based). */
  readonly bodyLine: number;
  readonly settings: Settings;
  /** Included files by absolute path; an include names one by its path relative to the including file's folder. */
  readonly includes: ReadonlyMap<string, TextFile>;
  readonly references: readonly Reference[];
  /** What `relations.yaml` beside the deck holds; absent where there is none. */
  readonly relations?: Relations;
  /** `css:` files of the front matter and `style.css` beside the deck, in order, each with what it imports in it. */
  readonly styles: readonly TextFile[];
  /** `scripts:` of the front matter, in order. */
  readonly scripts: readonly TextFile[];
  /** The CSL style the front matter names with `csl:`; absent: Chicago's notes. */
  readonly citationStyle?: TextFile;
  readonly diagnostics: readonly Diagnostic[];
}

// ---------------------------------------------------------------- parseDeck: Source -> Deck

export const layouts = [
  'title',
  'section',
  'statement',
  'quote',
  'columns',
  'figure',
  'table',
  'question',
  'sources',
  'text',
  'blank',
] as const;
/** How a slide is composed; `text` is what holds running text and lists, chosen when nothing else fits. */
export type Layout = (typeof layouts)[number];

/** Who a part of the deck is for. */
export type Audience = 'student' | 'teacher';

/** One source inside `[@key, ¶5, "words"]`. Locators are paragraph numbers, a range as [from, to]. */
export interface Citation {
  readonly key: string;
  readonly locators: readonly (readonly [from: number, to: number])[];
  readonly anchor?: string;
  /** What stands after the key and was not understood as a locator or an anchor, as typed. */
  readonly suffix?: string;
  readonly place: Place;
}

/** `[@inference]` and `[@lecturer]`: a claim that rests on no paragraph. */
export type Unsourced = 'inference' | 'lecturer';

/** The fences that are drawn: Mermaid's own code, a view of `relations.yaml`, a map; the latter two are YAML. */
export const diagramLanguages = ['mermaid', 'relations', 'map'] as const;
export type DiagramLanguage = (typeof diagramLanguages)[number];

/** A diagram as the author wrote it, before it is drawn. */
export interface Diagram {
  /** Unique in the deck; from `{#id}` or from the content, never from the position alone. */
  readonly id: string;
  readonly language: DiagramLanguage;
  readonly code: string;
  /** What a `relations` fence asks for; absent where that could not be read, which a diagnostic says. */
  readonly view?: RelationsView;
  /** What the relations of a view rest on. */
  readonly citations?: readonly Citation[];
  /** Where the code's first line stands in the deck. */
  readonly place: Place;
  /**
   * The text alternative: `alt="…"`, else accTitle and accDescr of a Mermaid diagram or the sentences of a relations view. Empty
   * when there is none; a map then has its own, in its `Drawing`.
   */
  readonly alt: string;
  /** accTitle of a Mermaid diagram: what a paper calls it where it has no caption. */
  readonly title?: string;
  readonly caption?: string;
  /** A share of the place it gets, 1 to 100. */
  readonly width?: number;
}

/** `<!-- check-disable rule: reason -->`: what rules find on its slide is excused. */
export interface Exception {
  /** As typed; there may be no such rule. */
  readonly rules: readonly string[];
  /** Why; empty where none is given. */
  readonly reason: string;
  readonly place: Place;
}

/** A stretch of the deck shown at once. */
export interface Slide {
  /** Unique; `{#id}`, or the heading's slug, or `slide-<n>`; what `#id` links to. */
  readonly id: string;
  /** Reading order, from 1, over the whole deck. */
  readonly number: number;
  /** Column and row as Reveal counts them, from 0. */
  readonly index: { readonly h: number; readonly v: number };
  readonly place: Place;
  readonly layout: Layout;
  /** The heading's text without citations; what the bookmark and the table of contents say. Empty when there is no heading. */
  readonly title: string;
  /** The part of the talk it belongs to: the last `section` slide before or at it. */
  readonly section?: { readonly number: number; readonly title: string };
  /** Attributes of the `<section>`: `.slide` comments and the first heading's braces; `class` and `id` among them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly minutes?: number;
  /** `{cut=15}` keeps it from 15 up. Absent: the deck's own length and longer. */
  readonly cut?: number;
  /** Absent: for everybody. */
  readonly audience?: Audience;
  /** What is shown, heading included. */
  readonly tokens: readonly Token[];
  /** Speaker notes. */
  readonly notes: readonly Token[];
  /** `::: handout` prose: not on the slide, printed in the papers. */
  readonly handout: readonly Token[];
  readonly diagrams: readonly Diagram[];
  readonly citations: readonly Citation[];
  readonly exceptions: readonly Exception[];
}

export interface Abbreviation {
  readonly short: string;
  readonly long: string;
  readonly place: Place;
}

export interface Deck {
  readonly name: string;
  readonly folder: string;
  readonly path: string;
  readonly settings: Settings;
  readonly title: string;
  readonly references: readonly Reference[];
  readonly relations?: Relations;
  readonly abbreviations: readonly Abbreviation[];
  readonly slides: readonly Slide[];
  readonly styles: readonly TextFile[];
  readonly scripts: readonly TextFile[];
  readonly diagnostics: readonly Diagnostic[];
}

// ---------------------------------------------------------------- relations: relations.yaml and its views

/** Words in the deck's languages: those of a language by its tag, and `text` where a language has none of its own. */
export interface Wording {
  readonly text: string;
  readonly byLang: Readonly<Record<string, string>>;
}

/** The actors' tones of the theme: each names its tokens, `--nato`, `--nato-fill`, … */
export const hues = ['nato', 'russia', 'belarus', 'ukraine'] as const;
export type Hue = (typeof hues)[number];

export interface Actor {
  readonly id: string;
  readonly name: Wording;
  /** Other words that mean the actor, as they stand in sources. */
  readonly aka: readonly string[];
  /** Neutral actors are drawn hollow, in ink. */
  readonly hue: Hue | 'neutral';
  readonly place: Place;
}

/** Line styles an author may give a kind; what each looks like is in `relations/line-styles.ts`. */
export const relationLines = ['thick', 'solid', 'dashed', 'dotted'] as const;
export type RelationLine = (typeof relationLines)[number];

export interface RelationKind {
  readonly id: string;
  readonly name: Wording;
  /** `unsourced` is the line of the one kind that is built in. */
  readonly line: RelationLine | 'unsourced';
  /** A sentence with {from}, {to} and, where the kind's relations have it, {what}. */
  readonly sentence: Wording;
}

export interface ActorGroup {
  readonly id: string;
  readonly name: Wording;
  readonly members: readonly string[];
}

/** Who does what to whom. `from`, `to` and `kind` are ids that exist. */
export interface Relation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly what?: Wording;
  /** Takes the place of the kind's sentence, for languages whose words change their endings. */
  readonly sentence?: Wording;
  readonly citations: readonly Citation[];
  readonly unsourced?: Unsourced;
  /** Both act: a head at either end, in ink. */
  readonly mutual: boolean;
  readonly place: Place;
}

/** What `relations.yaml` holds, the kind `unsourced` added. */
export interface Relations {
  readonly actors: readonly Actor[];
  readonly groups: readonly ActorGroup[];
  readonly kinds: readonly RelationKind[];
  readonly relations: readonly Relation[];
}

export const relationDirections = ['LR', 'RL', 'TB', 'BT'] as const;
export type RelationDirection = (typeof relationDirections)[number];

/** An actor or a relation in a view. Step 0 is there when the slide opens, step n appears with the nth click. */
export interface InView {
  readonly id: string;
  readonly step: number;
}

/** What a `relations` fence asks for: ids of `relations.yaml`, actors in the order they are drawn in, relations as in the file. */
export interface RelationsView {
  readonly layout: 'graph' | 'lanes';
  readonly direction: RelationDirection;
  readonly actors: readonly InView[];
  readonly relations: readonly InView[];
  /** How many clicks the view takes. */
  readonly clicks: number;
  readonly place: Place;
}

// ---------------------------------------------------------------- verifyEvidence: Deck + sources + lock -> Evidence

/** A paragraph of a source. ¶0 holds title, date line, by-line, first publication and affiliation; the body counts from 1. */
export interface SourceParagraph {
  readonly number: number;
  readonly text: string;
}

/** A source whose text is at hand, from `sources/<key>.md`. */
export interface SourceText {
  readonly key: string;
  readonly path: string;
  readonly paragraphs: readonly SourceParagraph[];
}

/** What a claim is on the slide. A quotation where no claims are held is a claim of its own; notes are only warned about. */
export type ClaimKind = 'heading' | 'item' | 'paragraph' | 'row' | 'quotation' | 'figure' | 'relation' | 'note';

/** A stretch of a claim's text, from `start` up to before `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Something the deck says that a source must bear out. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The slide's id and number. */
  readonly slide: { readonly id: string; readonly number: number };
  readonly place: Place;
  /** As the reader sees it, without citations; the parts of a row, a figure or a list stand on lines of their own. */
  readonly text: string;
  /** Where quotations stand in `text`, without their marks. */
  readonly quotations: readonly TextRange[];
  /** Its own citations, or where it has none those that cover it. */
  readonly citations: readonly Citation[];
  /** Citations of what stands below a heading or a parent item: they may hold its numbers and names too. */
  readonly below: readonly Citation[];
  readonly unsourced?: Unsourced;
  /** Numbers are not looked for where they are positions rather than statements. */
  readonly ignoreNumbers?: boolean;
}

/**
 * How far a claim was checked: its quotation, its anchor, or its numbers and names were found; it is only cited; it rests on no
 * source; its source's text is not here; it has no evidence; what it rests on was not found.
 */
export type ClaimStatus =
  | 'quoted'
  | 'anchored'
  | 'found'
  | 'cited'
  | 'inference'
  | 'lecturer'
  | 'unchecked'
  | 'missing'
  | 'failed';

/** Words of a source that a claim rests on. */
export interface FoundWords {
  readonly kind: 'quotation' | 'anchor' | 'number' | 'name';
  readonly source: string;
  readonly paragraph: number;
  /** As the source has them. */
  readonly words: string;
  /** Their position among the paragraph's words, counted from 0, the end not included. */
  readonly fromWord: number;
  readonly toWord: number;
  /** Their position in the paragraph's text; absent where only the lock is here. */
  readonly range?: TextRange;
}

/** Who read a claim against its source, and when (ISO date). */
export interface Review {
  readonly who: string;
  readonly when: string;
}

export interface CheckedClaim extends Claim {
  /** A fingerprint of its text and citations, the same wherever it stands. */
  readonly id: string;
  readonly status: ClaimStatus;
  /** Whether it was checked against the text, or found in the lock because the text is not here. */
  readonly by: 'source' | 'lock' | 'nothing';
  readonly found: readonly FoundWords[];
  readonly reviews: readonly Review[];
}

/** A source as coverage and papers need it, known from its text or from the lock. No paragraphs: it was never here. */
export interface SourceDigest {
  readonly key: string;
  readonly isHere: boolean;
  readonly paragraphs: readonly { readonly number: number; readonly words: number; readonly fingerprint: string }[];
}

export interface Evidence {
  readonly claims: readonly CheckedClaim[];
  readonly sources: readonly SourceDigest[];
  /** The texts that were at hand; only what is made for the teacher may show them. */
  readonly texts?: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}

// ---------------------------------------------------------------- drawDiagrams: Deck -> Drawings

export interface Drawing {
  /** A whole `<svg>` element: no width or height, a viewBox, ids under the diagram's own prefix. */
  readonly svg: string;
  /** Size of the viewBox, in the drawing's own units (px at scale 1). */
  readonly width: number;
  readonly height: number;
  /** Font size of the smallest label, in the drawing's own units; Infinity when it has none. */
  readonly smallestLabel: number;
  /** How many clicks it takes: its parts carry them from 0, as Reveal's fragments. Absent or 0: all is there at once. */
  readonly steps?: number;
  /** A text alternative that follows from what was drawn: a map's. */
  readonly alt?: string;
  /** What has to stand beside it, in sentences: a map's data, and how disputed borders are drawn. */
  readonly smallPrint?: readonly string[];
}

/** By diagram id. A diagram that could not be drawn is missing and has a diagnostic. */
export interface Drawings {
  readonly byId: ReadonlyMap<string, Drawing>;
  readonly diagnostics: readonly Diagnostic[];
}

// ---------------------------------------------------------------- renderDeck: Deck + Drawings -> RenderedDeck

/** For whom and how long: what is not for the reader is never in the file. */
export interface Edition {
  readonly audience: Audience;
  /** Minutes; absent: the deck's own length. */
  readonly cut?: number;
  /** Marks each slide as a draft that has errors. */
  readonly draft?: boolean;
}

export interface RenderedSlide {
  readonly id: string;
  readonly index: { readonly h: number; readonly v: number };
  readonly title: string;
  /** What the speaker view plans by. */
  readonly minutes?: number;
  readonly section?: { readonly number: number; readonly title: string };
  readonly place: Place;
  /** One `<section>` with everything in it, notes included where the edition has them. */
  readonly html: string;
  readonly onPaper: SlideOnPaper;
}

/**
 * What a slide gives to papers, all of it for the edition's reader alone. Strings are HTML that went through the passes of slides;
 * empty where there is nothing. Ids stand once in `stage`, and once more in `body` and `figures`, which show parts of the stage.
 */
export interface SlideOnPaper {
  /** Among the slides of the edition, from 1. */
  readonly number: number;
  readonly layout: Layout;
  readonly section?: { readonly number: number; readonly title: string };
  readonly minutes?: number;
  /** The heading level of its title in a paper's outline: 2, or 3 below a section. */
  readonly level: 2 | 3;
  /** The slide as one `<section>` with its final step, without running head, foot and notes. */
  readonly stage: string;
  /** What stands below the slide's heading, without the heading. */
  readonly body: string;
  /** Footnotes, abbreviations and the small print of maps, which a slide has at its foot. */
  readonly foot: string;
  /** `::: handout`. Its marks name what they rest on by `data-evidence`: positions in `evidence`. */
  readonly prose: string;
  readonly notes: string;
  /** What the slide's claims and those of its prose rest on, each paragraph once, in reading order. */
  readonly evidence: readonly EvidenceNote[];
  readonly figures: readonly FigureOnPaper[];
}

/** A paragraph that claims rest on, as a margin note has it. */
export interface EvidenceNote {
  /** Key of the reference. */
  readonly source: string;
  /** "¶5", "¶5–6", "¶" for a source as a whole. */
  readonly mark: string;
  /** The source's own words or, where claims rest on none, its numbers. Text, not HTML. */
  readonly words: readonly string[];
}

/** A diagram, picture or table of a slide. */
export interface FigureOnPaper {
  readonly id?: string;
  readonly kind: 'diagram' | 'picture' | 'table';
  /** The element with its drawing, without its caption. */
  readonly html: string;
  /** HTML. */
  readonly caption: string;
  /** The text alternative; empty for a table. */
  readonly alt: string;
}

/** What papers print after the slides. */
export interface BackMatter {
  /** The abbreviations the edition uses, in alphabetical order. Text, not HTML. */
  readonly glossary: readonly { readonly short: string; readonly long: string }[];
  /** The references the edition cites; `html` as the citation style sets it, `short` as text. */
  readonly references: readonly { readonly key: string; readonly short: string; readonly html: string }[];
  /** The relations of each view that is shown. */
  readonly relations: readonly RelationsOnPaper[];
  /** Which slides use which paragraphs, as `::: coverage` shows it; HTML made for the stage, 1120 px wide. */
  readonly coverage: string;
}

export interface RelationsOnPaper {
  /** The slide that shows the view. */
  readonly slide: { readonly id: string; readonly number: number; readonly title: string };
  readonly rows: readonly {
    readonly from: string;
    readonly kind: string;
    readonly what: string;
    readonly to: string;
    readonly mutual: boolean;
    /** "inferred", "lecturer", "not in the source", or empty. */
    readonly remark: string;
    readonly evidence: readonly EvidenceNote[];
  }[];
}

/** Papers that are no row of slides, as HTML. */
export type WrittenPapers = Readonly<Partial<Record<Exclude<PaperName, 'handout'>, string>>>;

/**
 * A file of the deck's folder that a slide shows. The slide's HTML names it by `marker`, a string that occurs nowhere else,
 * so that one rendering serves the site, the single file and dev; composing replaces the marker by an address.
 */
export interface LocalAsset {
  readonly marker: string;
  /** Absolute. */
  readonly file: string;
  /** A link leads to it, and the slide does not show it. */
  readonly linked?: true;
  readonly place: Place;
}

export interface RenderedDeck {
  readonly name: string;
  readonly title: string;
  readonly lang: string;
  readonly author: string;
  readonly settings: Settings;
  readonly edition: Edition;
  readonly slides: readonly RenderedSlide[];
  readonly matter: BackMatter;
  /** What papers say that are written anew from the deck: HTML, of those that were asked for and have something to say. */
  readonly written: WrittenPapers;
  readonly assets: readonly LocalAsset[];
  /** What the slides need beyond the theme: KaTeX's style only where there is a formula. */
  readonly features: { readonly math: boolean };
  readonly styles: readonly TextFile[];
  readonly scripts: readonly TextFile[];
  /** Ids of what the edition leaves out. */
  readonly leftOut: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the page holds for the speaker view: this edition's slides in order, and the minutes it is cut to. */
export interface SpeakerPlan {
  readonly minutes?: number;
  readonly slides: readonly Pick<RenderedSlide, 'id' | 'minutes' | 'section'>[];
}

/**
 * Turns what a page needs into an address: a hashed file beside it (site), a data URI (single file), a path (dev).
 * Dev, site and single file differ in nothing else.
 */
export interface AssetResolver {
  /** A file on disk, absolute path in, address out; undefined when there is no such file. */
  readonly file: (absolutePath: string) => string | undefined;
  /** The element that brings in a style sheet; `url()`s in it are relative to `base`, an absolute folder. */
  readonly style: (css: string, base: string, name: string) => string;
  /** The element that brings in a classic script, its text made safe to stand in a page. The page's CSP admits it by its hash. */
  readonly script: (code: string, name: string) => string;
  /** CSP sources the page needs beside hashes and data: — `'self'` on a site, none in a single file. */
  readonly cspSources: readonly string[];
  /** What the page's scripts may connect to: nothing, but for the server of `dev`. */
  readonly connectSources: readonly string[];
}

/** What runs in the reader's browser, bundled when the package is built (`dist/client`). */
export interface ClientBundle {
  /** Absolute; `url()`s of the style sheets are relative to it. */
  readonly folder: string;
  readonly script: string;
  readonly style: string;
  /** The style sheet of papers: the theme's for slides, and that of the papers themselves. */
  readonly paperStyle: string;
  /** KaTeX's style sheet, brought in only by decks with formulas. */
  readonly mathStyle: string;
  /** Code points that at least one of the theme's text fonts has. */
  readonly glyphs: ReadonlySet<number>;
  /** The speaker view, brought in only where an edition has notes. */
  readonly speaker: { readonly script: string; readonly style: string };
}

// ---------------------------------------------------------------- measureDeck: the laid-out deck -> Layout

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text as large as it is seen, px. */
export interface SizedText {
  readonly px: number;
  readonly text: string;
}

/** A text and how much it differs from what is behind it, as WCAG counts contrast: from 1 to 21. */
export interface FaintText {
  readonly text: string;
  readonly contrast: number;
  /** What a text of its size and weight needs. */
  readonly needed: number;
}

/** What was found when one slide was laid out on the 1280 × 720 stage. */
export interface SlideLayout {
  readonly id: string;
  /** How far content reaches beyond the stage, px; 0 when it fits. */
  readonly overflow: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Boxes inside the slide whose own content is cut off. */
  readonly clipped: readonly { readonly what: string; readonly axis: 'x' | 'y'; readonly by: number }[];
  /** The step, from 0, in which it reaches or cuts off more than when all is shown; absent where that is the worst. */
  readonly atStep?: number;
  /** The smallest text on the slide, labels of diagrams apart. */
  readonly smallestText?: SizedText;
  /** The smallest label of a diagram. */
  readonly smallestLabel?: SizedText & { readonly diagram: string };
  /** How many lines the heading above the slide's body takes; 0 without one. */
  readonly headingLines: number;
  /** Texts too faint for what is behind them; absent where that was not looked at. */
  readonly faint?: readonly FaintText[];
}

export interface LaidOutDeck {
  readonly slides: readonly SlideLayout[];
}

// ---------------------------------------------------------------- papers

export const paperNames = ['handout', 'worksheet', 'key', 'reader'] as const;
/** What is made for a class out of a deck, each in a layout of its own. */
export type PaperName = (typeof paperNames)[number];

export const paperSizes = ['a4', 'letter'] as const;
export const slidesPerPage = [1, 2, 3] as const;

/** How papers are printed. */
export interface PaperSetup {
  readonly size: (typeof paperSizes)[number];
  /** Slides on a page of the handout. */
  readonly perPage: (typeof slidesPerPage)[number];
  /** Without any colour. */
  readonly grey: boolean;
}

export const standardPaper: PaperSetup = { size: 'a4', perPage: 3, grey: false };

// ---------------------------------------------------------------- export

/** A file that was made, not yet written. `path` is relative to the output folder, with forward slashes. */
export interface Artifact {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

// ---------------------------------------------------------------- readPdf: the bytes of a PDF -> PdfReading

/** A PDF as it was read again. Pages count from 1; lengths are pt, from the top left of the page. */
export interface PdfReading {
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  /** What the catalogue and the document information say. */
  readonly about: PdfSaid;
  /** The same as the XMP packet says it; absent where there is none. */
  readonly xmp?: PdfSaid;
  /** Whether it says that it is tagged. */
  readonly isMarked: boolean;
  /** Whether viewers are told to show the title rather than the file's name. */
  readonly showsTitle: boolean;
  readonly tree: readonly PdfElement[];
  /** What stands on pages and is neither in the tree nor marked as an artifact. `text` is empty for what is drawn. */
  readonly unmarked: readonly { readonly page: number; readonly text: string }[];
  readonly bookmarks: readonly PdfBookmark[];
  /** Of all pages; the tree holds the same objects. */
  readonly links: readonly PdfLink[];
  readonly fonts: readonly PdfFont[];
}

/** What a PDF says about itself; empty where it says nothing. */
export interface PdfSaid {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  /** When it was made, ISO 8601. */
  readonly date: string;
}

/** An element of the structure tree. */
export interface PdfElement {
  readonly kind: 'element';
  /** A standard role (ISO 32000-1, 14.8.4), or the file's own word where it is mapped to none. */
  readonly role: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly actualText?: string;
  /** Of a header cell: what it heads. */
  readonly scope?: string;
  readonly columns: number;
  readonly children: readonly (PdfElement | PdfContent | PdfLinked)[];
}

/** A stretch of a page's content that belongs to an element. */
export interface PdfContent {
  readonly kind: 'content';
  readonly page: number;
  readonly text: string;
  /** Around all it shows; absent where it shows nothing. */
  readonly box?: Box;
  /** How many pictures and how many shapes it draws. */
  readonly images: number;
  readonly shapes: number;
}

/** The place of a link in the tree. */
export interface PdfLinked {
  readonly kind: 'link';
  readonly link: PdfLink;
}

export interface PdfLink {
  readonly page: number;
  /** The page it leads to, or an address; absent where it leads nowhere. */
  readonly target?: number | string;
}

export interface PdfBookmark {
  readonly title: string;
  /** Absent where it leads nowhere. */
  readonly page?: number;
  readonly children: readonly PdfBookmark[];
}

export interface PdfFont {
  readonly name: string;
  /** As the file has it: TrueType, Type0, Type3, … */
  readonly type: string;
  readonly isEmbedded: boolean;
  /** Whether its glyphs can be read as characters. */
  readonly isReadable: boolean;
}
