/**
 * The icon of a window: a pilcrow in the theme's ink on its paper, drawn, so that it looks the same whatever typefaces there are. It stands in
 * the page itself, since browsers ask for /favicon.ico where a page names none.
 */
export const favicon = `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1b2230"/><path fill="#fbfaf7" d="M14 6h10v3h-2v17h-3V9h-2v17h-3v-9a5.500 5.500 0 0 1 0-11z"/></svg>',
)}">`;
