import type { SlideDraft } from './slide-draft.js';

/** Remarks, highlighting, lists that come item by item, and annotations of Obsidian. */
export function obsidianMarks(draft: SlideDraft): void {
  remarks(draft);
  lists(draft);
  fences(draft);
  annotations(draft);
  for (const found of draft.bare.matchAll(/(?<![=\w])==(?=[^\s=])([^=\n]*(?:=(?!=)[^=\n]*)*?)(?<=\S)==(?!=)/g)) {
    draft.replace(found.index, found.index + 2, '<mark>');
    draft.replace(found.index + found[0].length - 2, found.index + found[0].length, '</mark>');
    draft.say('changed', found.index, found[0], 'Is `<mark>`.');
  }
  for (const found of draft.bare.matchAll(/(^|[ \t])\^[A-Za-z][A-Za-z0-9-]*[ \t]*$/gm)) {
    draft.replace(found.index, found.index + found[0].length, '');
    draft.say('changed', found.index, found[0].trim(), 'Is left out: it names a block for links of Obsidian.');
  }
  for (const found of draft.bare.matchAll(/(?<=^|\s)#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*/gmu)) {
    draft.say('kept', found.index, found[0], 'Is text here. Take it away where the audience need not see it.');
  }
  for (const found of draft.bare.matchAll(/<%[\s\S]*?%>/g)) {
    draft.replace(found.index, found.index + found[0].length, '');
    draft.say('lost', found.index, found[0], 'Is left out: it is a place of a template. Write what it stands for.');
  }
}

/** `%% … %%` is shown to nobody, also where it is never closed. */
function remarks(draft: SlideDraft): void {
  for (const found of draft.bare.matchAll(/%%([\s\S]*?)(?:%%|$(?![\s\S]))/g)) {
    const said = draft.text
      .slice(found.index, found.index + found[0].length)
      .replace(/^%%|%%$/g, '')
      .trim();
    draft.replace(found.index, found.index + found[0].length, '');
    if (said === '') continue;
    draft.notes.push(said);
    draft.say('changed', found.index, found[0], 'Was shown to nobody; it stands below `Note:`.');
  }
}

/** Items by `+` and `1)` come one by one (Advanced Slides, "Fragmented lists"). */
function lists(draft: SlideDraft): void {
  for (const { type, markup, level, start, end } of draft.blocks) {
    if (!((type === 'bullet_list_open' && markup === '+') || (type === 'ordered_list_open' && markup === ')')))
      continue;
    const at = draft.lineStart(start);
    const typed = type === 'bullet_list_open' ? '+ item' : '1) item';
    if (level > 0) {
      draft.say('lost', at, typed, 'Comes with the list it stands in: only whole lists come item by item.');
      continue;
    }
    const close = at + draft.text.slice(at, draft.lineStart(end)).trimEnd().length;
    draft.replace(at, at, '\n::: incremental\n\n');
    draft.replace(close, close, '\n\n:::\n');
    draft.say('changed', at, typed, 'Comes item by item: the list stands in `::: incremental`.');
  }
}

/** Code that Obsidian’s own plugins draw or compute. */
function fences(draft: SlideDraft): void {
  const computed = ['dataview', 'dataviewjs', 'query', 'tasks', 'button', 'excalidraw'];
  for (const { type, info, start, end, markup } of draft.blocks) {
    const language = info.trim().split(/\s+/, 1)[0] ?? '';
    const at = draft.lineStart(start);
    if (type !== 'fence') continue;
    if (computed.includes(language)) {
      draft.replace(at, draft.lineStart(end), '');
      draft.say('lost', at, `${markup}${info}`, 'Is left out: it is computed there. Write what it shows.');
    } else if (language === 'chart') {
      draft.replace(at, at + markup.length + info.length, `${markup}yaml`);
      draft.say(
        'lost',
        at,
        `${markup}${info}`,
        'Is shown as code. Our own `chart` fence draws it from the same numbers.',
      );
    }
  }
}

/** `<!-- slide … -->` without a dot, as the first versions had it, and `bg` in it. */
function annotations(draft: SlideDraft): void {
  for (const { comment, start, end } of draft.html) {
    const [, kind, given = ''] = /^\s*\.?(slide|element):?\s+([\s\S]*)$/.exec(comment ?? '') ?? [];
    if (kind === undefined) continue;
    const template = /\s*\btemplate="[^"]*"/.exec(given)?.[0];
    const plain = given
      .replace(template ?? '', '')
      .replace(
        /\bbg="(?:!?\[\[([^\]"|]+)(?:\|[^\]"]*)?\]\]|([^"]*\.(?:png|jpe?g|gif|svg|webp|avif))\)?)"/gi,
        (_, ...[note, file]) => `data-background-image="${String(note ?? file).trim()}"`,
      )
      .replace(/\bbg="/g, 'data-background-color="')
      .trim();
    const by = plain === '' ? '' : `<!-- .${kind}: ${plain} -->`;
    const typed = draft.text.slice(start, end);
    if (by !== typed) draft.replace(start, end, by);
    if (template !== undefined) draft.say('lost', start, template.trim(), 'Is left out: templates are not read.');
    else if (by !== typed) draft.say('changed', start, typed, `Is \`${by}\`.`);
  }
}
