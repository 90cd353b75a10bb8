import { type Pass, report } from '../slide-tree.js';
import { attribute, closest, type Element, elements, removeAttribute } from '../tree.js';

/**
 * Takes out names that would stand in the place of the page's own functions: in a browser `document.querySelector` is the
 * `<img name="querySelector">`, when there is one (HTML, 3.1.6, "named elements"), and neither Reveal nor our measuring can go on.
 * The same holds for what stands in a form.
 */
export const keepPageNames: Pass = (tree, rendering) => {
  for (const element of elements(tree.section)) {
    for (const kind of namingAttributes(element)) {
      const given = attribute(element, kind);
      if (given === undefined || !members.has(given)) continue;
      report(rendering, tree, element, 'warning', {
        rule: 'raw-script',
        message: `The ${kind} "${given}" of <${element.tagName}> is left out: the page has a part of that name, which it would hide from scripts.`,
        cure: 'Give it another name.',
      });
      removeAttribute(element, kind);
    }
  }
};

const onDocument = ['img', 'form', 'embed', 'object', 'iframe'];
const inForm = ['button', 'fieldset', 'input', 'object', 'output', 'select', 'textarea', 'img'];

/** The attributes by which scripts would find it as a part of the document, or of its form. */
function namingAttributes(element: Element): readonly ('name' | 'id')[] {
  const { tagName } = element;
  const isField = inForm.includes(tagName);
  const isOfForm =
    isField &&
    (attribute(element, 'form') !== undefined || closest(element, (around) => around.tagName === 'form') !== undefined);
  if (isOfForm || tagName === 'object' || tagName === 'img') return ['id', 'name'];
  return onDocument.includes(tagName) ? ['name'] : [];
}

/** What `document` and a `<form>` have in Chromium 143, constants and event handlers left out. */
const members: ReadonlySet<string> = new Set(
  (
    '__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ acceptCharset accessKey action ' +
    'activeElement activeViewTransition addEventListener adoptNode adoptedStyleSheets after alinkColor all anchors animate ' +
    'append appendChild applets assignedSlot attachInternals attachShadow attributeStyleMap attributes autocapitalize ' +
    'autocomplete autofocus baseURI before bgColor blur body captureEvents caretPositionFromPoint caretRangeFromPoint ' +
    'characterSet charset checkValidity checkVisibility childElementCount childNodes children classList className clear ' +
    'click clientHeight clientLeft clientTop clientWidth cloneNode close closest compareDocumentPosition compatMode ' +
    'computedStyleMap constructor contains contentEditable contentType cookie createAttribute createAttributeNS ' +
    'createCDATASection createComment createDocumentFragment createElement createElementNS createEvent createExpression ' +
    'createNSResolver createNodeIterator createProcessingInstruction createRange createTextNode createTreeWalker ' +
    'currentCSSZoom currentScript dataset defaultView designMode dir dispatchEvent doctype documentElement documentURI ' +
    'domain draggable editContext elementFromPoint elementTiming elements elementsFromPoint embeds encoding enctype ' +
    'enterKeyHint evaluate execCommand exitFullscreen exitPictureInPicture exitPointerLock featurePolicy fgColor firstChild ' +
    'firstElementChild focus fonts forms fragmentDirective fullscreen fullscreenElement fullscreenEnabled getAnimations ' +
    'getAttribute getAttributeNS getAttributeNames getAttributeNode getAttributeNodeNS getBoundingClientRect getClientRects ' +
    'getElementById getElementsByClassName getElementsByName getElementsByTagName getElementsByTagNameNS getHTML ' +
    'getRootNode getSelection hasAttribute hasAttributeNS hasAttributes hasChildNodes hasFocus hasOwnProperty ' +
    'hasPointerCapture hasStorageAccess hasUnpartitionedCookieAccess head hidden hidePopover id images implementation ' +
    'importNode inert innerHTML innerText inputEncoding inputMode insertAdjacentElement insertAdjacentHTML ' +
    'insertAdjacentText insertBefore isConnected isContentEditable isDefaultNamespace isEqualNode isPrototypeOf isSameNode ' +
    'lang lastChild lastElementChild lastModified length linkColor links localName location lookupNamespaceURI lookupPrefix ' +
    'matches method moveBefore name namespaceURI nextElementSibling nextSibling noValidate nodeName nodeType nodeValue ' +
    'nonce normalize offsetHeight offsetLeft offsetParent offsetTop offsetWidth open outerHTML outerText ownerDocument ' +
    'parentElement parentNode part pictureInPictureElement pictureInPictureEnabled plugins pointerLockElement popover ' +
    'prefix prepend prerendering previousElementSibling previousSibling propertyIsEnumerable queryCommandEnabled ' +
    'queryCommandIndeterm queryCommandState queryCommandSupported queryCommandValue querySelector querySelectorAll ' +
    'readyState referrer rel relList releaseEvents releasePointerCapture remove removeAttribute removeAttributeNS ' +
    'removeAttributeNode removeChild removeEventListener replaceChild replaceChildren replaceWith reportValidity ' +
    'requestFullscreen requestPointerLock requestStorageAccess requestStorageAccessFor requestSubmit reset role rootElement ' +
    'scripts scroll scrollBy scrollHeight scrollIntoView scrollIntoViewIfNeeded scrollLeft scrollTo scrollTop scrollWidth ' +
    'scrollingElement setAttribute setAttributeNS setAttributeNode setAttributeNodeNS setHTMLUnsafe setPointerCapture ' +
    'shadowRoot showPopover slot spellcheck startViewTransition style styleSheets submit tabIndex tagName target ' +
    'textContent timeline title toLocaleString toString toggleAttribute togglePopover translate valueOf ' +
    'virtualKeyboardPolicy visibilityState vlinkColor wasDiscarded when write writeln writingSuggestions xmlEncoding ' +
    'xmlStandalone xmlVersion'
  ).split(' '),
);
