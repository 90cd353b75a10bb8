import type { Token } from 'markdown-it';
import type { Citation } from '../../model.js';
import type { TextScope } from '../text-scope.js';
import { ownCites } from '../tree.js';

type Attribute = readonly [name: string, value: string];

/** Attributes HTML knows on any element, and those our own passes read; other words of the author's become `data-…`. */
const known =
  /^(id|class|style|title|lang|dir|role|tabindex|start|reversed|type|value|width|height|src|alt|href|colspan|rowspan|target|rel|download|srcset|sizes|loading|data-.+|aria-.+)$/;

/**
 * A token's attributes with classes added, ready for markdown-it's `renderAttrs`. The token is left as it is: the same tokens are
 * rendered for every edition. What it cites is noted in `scope`.
 */
export function attributesOf(
  token: Token,
  scope: TextScope,
  ...classes: readonly string[]
): { readonly attrs: [string, string][] } {
  const given = (token.attrs ?? []).map(([name, value]): Attribute => [name, String(value)]);
  const own = given.find(([name]) => name === 'class')?.[1].split(/\s+/) ?? [];
  const all = [...new Set([...classes, ...own])].filter((name) => name !== '').join(' ');
  const attrs = given
    .filter(([name]) => name !== 'class')
    .map(([name, value]): [string, string] =>
      name === 'cite'
        ? [ownCites, scope.cite((token.meta?.citations ?? []) as readonly Citation[])]
        : [known.test(name) ? name : `data-${name}`, value],
    );
  return { attrs: all === '' ? attrs : [['class', all], ...attrs] };
}
