/** KaTeX's extension for chemistry adds its commands to KaTeX when it is loaded, and exports nothing. */
declare module 'katex/contrib/mhchem';
