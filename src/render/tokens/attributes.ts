import type { Token } from 'markdown-it';
import { citationTexts } from '../../evidence/claim-id.js';
import type { Citation } from '../../model.js';

type Attribute = readonly [name: string, value: string];

/** Attributes HTML knows on any element, and those our own passes read; other words of the author's become `data-…`. */
const known =
  /^(id|class|style|title|lang|dir|role|tabindex|start|reversed|type|value|width|height|src|alt|href|colspan|rowspan|target|rel|download|srcset|sizes|loading|data-.+|aria-.+)$/;

/**
 * A token's attributes with classes added, ready for markdown-it's `renderAttrs`. The token is left as it is: the same tokens are
 * rendered for every edition. What it cites stands in `data-cites`, until the evidence panel is laid.
 */
export function attributesOf(token: Token, ...classes: readonly string[]): { readonly attrs: [string, string][] } {
  const given = (token.attrs ?? []).map(([name, value]): Attribute => [name, String(value)]);
  const own = given.find(([name]) => name === 'class')?.[1].split(/\s+/) ?? [];
  const all = [...new Set([...classes, ...own])].filter((name) => name !== '').join(' ');
  const attrs = given
    .filter(([name]) => name !== 'class')
    .map(([name, value]): [string, string] =>
      name === 'cite'
        ? ['data-cites', citationTexts((token.meta?.citations ?? []) as readonly Citation[]).join('\n')]
        : [known.test(name) ? name : `data-${name}`, value],
    );
  return { attrs: all === '' ? attrs : [['class', all], ...attrs] };
}
