import noNetwork from './no-network.js';

/** Takes the place of fetch-ponyfill, which citation-js calls while it is loaded, under Node 20 at least: what it gives fetches nothing. */
// biome-ignore lint/style/noDefaultExport: what it takes the place of has one
export default function noFetch(): { fetch: typeof noNetwork; Headers: typeof Headers } {
  return { fetch: noNetwork, Headers };
}
