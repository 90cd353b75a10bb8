import { type ThemeColour, themeColours } from '../../src/model/theme-colours.js';

/** The theme's colours as a style sheet: light on the page and on slides of a light ground, dark likewise. */
export function coloursSheet(): string {
  return `/* Written by scripts/theme-colours.ts from src/model/theme-colours.ts. */
${rule(':root,\n.reveal .slides section.has-light-background', 'light')}
${rule(':root[data-theme="dark"],\n.reveal .slides section.has-dark-background', 'dark')}`;
}

function rule(selector: string, mode: keyof ThemeColour): string {
  const lines = Object.entries(themeColours).map(([name, colour]) => `  --${name}: ${colour[mode]};\n`);
  return `${selector} {\n  color-scheme: ${mode};\n${lines.join('')}}\n`;
}
