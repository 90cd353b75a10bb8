import type { PartRelation } from './office-package.js';
import type { Item, Paragraph, Run } from './presentation.js';
import { allBelow, childAt, childrenOf, isOn, numberOf, textIn, type XmlElement } from './xml-element.js';

/** What a text is read with. */
export interface TextSetting {
  /** What its part names. */
  readonly relations: ReadonlyMap<string, PartRelation>;
  /** Where the signs of its items are said beside the paragraph itself, the nearest first. */
  readonly styles: readonly (XmlElement | undefined)[];
}

/** The paragraphs of a text body, `a:p` by `a:p`, empty ones too. */
export function readParagraphs(body: XmlElement | undefined, setting: TextSetting): readonly Paragraph[] {
  return childrenOf(body)
    .filter(({ name }) => name === 'a:p')
    .map((paragraph) => {
      const properties = childAt(paragraph, 'a:pPr');
      const level = Math.min(8, Math.max(0, numberOf(properties, 'lvl') ?? 0));
      const item = itemOf([properties, ...setting.styles.map((style) => childAt(style, `a:lvl${level + 1}pPr`))]);
      return { level, ...(item === undefined ? {} : { item }), runs: runsOf(paragraph, setting) };
    });
}

/** The sign of an item, from the nearest place that says whether there is one. */
function itemOf(places: readonly (XmlElement | undefined)[]): Item | undefined {
  for (const place of places) {
    const said = childrenOf(place).find(({ name }) => /^a:bu(None|Char|AutoNum|Blip)$/.test(name));
    if (said === undefined) continue;
    if (said.name === 'a:buNone') return undefined;
    if (said.name !== 'a:buAutoNum') return {};
    return { numbers: said.attributes.get('type') ?? 'arabicPeriod', start: numberOf(said, 'startAt') ?? 1 };
  }
  return undefined;
}

function runsOf(paragraph: XmlElement, setting: TextSetting): readonly Run[] {
  return childrenOf(paragraph).flatMap((child): readonly Run[] => {
    switch (child.name) {
      case 'a:r':
      case 'a:fld':
        return wordsOf(child, setting);
      case 'a:br':
        return [{ text: '\n' }];
      case 'a14:m':
      case 'm:oMath':
      case 'm:oMathPara':
        return [
          {
            text: allBelow(child, 'm:t')
              .map((one) => textIn(one))
              .join(''),
            isFormula: true,
          },
        ];
      case 'mc:AlternateContent':
        return runsOf(childAt(child, 'mc:Choice') ?? child, setting);
      default:
        return [];
    }
  });
}

function wordsOf(run: XmlElement, { relations }: TextSetting): readonly Run[] {
  const properties = childAt(run, 'a:rPr');
  // A tab is a space, and a vertical tab ends a line, as PowerPoint writes it into titles.
  const text = textIn(childAt(run, 'a:t'))
    .replace(/_x000B_|\v|\r\n?/g, '\n')
    .replace(/\t/g, ' ');
  if (text === '') return [];
  const baseline = numberOf(properties, 'baseline') ?? 0;
  const face = childAt(properties, 'a:latin')?.attributes.get('typeface') ?? '';
  const strike = properties?.attributes.get('strike') ?? 'noStrike';
  const link = linkOf(childAt(properties, 'a:hlinkClick'), relations);
  return [
    {
      text,
      ...(isOn(properties, 'b') ? { isBold: true } : {}),
      ...(isOn(properties, 'i') ? { isItalic: true } : {}),
      ...(strike === 'noStrike' ? {} : { isStruck: true }),
      ...(/\bmono|courier|consolas|menlo|monaco|\bcode\b/i.test(face) ? { isCode: true } : {}),
      ...(baseline > 0 ? { raised: 'super' } : baseline < 0 ? { raised: 'sub' } : {}),
      ...(link === undefined ? {} : { link }),
    } satisfies Run,
  ];
}

/** Where a click leads: to an address, to a slide, or to an action such as the next slide or a program. */
export function linkOf(
  link: XmlElement | undefined,
  relations: ReadonlyMap<string, PartRelation>,
): NonNullable<Run['link']> | undefined {
  if (link === undefined) return undefined;
  const action = link.attributes.get('action') ?? '';
  const named = relations.get(link.attributes.get('r:id') ?? '');
  if (named?.isOutside === true && (action === '' || action.includes('hlinkfile'))) return { address: named.target };
  if (named?.kind === 'slide') return { slide: named.target };
  return action === '' || action.includes('media') ? undefined : { action };
}
