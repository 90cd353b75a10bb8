import type { Config } from 'dompurify';
import type { Sanitiser } from '../render/sanitiser.js';

const common = {
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i,
  FORBID_TAGS: ['style', 'form', 'dialog', 'select', 'textarea', 'marquee', 'slot'],
  FORBID_ATTR: ['name', 'autofocus', 'contenteditable', 'popovertarget', 'ping'],
  // Slides keep their ids: only a name could take a property of the page's, and names are refused.
  SANITIZE_DOM: false,
} satisfies Config;

/** KaTeX keeps a formula's text in an annotation, which holds no HTML; a map uses its own hatches. */
const html: Config = { ...common, ADD_TAGS: ['semantics', 'annotation'], ADD_ATTR: ['encoding'] };
const svg: Config = { ...common, USE_PROFILES: { svg: true, svgFilters: true }, ADD_TAGS: ['use'] };

/** DOMPurify on a document of jsdom, which loads and runs nothing. Loaded only where it is needed: that takes 0.7 s. */
export async function createSanitiser(): Promise<Sanitiser> {
  const [{ JSDOM }, { default: createPurifier }] = await Promise.all([import('jsdom'), import('dompurify')]);
  const purifier = createPurifier(new JSDOM('').window);
  purifier.addHook('afterSanitizeAttributes', (element) => {
    const name = element.nodeName.toLowerCase();
    const address = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '#';
    if (name === 'use' && !address.startsWith('#')) element.remove();
    if (/^(image|feimage)$/.test(name) && /^(?!data:image\/)(\/\/|[a-z][a-z\d+.-]*:)/i.test(address.trim()))
      element.remove();
  });
  return {
    html: (markup) => purifier.sanitize(markup, html),
    svg: (markup) => purifier.sanitize(markup, svg),
  };
}
