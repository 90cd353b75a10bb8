/** What stands for a value that is not known. */
const missing = /^(?:|-|–|—|\.{1,3}|…|n\.?[\s/]?[ad]\.?|na|nan|null|none|no data|x|\?|:)$/i;

/** A cell as a number; `gap` where it says that there is none; undefined for any other text. */
export function readNumber(cell: string, hasDecimalCommas: boolean): number | 'gap' | undefined {
  if (missing.test(cell)) return 'gap';
  const bare = cell
    .replace(/[\s\u00A0\u202F\u2009'’]/gu, '')
    .replace(/[−–]/u, '-')
    .replace(/%$/, '');
  const digits = hasDecimalCommas
    ? /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(bare)
      ? bare.replaceAll('.', '').replace(',', '.')
      : bare
    : /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
      ? bare.replaceAll(',', '')
      : bare;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits) ? Number(digits) : undefined;
}

/** How many digits stand behind the decimal mark of a cell. */
export function decimalsOf(cell: string, hasDecimalCommas: boolean): number {
  const mark = hasDecimalCommas ? /,(\d+)\s*%?$/ : /\.(\d+)\s*%?$/;
  return mark.exec(cell.trim())?.[1]?.length ?? 0;
}
