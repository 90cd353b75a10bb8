import { type Hue, hueAliases } from '../model/hues.js';
import { lightningCss } from './lightning-css.js';

/** A token of the theme under a name it no longer has, and what a message says of it. */
export interface OldColour {
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly cure: string;
}

const actors = Object.entries(hueAliases).filter(([name]) => name !== 'gray');
const form = new RegExp(`^--(${actors.map(([name]) => name).join('|')})(-fill|-tint|-on)?$`);

/**
 * Tokens that were called by the first deck's actors and that a sheet sets, or reads, but not both: what it does both with is a property of
 * its own. Each once. A sheet that cannot be read has none; why is said elsewhere.
 */
export function oldColours(css: string): readonly OldColour[] {
  if (!actors.some(([name]) => css.includes(`--${name}`))) return [];
  const set = new Set<string>();
  const read = new Set<string>();
  lightningCss().transform({
    filename: 'style.css',
    code: Buffer.from(css),
    errorRecovery: true,
    visitor: {
      Declaration: {
        custom: ({ name }) => {
          set.add(name);
        },
      },
      Variable: ({ name }) => {
        read.add(name.ident);
      },
    },
  });
  return [...set, ...read].flatMap((name) => {
    const [, actor = '', part = ''] = form.exec(name) ?? [];
    const hue: Hue | undefined = hueAliases[actor];
    if (hue === undefined || set.has(name) === read.has(name)) return [];
    const line = css.slice(0, Math.max(0, withoutComments(css).indexOf(name))).split('\n').length;
    const now = `--${hue}${part}`;
    const message = `The theme has no \`${name}\`; the colour is called \`${now}\`, and this has no effect.`;
    return [{ line, message, cure: `Write \`${now}\`.` }];
  });
}

/** Of the same length and with the same lines. */
function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}
