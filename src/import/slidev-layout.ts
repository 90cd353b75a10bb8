import type { SlideDraft } from './slide-draft.js';

/** Layouts of Slidev (https://sli.dev/builtin/layouts) that are one of ours. */
const layouts: Readonly<Record<string, string>> = {
  cover: 'title',
  intro: 'title',
  section: 'section',
  quote: 'quote',
  statement: 'statement',
  fact: 'statement',
};

/** What has no counterpart and needs none: our layouts are chosen by content. */
const plain = [
  'default',
  'none',
  'full',
  'center',
  'two-cols',
  'two-cols-header',
  'image',
  'image-left',
  'image-right',
].concat(['iframe', 'iframe-left', 'iframe-right']);

/** A slide's own front matter: its layout, background, classes. */
export function slidevLayout(draft: SlideDraft, settings: Readonly<Record<string, unknown>>, isFirst: boolean): void {
  for (const [key, value] of Object.entries(settings)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
    const typed = `${key}: ${text}`;
    if (key === 'layout') readLayout(draft, text);
    else if (key === 'class') {
      draft.classes.push(...text.split(/\s+/).filter((name) => name !== ''));
      draft.say('kept', 0, typed, 'Is the slide’s class. Classes of UnoCSS have no look here.');
    } else if (key === 'background' || (key === 'image' && settings.layout === 'image'))
      readBackground(draft, text, typed);
    else if (key === 'backgroundSize') draft.attributes.set('background-size', text);
    else if (key === 'transition' && !isFirst) readTransition(draft, text);
    else if ((key === 'hide' || key === 'disabled') && value === true) {
      draft.attributes.set('visibility', 'hidden');
      draft.say('changed', 0, typed, 'Is `visibility=hidden`: the slide is not shown.');
    } else if (!isFirst && !['image', 'url'].includes(key))
      draft.say('lost', 0, typed, 'Is left out: no setting of a slide takes its place.');
  }
}

function readLayout(draft: SlideDraft, name: string): void {
  const ours = layouts[name];
  if (ours !== undefined) {
    draft.attributes.set('layout', ours);
    draft.say('changed', 0, `layout: ${name}`, `Is \`layout=${ours}\`.`);
  } else if (name === 'end')
    draft.say('lost', 0, 'layout: end', 'Shows the word END there. Write what the last slide says.');
  else if (!plain.includes(name))
    draft.say('lost', 0, `layout: ${name}`, 'Is a layout of its own theme; ours is chosen by what the slide holds.');
  else
    draft.say('changed', 0, `layout: ${name}`, 'Is made of what the slide holds: columns, a background, or nothing.');
}

function readBackground(draft: SlideDraft, value: string, typed: string): void {
  const isPicture = /^(https?:|\.{0,2}\/)|\.\w{2,5}$/.test(value);
  const name = isPicture ? 'background-image' : /gradient\(/.test(value) ? 'background-gradient' : 'background-color';
  draft.attributes.set(name, value);
  draft.say('changed', 0, typed, `Is the slide’s \`${name}\`.`);
}

/** `slide-left` and the like are Reveal's `slide`. */
function readTransition(draft: SlideDraft, name: string): void {
  const reveal = ['none', 'fade', 'slide', 'zoom'].find((one) => name.startsWith(one));
  if (reveal !== undefined) draft.attributes.set('transition', reveal);
  draft.say(
    reveal === undefined ? 'lost' : 'changed',
    0,
    `transition: ${name}`,
    reveal === undefined ? 'Is left out.' : `Is \`transition=${reveal}\`.`,
  );
}

/** `::right::` and the pictures beside the text become columns. */
export function slidevSlots(draft: SlideDraft, settings: Readonly<Record<string, unknown>>): void {
  const { layout, image, url } = settings;
  const slots = [...draft.bare.matchAll(/^::([a-z][\w-]*)::[ \t]*$/gm)];
  if (layout === 'two-cols' || layout === 'two-cols-header') {
    columns(draft, slots, layout === 'two-cols-header');
    return;
  }
  groups(draft);
  for (const slot of slots) {
    if (slot[1] === 'code-group') continue;
    draft.replace(slot.index, slot.index + slot[0].length, '');
    draft.say('lost', slot.index, slot[0], 'Is a place of its layout; what it held follows in the text.');
  }
  const isBeside = typeof layout === 'string' && /^(image|iframe)-(left|right)$/.test(layout);
  const shown =
    typeof image === 'string'
      ? `![](${/[\s()]/.test(image) ? `<${image}>` : image})`
      : typeof url === 'string'
        ? `<${url}>`
        : undefined;
  if (shown === undefined || layout === 'image') return;
  if (typeof url === 'string')
    draft.say('changed', 0, `url: ${url}`, 'Is a link: pages of others are not put into the slide.');
  else draft.say('changed', 0, `image: ${String(image)}`, 'Stands in a column. Say in its brackets what it shows.');
  const at = behindHeading(draft);
  const picture = `::: column\n\n${shown}\n\n:::`;
  if (!isBeside) draft.after = shown;
  else if (String(layout).endsWith('left')) {
    draft.replace(at, at, `\n\n:::: columns\n\n${picture}\n\n::: column\n\n`);
    draft.after = ':::\n\n::::';
  } else {
    draft.replace(at, at, '\n\n:::: columns\n\n::: column\n\n');
    draft.after = `:::\n\n${picture}\n\n::::`;
  }
}

/** `::code-group` … `::`: fences that are shown in turn. */
function groups(draft: SlideDraft): void {
  for (const found of draft.bare.matchAll(/^::code-group[ \t]*$([\s\S]*?)^::[ \t]*$/gm)) {
    draft.replace(found.index, found.index + '::code-group'.length, '');
    const end = found.index + found[0].length;
    draft.replace(end - found[0].length + found[0].lastIndexOf('::'), end, '');
    draft.say('changed', found.index, '::code-group', 'Its codes stand below each other.');
  }
}

function columns(draft: SlideDraft, slots: readonly RegExpExecArray[], hasHeader: boolean): void {
  const [first] = slots;
  if (first === undefined) return;
  // Without `two-cols-header` the text before `::right::` is the left column; its heading stays above both.
  const above = hasHeader ? first.index : behindHeading(draft);
  const isLeftMarked = slots.some((slot) => slot[1] === 'left');
  if (!hasHeader && !isLeftMarked) draft.replace(above, above, '\n\n:::: columns\n\n::: column\n\n');
  let isOpen = !hasHeader && !isLeftMarked;
  let isIn = isOpen;
  for (const slot of slots) {
    const end = slot.index + slot[0].length;
    if (slot[1] === 'left' || slot[1] === 'right' || slot[1] === 'default') {
      draft.replace(slot.index, end, `${isOpen ? ':::\n\n' : ''}${isIn ? '' : ':::: columns\n\n'}::: column\n`);
      draft.say('changed', slot.index, slot[0], 'Is a column.');
      isOpen = true;
      isIn = true;
    } else {
      draft.replace(slot.index, end, isIn ? ':::\n\n::::' : '');
      draft.say('lost', slot.index, slot[0], 'Is a place of its layout; what it held follows below.');
      isOpen = false;
      isIn = false;
    }
  }
  if (isIn) draft.after = ':::\n\n::::';
}

function behindHeading(draft: SlideDraft): number {
  const heading = draft.blocks.find(({ type, level }) => type === 'heading_open' && level === 0);
  const isFirst = heading !== undefined && draft.bare.slice(0, draft.lineStart(heading.start)).trim() === '';
  return heading === undefined || !isFirst ? 0 : draft.lineStart(heading.end);
}
