import type { Token } from 'markdown-it';
import { contrast, type Rgb } from '../css/contrast.js';
import { lightningCss } from '../css/lightning-css.js';
import { sheetColours } from '../css/sheet-colours.js';
import { sheetsIn } from '../css/sheets-in.js';
import { readElementComment } from '../element-comment.js';
import type { Deck, Diagnostic, Slide } from '../model.js';
import { htmlPieces } from '../parse/html-pieces.js';
import { attributeOf, eachToken } from '../parse/token.js';

/** The grounds of the two modes, and the contrast below which words are lost on them. */
const light: Rgb = [251, 250, 247];
const dark: Rgb = [18, 22, 31];
const lost = 2.5;

/**
 * A deck of another tool is shown dark or light as the ground that its own style sheets lay below all slides. Where they lay none and it names
 * no theme, it is shown dark where more of its words are coloured for a dark ground than for a light one: reveal-md's own theme is black, and
 * white words would be lost on paper. What has a ground of its own says nothing.
 */
export function withChosenMode(deck: Deck): Deck {
  const { usesOwnTheme, tool, places } = deck.settings;
  if (usesOwnTheme) return deck;
  const sheets = [...deck.styles.map(({ text }) => text), ...deck.slides.flatMap(sheetsOf)].map(sheetColours);
  const ground = sheets.findLast((sheet) => sheet.ground !== undefined)?.ground;
  if (ground !== undefined) return withGround(deck, ground);
  if (tool !== undefined || places?.theme !== undefined) return deck;
  const styles = deck.slides.filter((slide) => !hasGround(slide)).flatMap(stylesOf);
  const colours = [...styles.flatMap(colourOf), ...sheets.flatMap(({ words }) => words)];
  const forDark = colours.filter((colour) => contrast(colour, light) < lost).length;
  if (forDark <= colours.filter((colour) => contrast(colour, dark) < lost).length) return deck;
  const note: Diagnostic = {
    rule: 'theme',
    severity: 'note',
    message: `The deck names no theme, and ${forDark} of its colours are made for a dark ground: it is shown dark, as in reveal-md.`,
    place: { path: deck.path, line: 1 },
    cure: 'Write `theme: black` or `theme: white` into the front matter.',
  };
  return { ...deck, settings: { ...deck.settings, mode: 'dark' }, diagnostics: [...deck.diagnostics, note] };
}

/** The mode whose words are read on a ground. */
function withGround(deck: Deck, ground: Rgb): Deck {
  const mode = contrast(dark, ground) >= contrast(light, ground) ? 'light' : 'dark';
  if (mode === deck.settings.mode) return deck;
  const note: Diagnostic = {
    rule: 'theme',
    severity: 'note',
    message: `A style sheet of the deck lays a ${mode} ground below all slides: the deck is shown with our ${mode} theme.`,
    place: deck.settings.places?.theme ?? { path: deck.path, line: 1 },
  };
  return { ...deck, settings: { ...deck.settings, mode }, diagnostics: [...deck.diagnostics, note] };
}

/** The style sheets on a slide that hold for the whole deck. */
function sheetsOf({ tokens }: Slide): readonly string[] {
  return [...eachToken(tokens)].flatMap(({ type, content }) => (type === 'html_block' ? sheetsIn(content) : []));
}

function hasGround({ attributes }: Slide): boolean {
  return Object.keys(attributes).some((name) => name.startsWith('data-background'));
}

/** The styles in a slide, as their authors typed them. */
function stylesOf({ tokens, attributes }: Slide): readonly string[] {
  const own = attributes.style === undefined ? [] : [attributes.style];
  return [...own, ...[...eachToken(tokens)].flatMap(stylesOfToken)];
}

function stylesOfToken(token: Token): readonly string[] {
  const own = attributeOf(token, 'style');
  if (token.type !== 'html_block' && token.type !== 'html_inline') return own === undefined ? [] : [own];
  return htmlPieces(token.content).flatMap(({ name, comment, attributes }) => {
    const given = comment === undefined ? attributes : readElementComment(comment);
    return given.flatMap(([key, value]) => {
      if (key === 'style') return [value];
      return key === 'color' && name?.toLowerCase() === 'font' ? [`color: ${value}`] : [];
    });
  });
}

/** A style's text colour; nothing where it has none, or a ground of its own. */
function colourOf(style: string): readonly Rgb[] {
  if (!/color\s*:/i.test(style)) return [];
  const found: Rgb[] = [];
  let hasOwnGround = false;
  try {
    lightningCss().transformStyleAttribute({
      filename: 'style',
      code: new TextEncoder().encode(style),
      errorRecovery: true,
      visitor: {
        Declaration(declaration) {
          if (declaration.property.startsWith('background')) hasOwnGround = true;
          const value = declaration.property === 'color' ? declaration.value : undefined;
          if (typeof value === 'object' && value.type === 'rgb') {
            found.push([value.r, value.g, value.b]);
          }
        },
      },
    });
  } catch {
    return [];
  }
  return hasOwnGround ? [] : found;
}
