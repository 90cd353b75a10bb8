import type { SceneRun } from '../../../model/scene.js';
import type { sceneStyles } from './scene-styles.js';

/** Formulas in a line, as words. Runs in the page. */
export function sceneMaths({ styleOf }: ReturnType<typeof sceneStyles>) {
  return { mathRuns };

  /** A formula in a line, as words: powers and indices raised, fractions with a stroke. */
  function mathRuns(math: Element, around: Element, runs: SceneRun[], raised?: 'sub' | 'super'): void {
    const style = styleOf(around);
    const add = (text: string, italic: boolean): void => {
      const serif = { ...style, family: 'Cambria Math', italic, ...(raised === undefined ? {} : { raised }) };
      if (text !== '') runs.push({ kind: 'words', text, style: serif });
    };
    const parts = [...math.children];
    const inside = (part: Element | undefined, level = raised): void => {
      if (part !== undefined) mathRuns(part, around, runs, level);
    };
    const wrapped = (part: Element | undefined): void => {
      const isLong = (part?.textContent ?? '').trim().length > 1;
      if (isLong) add('(', false);
      inside(part);
      if (isLong) add(')', false);
    };
    switch (math.localName) {
      case 'mi': {
        const text = math.textContent ?? '';
        add(text, [...text].length === 1 && math.getAttribute('mathvariant') !== 'normal');
        break;
      }
      case 'mo': {
        const sign = (math.textContent ?? '').trim();
        add(/^[=<>≤≥≠≈+−±×·→⇒∈⊂]$/.test(sign) && raised === undefined ? ` ${sign} ` : sign, false);
        break;
      }
      case 'mn':
      case 'mtext':
        add(math.textContent ?? '', false);
        break;
      case 'msup':
      case 'mover':
        inside(parts[0]);
        inside(parts[1], 'super');
        break;
      case 'msub':
      case 'munder':
        inside(parts[0]);
        inside(parts[1], 'sub');
        break;
      case 'msubsup':
      case 'munderover':
        inside(parts[0]);
        inside(parts[1], 'sub');
        inside(parts[2], 'super');
        break;
      case 'mfrac':
        wrapped(parts[0]);
        add('/', false);
        wrapped(parts[1]);
        break;
      case 'msqrt': {
        const isLong = (math.textContent ?? '').trim().length > 1;
        add(isLong ? '√(' : '√', false);
        for (const part of parts) inside(part);
        if (isLong) add(')', false);
        break;
      }
      case 'annotation':
        break;
      default:
        for (const part of parts) inside(part);
    }
  }
}
