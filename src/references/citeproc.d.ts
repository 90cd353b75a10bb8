/** The part of citeproc-js we use; the package brings no types (https://citeproc-js.readthedocs.io). */
declare module 'citeproc' {
  /** An entry of CSL-JSON. */
  export type CslItem = Readonly<Record<string, unknown>> & { readonly id: string };

  export interface CitationItem {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
  }

  export interface System {
    /** Text (XML) or what was parsed from it. */
    readonly retrieveLocale: (lang: string) => unknown;
    readonly retrieveItem: (id: string) => CslItem | undefined;
  }

  /** By language the tag of the locale that stands for it, with a hyphen or an underscore: `de` is `de_DE`. */
  export const LANG_BASES: Readonly<Record<string, string>>;

  export class Engine {
    constructor(system: System, style: string, lang: string, forceLang: boolean);
    readonly opt: { readonly development_extensions: { wrap_url_and_doi: boolean } };
    readonly bibliography: { readonly opt: Record<string, unknown> };
    /** What tells a work from others of its author and year, counted from 0, where the style does so. */
    readonly registry: {
      readonly registry: Readonly<Record<string, { readonly disambig?: { readonly year_suffix?: string | false } }>>;
    };
    updateItems(ids: readonly string[]): void;
    /** False where the style has no list of references. */
    makeBibliography(): false | readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
    /** A word of the locale, such as `month-01`. */
    getTerm(name: string): string;
    makeCitationCluster(items: readonly CitationItem[]): string;
  }
}
