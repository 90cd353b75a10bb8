import { elementsOf, type HtmlElement, textOf } from './html-tree.js';
import type { SourceSays } from './source-block.js';

/** What a page says of itself: in the marks for scholarly articles, in schema.org's JSON-LD, in Open Graph, in HTML's own. */
export function htmlSays(page: HtmlElement): SourceSays {
  const metas = elementsOf(page, ({ tag }) => tag === 'meta').map(({ attributes }) => ({
    name: (attributes.get('name') ?? attributes.get('property') ?? attributes.get('itemprop') ?? '').toLowerCase(),
    content: attributes.get('content')?.replace(/\s+/g, ' ').trim() ?? '',
  }));
  const all = (...names: readonly string[]): readonly string[] => {
    const found = names.map((wanted) => metas.filter(({ name, content }) => name === wanted && content !== ''));
    return (found.find((one) => one.length > 0) ?? []).map(({ content }) => content);
  };
  const first = (...names: readonly string[]): string | undefined => all(...names)[0];
  const article = linkedArticle(page);
  const [canonical] = elementsOf(
    page,
    ({ tag, attributes }) => tag === 'link' && attributes.get('rel') === 'canonical',
  );
  const [titleTag] = elementsOf(page, ({ tag }) => tag === 'title');
  const named = all('citation_author', 'dc.creator', 'dcterms.creator', 'author', 'article:author', 'parsely-author');
  const authors = named.filter((name) => !/^https?:/.test(name));
  return present({
    title: first('citation_title', 'dc.title') ?? article.title ?? first('og:title') ?? (titleTag && textOf(titleTag)),
    authors: authors.length > 0 ? authors : article.authors,
    date: isoDay(
      first('citation_publication_date', 'citation_date', 'dc.date', 'dcterms.date', 'article:published_time') ??
        article.date ??
        first('datepublished', 'date', 'pubdate'),
    ),
    container: first('citation_journal_title', 'og:site_name') ?? article.container,
    doi: first('citation_doi', 'dc.identifier')?.match(/10\.\d{4,9}\/\S+/)?.[0],
    url: canonical?.attributes.get('href') ?? first('og:url'),
    language: first('citation_language', 'dc.language'),
  });
}

interface LinkedArticle {
  readonly title?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly date?: string | undefined;
  readonly container?: string | undefined;
}

/** The article that a page describes in JSON-LD (schema.org/Article). */
function linkedArticle(page: HtmlElement): LinkedArticle {
  const scripts = elementsOf(page, ({ tag, attributes }) => {
    return tag === 'script' && attributes.get('type') === 'application/ld+json';
  });
  const things = scripts.flatMap(({ children }) => thingsIn(parsed(children.join(''))));
  const found = things.find((thing) =>
    [thing['@type']].flat().some((type) => /Article|Report|Posting/.test(String(type))),
  );
  if (found === undefined) return {};
  const authors = [found.author].flat().map(nameOf);
  return {
    title: asText(found.headline),
    authors: authors.filter((name) => name !== undefined),
    date: asText(found.datePublished),
    container: nameOf(found.publisher),
  };
}

type Thing = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page whose data is no JSON says nothing in it.
    return undefined;
  }
}

function thingsIn(value: unknown): readonly Thing[] {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Thing, ...thingsIn((value as Thing)['@graph'])];
}

function nameOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? asText((value as Thing).name) : asText(value);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && !/^https?:/.test(value) ? value.trim() : undefined;
}

/** A day without its time: `2024-02-24T09:00:00Z`, `2024/02/24`. */
export function isoDay(date: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/](\d\d?)(?:[-/](\d\d?))?)?(?!\d)/.exec(date ?? '') ?? [];
  if (year === undefined) return date;
  return [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))].join('-');
}

/** The parts that are there and not empty. */
export function present(says: { readonly [Key in keyof SourceSays]?: SourceSays[Key] | undefined }): SourceSays {
  return Object.fromEntries(
    Object.entries(says).filter(([, part]) => part !== undefined && part !== '' && part.length > 0),
  );
}
