import { isRightToLeft } from '../../render/right-to-left.js';
import type { Checked, Finding } from '../finding.js';

export function rightToLeft({ deck: { settings, path } }: Checked): readonly Finding[] {
  if (!isRightToLeft(settings.lang)) return [];
  const message = `Text runs from right to left, as \`lang: ${settings.lang}\` asks; the layout is not mirrored yet.`;
  const place = settings.places?.lang ?? { path, line: 1 };
  return [{ message, place, cure: 'Look at slides with pictures, drawings and maps, and at the papers.' }];
}
