import { escapeHtml } from '../../escape-html.js';
import type { AssetResolver, RenderedDeck } from '../../model.js';

/**
 * What the head of a page says of where it is published and what it is about, for search engines and for those who show a preview of a link
 * (https://ogp.me). Without `url:` there is nothing but the description. No browser asks for any of it.
 */
export function publishedAt(
  { settings, title, lang }: Pick<RenderedDeck, 'settings' | 'title' | 'lang'>,
  { preview }: Pick<AssetResolver, 'preview'>,
): readonly string[] {
  const { url, description = settings.subtitle } = settings;
  const about = description === undefined ? [] : [named('name', 'description', description)];
  if (url === undefined) return about;
  const property = (name: string, content: string | undefined): readonly string[] =>
    content === undefined ? [] : [named('property', `og:${name}`, content)];
  const picture =
    preview === undefined ? undefined : new URL(preview, /(\/|\.html?)$/.test(url) ? url : `${url}/`).href;
  return [
    ...about,
    `<link rel="canonical" href="${escapeHtml(url)}">`,
    ...property('type', 'article'),
    ...property('title', title),
    ...property('description', description),
    ...property('url', url),
    ...property('locale', lang.replace('-', '_')),
    ...property('image', picture),
    ...(picture === undefined ? [] : [named('name', 'twitter:card', 'summary_large_image')]),
  ];
}

function named(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escapeHtml(content)}">`;
}
