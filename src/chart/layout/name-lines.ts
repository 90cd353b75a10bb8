import { lineWidth, wordsOf, wrapText } from '../../relations/wrap-text.js';

/** Lines of a name, each in px, no wider than `width`. */
export function nameLines(name: string, width: number, size: number, isStrong: boolean): readonly string[] {
  const lines = wrapText(wordsOf(name, isStrong ? 'strong' : 'label', size), width);
  return lines.filter((line) => lineWidth(line) > 0).map((line) => line.map((run) => run.text).join(''));
}
