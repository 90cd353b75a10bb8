import { Math as MathFormula, TextRun, XmlAttributeComponent, XmlComponent } from 'docx';
import { allowedInXml } from '../markup/escape-xml.js';
import { mathMl } from '../markup/formula-markup.js';
import { type OfficeMath, officeMath } from '../math/office-math.js';
import type { DocxSetup } from './docx-setup.js';

/** A formula as an equation of Word; its TeX as code where KaTeX cannot read it, which the deck's check says. */
export function docxFormula(
  tex: string,
  isDisplayed: boolean,
  { macros, look }: Pick<DocxSetup, 'macros' | 'look'>,
): MathFormula | TextRun {
  const math = officeMath(mathMl(tex, isDisplayed, macros));
  if (math === undefined) return new TextRun({ text: allowedInXml(tex), font: look.fonts.code });
  return new MathFormula({ children: math.map((one) => new Part(one)) });
}

class Part extends XmlComponent {
  constructor({ name, val, children }: OfficeMath) {
    super(`m:${name}`);
    if (val !== undefined) this.root.push(new Value({ val: allowedInXml(val) }));
    if (name === 't') this.root.push(new Space({ space: 'preserve' }));
    for (const child of children) this.root.push(typeof child === 'string' ? allowedInXml(child) : new Part(child));
  }
}

class Value extends XmlAttributeComponent<{ readonly val: string }> {
  protected override readonly xmlKeys = { val: 'm:val' };
}

class Space extends XmlAttributeComponent<{ readonly space: string }> {
  protected override readonly xmlKeys = { space: 'xml:space' };
}
