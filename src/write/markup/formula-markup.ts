import katex from 'katex';
import type { Settings } from '../../model.js';
import { escapeXml } from './escape-xml.js';

type Macros = Settings['macros'];

/** A formula as MathML, which is well-formed XML; its TeX as code where KaTeX cannot read it, which the deck's check says. */
export function mathMl(tex: string, isDisplayed: boolean, macros: Macros): string {
  try {
    const html = katex.renderToString(tex, {
      output: 'mathml',
      displayMode: isDisplayed,
      macros: { ...macros },
      strict: false,
      trust: false,
    });
    return /<math[\s\S]*<\/math>/.exec(html)?.[0].replaceAll('&nbsp;', '\u00A0') ?? asCode(tex);
  } catch {
    return asCode(tex);
  }
}

/** A formula as platforms show it that load MathJax: TeX between `\(` and `\)`, and before it what the deck's own macros mean. */
export function delimitedTex(tex: string, isDisplayed: boolean, macros: Macros): string {
  const own = Object.entries(macros ?? {}).filter(([name]) => tex.includes(name));
  const meant = own.map(([name, meaning]) => `\\def${name}${parametersOf(meaning)}{${meaning}}`).join('');
  const [open, close] = isDisplayed ? ['\\[', '\\]'] : ['\\(', '\\)'];
  return escapeXml(`${open}${meant}${tex}${close}`);
}

/** "#1#2" for a meaning that has two parameters. */
function parametersOf(meaning: string): string {
  const most = Math.max(0, ...[...meaning.matchAll(/#([1-9])/g)].map(([, number]) => Number(number)));
  return Array.from({ length: most }, (_, index) => `#${index + 1}`).join('');
}

function asCode(tex: string): string {
  return `<code>${escapeXml(tex)}</code>`;
}
