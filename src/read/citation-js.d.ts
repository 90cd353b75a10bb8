declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      readonly chain: (
        data: string,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ) => readonly unknown[];
    };
  };
}

declare module '@citation-js/plugin-bibtex' {}

declare module '@citation-js/plugin-ris' {}
