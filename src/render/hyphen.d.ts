/** The part of hyphen we use; the package brings no types (https://github.com/ytiurin/hyphen). */
declare module 'hyphen/*/index.js' {
  const language: { readonly hyphenateSync: (text: string) => string };
  export = language;
}
