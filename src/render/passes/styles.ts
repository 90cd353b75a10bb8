import { withinString } from '../../css/lightning-css.js';
import { oldColours } from '../../css/old-colours.js';
import { withoutRemarks } from '../../css/without-remarks.js';
import type { Diagnostic, Place } from '../../model.js';
import { scopeStyle } from '../scope-style.js';
import type { Pass } from '../slide-tree.js';
import {
  append,
  attribute,
  closest,
  create,
  type Element,
  elements,
  remove,
  removeAttribute,
  setAttribute,
  textContent,
} from '../tree.js';

/** What a slide with styles of its own is known by. */
const mark = 'data-styled';

/**
 * A `<style>` is no content: it stands at the slide's end, where it changes no layout. One that is `scoped` holds for its slide alone, as
 * Marp has it: in a deck, and in papers that show the slide. Styles within a drawing stay there.
 */
export const setStyles: Pass = (tree, rendering) => {
  const { section, slide } = tree;
  const sayOldColours = (css: string, { path, line }: Place): void => {
    const found = oldColours(css).map(({ line: at, ...said }): Diagnostic => {
      return { rule: 'style-syntax', severity: 'warning', place: { path, line: line + at - 1 }, ...said };
    });
    rendering.diagnostics.push(...found);
  };
  for (const element of elements(section)) {
    const style = attribute(element, 'style');
    if (style?.includes('--')) sayOldColours(`* {${style}}`, tree.placeOf(element));
    if (style?.includes('/*')) setAttribute(element, 'style', withoutRemarks(style));
    const [sheet] = element.tagName === 'style' ? element.childNodes : [];
    if (sheet !== undefined && 'value' in sheet) sheet.value = withoutRemarks(sheet.value);
  }
  const styles = elements(section, 'style').filter((style) => closest(style, isDrawing) === undefined);
  if (styles.length === 0) return;
  const name = tree.isProse ? `${slide.slide.id} prose` : slide.slide.id;
  let isScoped = false;
  for (const style of styles) {
    const { path, line } = tree.placeOf(style);
    remove(style);
    sayOldColours(textContent(style), { path, line });
    if (attribute(style, 'scoped') === undefined) continue;
    removeAttribute(style, 'scoped');
    const { css, trouble } = scopeStyle(textContent(style), `[${mark}="${withinString(name)}"]`);
    rendering.diagnostics.push(
      ...trouble.map(
        (one): Diagnostic => ({
          rule: 'style-syntax',
          severity: 'warning',
          message: `This rule is not understood and is left out: ${one.message}.`,
          place: { path, line: line + one.line - 1 },
        }),
      ),
    );
    const [sheet] = style.childNodes;
    if (sheet !== undefined && 'value' in sheet) sheet.value = css;
    isScoped = true;
  }
  if (isScoped && tree.isProse) append(section, create('div', { [mark]: name }, ...section.childNodes.slice()));
  else if (isScoped) setAttribute(section, mark, name);
  append(section, ...styles);
};

function isDrawing({ tagName }: Element): boolean {
  return tagName === 'svg';
}
