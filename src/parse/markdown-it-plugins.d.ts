declare module 'markdown-it-footnote' {
  const footnotes: (md: import('markdown-it').MarkdownIt) => void;

  export = footnotes;
}

declare module 'markdown-it-deflist' {
  const definitionLists: (md: import('markdown-it').MarkdownIt) => void;

  export = definitionLists;
}
