import type { ChartView } from '../model.js';

/** How a chart writes its numbers. */
export interface ChartNumbers {
  /** A value, with the chart's decimals. */
  readonly value: (value: number) => string;
  /** A change, with its sign. */
  readonly change: (value: number) => string;
  /** A tick of the scale, with as many decimals as the ticks need. */
  readonly tick: (value: number, step: number) => string;
}

/** Numbers in a language: its marks of decimals and thousands, U+2212 for minus, no-break spaces, no sign before zero. */
export function chartNumbers({ decimals, isShare, isSigned }: ChartView, lang: string): ChartNumbers {
  const times = isShare ? 100 : 1;
  const after = isShare ? '\u00A0%' : '';
  const write = (value: number, digits: number, sign: 'always' | 'never'): string => {
    const form = formOf(lang, digits);
    const shown = Number((value * times).toFixed(digits));
    const before = shown < 0 ? '−' : sign === 'always' && shown > 0 ? '+' : '';
    return `${before}${form.format(Math.abs(shown)).replace(/[\s\u202F]/gu, '\u00A0')}${after}`;
  };
  return {
    value: (value) => write(value, decimals, isSigned ? 'always' : 'never'),
    change: (value) => write(value, decimals, 'always'),
    tick: (value, step) => write(value, digitsOf(step * times), isSigned ? 'always' : 'never'),
  };
}

const forms = new Map<string, Intl.NumberFormat>();

function formOf(lang: string, digits: number): Intl.NumberFormat {
  const key = `${lang} ${digits}`;
  const known = forms.get(key);
  if (known !== undefined) return known;
  const form = new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  forms.set(key, form);
  return form;
}

function digitsOf(step: number): number {
  return Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
}
