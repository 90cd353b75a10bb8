import { applyExceptions } from '../check/exceptions.js';
import type { Deck, Diagnostic, Slide } from '../model.js';
import { keptSlides } from '../render/edition.js';
import type { Files } from '../system/effects.js';
import { formerIds, type KnownIds } from './former-ids.js';
import { idsInSite, type SitePlaces } from './site-folder.js';

/** What the next build has to know of the ids of each length, and what is said of them in this one. */
export interface SiteAddresses {
  readonly known: ReadonlyMap<number | undefined, KnownIds>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares the ids of a deck's slides, in each length, with those of the site that stands in the output folder. A slide that has another
 * id now is said, since links to it lead nowhere. Of a deck with `url:`, which is shared, this is said until the old id leads to the slide
 * again; of another deck only by the build that changes it. Nothing is known of a deck that was never built here.
 */
export async function siteAddresses(
  deck: Deck,
  lengths: readonly (number | undefined)[],
  places: SitePlaces,
  files: Files,
): Promise<SiteAddresses> {
  const known = new Map<number | undefined, KnownIds>();
  const lost = new Map<Slide['id'], Set<string>>();
  for (const cut of lengths) {
    const slides = keptSlides(deck, { audience: 'student', ...(cut === undefined ? {} : { cut }) });
    const before = await idsInSite(deck, cut, places, files);
    const former = before === undefined ? new Map<string, readonly string[]>() : formerIds(before, slides);
    for (const [id, ids] of former) lost.set(id, new Set([...(lost.get(id) ?? []), ...ids]));
    const remembered = deck.settings.url === undefined ? {} : Object.fromEntries(former);
    known.set(cut, { ids: slides.map(({ id }) => id), former: remembered });
  }
  const said = deck.slides.flatMap((slide) => {
    const ids = lost.get(slide.id);
    return ids === undefined ? [] : [addressChanged(slide, [...ids])];
  });
  return { known, diagnostics: applyExceptions(deck, said) };
}

function addressChanged({ id, aliases = [], attributes, title, place }: Slide, lost: readonly string[]): Diagnostic {
  const addresses = lost.map((one) => `\`#/${one}\``).join(' and ');
  const message = `In the site that was built before, this slide, or the one in its place, was at ${addresses}; now it is at \`#/${id}\`, and links to the old address open the first slide.`;
  const names = `aliases="${[...aliases, ...lost].join(' ')}"`;
  const alias = title === '' ? `\`<!-- .slide: ${names} -->\` on the slide` : `\`{${names}}\` on its heading`;
  const isFromHeading = lost.length === 1 && attributes.id === undefined && title !== '';
  const keep = isFromHeading ? `Write \`{#${lost[0]}}\` on its heading to keep the address, or` : 'Write';
  const cure = `${keep} ${alias} to let links to the old one lead here.`;
  return { rule: 'address-changed', severity: 'warning', message, place, cure };
}
