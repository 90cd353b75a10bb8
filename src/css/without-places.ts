import { lightningCss } from './lightning-css.js';

/** Properties that put an element elsewhere than where it stands in the text. */
const placing = /^(?:position|inset|top|right|bottom|left|transform|translate|rotate|scale|offset|z-index)(?:-|$)/;
const mayPlace = /position|inset|transform|translate|rotate|scale|offset|margin/i;

/**
 * A `style` attribute without what would lay its element over others: places, transforms and margins below zero. What cannot be read is
 * given back as it was.
 */
export function withoutPlaces(style: string): string {
  if (!mayPlace.test(style)) return style;
  try {
    const { code } = lightningCss().transformStyleAttribute({
      filename: 'style',
      code: new TextEncoder().encode(style),
      errorRecovery: true,
      visitor: {
        Declaration(declaration) {
          const { property } = declaration;
          const isDrawnUp = property.startsWith('margin') && /"value":-/.test(JSON.stringify(declaration));
          return isDrawnUp || placing.test(property) ? [] : undefined;
        },
      },
    });
    return new TextDecoder().decode(code);
  } catch {
    return style;
  }
}
