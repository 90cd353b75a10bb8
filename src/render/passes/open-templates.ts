import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Pass } from '../slide-tree.js';
import { attribute, elements, insertBefore, type Parent, remove } from '../tree.js';

/**
 * What stands in a `<template>`, which browsers do not show: components of Vue take their words there. One with an id is a program's own.
 */
export const openTemplates: Pass = ({ section }) => open(section);

function open(parent: Parent): void {
  for (const template of elements(parent, 'template')) {
    const { content } = template as Partial<DefaultTreeAdapterTypes.Template>;
    if (content === undefined || attribute(template, 'id') !== undefined) continue;
    open(content);
    for (const node of [...content.childNodes]) insertBefore(node, template);
    remove(template);
  }
}
