import type { OfficePackage, PartRelation } from './office-package.js';
import type { PresentationSlide } from './presentation.js';
import { readParagraphs } from './read-text.js';
import { allBelow, childAt, childrenOf, textIn, type XmlElement } from './xml-element.js';

/** The text of a page of notes; what else stands on it is the slide's picture, a number, a foot. */
export async function notesOf(part: string, office: OfficePackage): Promise<PresentationSlide['notes']> {
  const page = await office.xml(part);
  const relations = await office.relations(part);
  const bodies = allBelow(page, 'p:sp').filter(
    (shape) => childAt(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes.get('type') === 'body',
  );
  return bodies.flatMap((shape) => {
    const body = childAt(shape, 'p:txBody');
    return readParagraphs(body, { relations, styles: [childAt(body, 'a:lstStyle')] });
  });
}

/** Remarks of colleagues, of both kinds that PowerPoint has had, answers to them behind them. */
export function commentsOf(
  root: XmlElement | undefined,
  authors: ReadonlyMap<string, string>,
): PresentationSlide['comments'] {
  const isComment = /^\w+:(cm|reply)$/;
  const visit = (element: XmlElement): PresentationSlide['comments'] => {
    const below = childrenOf(element).flatMap(visit);
    if (!isComment.test(element.name)) return below;
    const own = childrenOf(element).filter(({ name }) => /^\w+:(text|txBody)$/.test(name));
    const text = own
      .flatMap((one) =>
        one.name.endsWith(':text')
          ? [textIn(one)]
          : allBelow(one, 'a:p').map((line) =>
              allBelow(line, 'a:t')
                .map((t) => textIn(t))
                .join(''),
            ),
      )
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    return text === ''
      ? below
      : [{ author: authors.get(element.attributes.get('authorId') ?? '') ?? '', text }, ...below];
  };
  return root === undefined ? [] : visit(root);
}

/** Who wrote comments, by their ids; the id of one who is not named is missing. */
export async function authorsOf(
  office: OfficePackage,
  named: ReadonlyMap<string, PartRelation>,
): Promise<ReadonlyMap<string, string>> {
  const parts = [...named.values()].filter(({ kind }) => kind === 'commentAuthors' || kind === 'authors');
  const roots = await Promise.all(parts.map(({ target }) => office.xml(target)));
  return new Map(
    roots.flatMap(childrenOf).map((author) => [author.attributes.get('id') ?? '', author.attributes.get('name') ?? '']),
  );
}
