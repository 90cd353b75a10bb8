import { kindOf } from '../../css/address-kind.js';
import { filled, ownLang, wordsIn } from '../../language/words/words.js';
import { type Address, addressesOf } from '../addresses.js';
import { isNotes, type Pass, report, type SlideTree } from '../slide-tree.js';
import {
  append,
  attribute,
  childElements,
  closest,
  create,
  type Element,
  elements,
  insertBefore,
  remove,
  removeAttribute,
  replace,
  text,
  textContent,
} from '../tree.js';

/**
 * A deck asks nothing of the network: what lies on another host is replaced by a box that names it, or taken out where there is nothing
 * to see of it. Links stay; following one is the reader's own doing.
 */
export const replaceRemote: Pass = (tree, rendering) => {
  const { section } = tree;
  for (const element of [section, ...elements(section)]) {
    openOutside(element);
    for (const address of addressesOf(element)) {
      const { url, isImport, isAnimated, isSilent, attribute: name } = address;
      if (kindOf(url) !== 'remote') {
        if (isImport) leaveOutImport(address, tree, rendering);
        else if (isAnimated && kindOf(url) === 'local') leaveOutAnimated(address, tree, rendering);
        continue;
      }
      report(
        rendering,
        tree,
        element,
        'warning',
        isSilent === true || element.tagName === 'base'
          ? {
              rule: 'remote-resource',
              message: `${url} lies on another host and is told nothing; ${element.tagName === 'base' ? 'the <base>' : `the attribute ${name}`} is left out.`,
              cure: 'Take it out.',
            }
          : {
              rule: 'remote-resource',
              message: `${url} lies on another host and is not loaded; a box names it.`,
              cure: 'Put the file into the deck’s folder and name it there.',
            },
        address,
      );
      if (element.parentNode !== null || element === section) takeOut(address, tree, rendering.deck.settings.lang);
    }
  }
};

/** A page of another host that Reveal would show in a window of its own opens as any link does. */
function openOutside(element: Element): void {
  const preview = attribute(element, 'data-preview-link');
  if (preview === undefined || element.tagName !== 'a' || kindOf(attribute(element, 'href') ?? '') !== 'remote') return;
  if (/^(|auto|true|false)$/i.test(preview.trim())) removeAttribute(element, 'data-preview-link');
}

/** No file of the deck can be where an animation looks for it. */
function leaveOutAnimated(address: Address, tree: SlideTree, rendering: Parameters<Pass>[1]): void {
  const message = `${address.url} is shown by an animation only, which no output has the file for: it is left out.`;
  const cure = 'Show one picture after the other in steps.';
  report(rendering, tree, address.element, 'warning', { rule: 'image-missing', message, cure }, address);
  address.set(undefined);
}

/** A sheet that a `<style>` imports would come into the outputs as it stands, with what is not for the reader. */
function leaveOutImport(address: Address, tree: SlideTree, rendering: Parameters<Pass>[1]): void {
  const message = `The @import of ${address.url} in a <style> is left out.`;
  const cure = 'Name the sheet under `css:` in the front matter.';
  report(rendering, tree, address.element, 'warning', { rule: 'style-syntax', message, cure }, address);
  address.set(undefined);
}

/** What shows nothing without its address, and the attributes that hold it. */
const main = ['src', 'data-src', 'href', 'data'];
const whole = ['img', 'iframe', 'embed', 'object', 'link', 'base', 'image', 'use', 'feimage'];

function takeOut(address: Address, { section }: SlideTree, lang: string): void {
  const { element, attribute: name, url, isSilent } = address;
  const drawing = outermostDrawing(element);
  const shown = create('span', { class: 'remote', ...ownLang(lang) }, text(filled(wordsIn(lang).notLoaded, { url })));
  if (isSilent === true) {
    address.set(undefined);
    return;
  }
  if (element.tagName === 'base') {
    remove(element);
    return;
  }
  const isMain = main.includes(name) || main.every((one) => attribute(element, one) === undefined);
  const isWhole = isMain && whole.includes(element.tagName.toLowerCase());
  if (drawing !== undefined) {
    if (isWhole) remove(element);
    else address.set(undefined);
    if (!isSaid(shown, drawing)) insertBefore(shown, drawing);
    return;
  }
  if (isWhole) {
    replace(element, shown);
    return;
  }
  address.set(undefined);
  if (element === section) {
    const notes = childElements(section).find(isNotes);
    if (notes === undefined) append(section, shown);
    else insertBefore(shown, notes);
    return;
  }
  const media = closest(element, ({ tagName }) => ['video', 'audio', 'picture'].includes(tagName)) ?? element;
  const table = closest(media, ({ tagName }) => tagName === 'table');
  const isPartOfTable = /^(t(head|body|foot|r|d|h)|col(group)?|caption)$/.test(media.tagName);
  insertBefore(shown, isPartOfTable ? (table ?? media) : media);
  if (media !== element) remove(element);
  if (playsNothing(media)) remove(media);
}

/** Only a drawing's own elements may stand in it: a box in the middle of one would end it. */
function outermostDrawing(element: Element): Element | undefined {
  let found = element.tagName === 'svg' ? element : undefined;
  closest(element, (around) => {
    if (around.tagName === 'svg') found = around;
    return false;
  });
  return found;
}

/** A drawing may take the same thing from elsewhere a hundred times. */
function isSaid(shown: Element, drawing: Element): boolean {
  const said = textContent(shown);
  const parent = drawing.parentNode;
  return (
    parent !== null &&
    childElements(parent).some((one) => attribute(one, 'class') === 'remote' && textContent(one) === said)
  );
}

function playsNothing(media: Element): boolean {
  const sources = [media, ...elements(media, 'source'), ...elements(media, 'img')];
  return (
    ['video', 'audio', 'picture'].includes(media.tagName) &&
    sources.every((source) => attribute(source, 'src') === undefined && attribute(source, 'srcset') === undefined)
  );
}
