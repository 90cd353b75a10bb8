import { escapeHtml } from '../../escape-html.js';
import type { AssetResolver, ClientBundle } from '../../model.js';

/** The element that names the licences of what a page is made of (HTML, 4.6.7.9); none where the client was built without them. No browser loads it. */
export function licenceLink({ folder }: ClientBundle, assets: AssetResolver): readonly string[] {
  const address = assets.file(`${folder}/licences.txt`);
  return address === undefined ? [] : [`<link rel="license" type="text/plain" href="${escapeHtml(address)}">`];
}
