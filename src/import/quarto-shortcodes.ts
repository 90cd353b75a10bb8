import type { SlideDraft } from './slide-draft.js';

/** Short codes of Quarto (https://quarto.org/docs/authoring/shortcodes.html). `values` is the front matter. */
export function quartoShortcodes(draft: SlideDraft, values: Readonly<Record<string, unknown>>): void {
  for (const found of draft.bare.matchAll(/\{\{<\s*([\w-]+)\s*((?:(?!>\}\})[\s\S])*?)\s*>\}\}/g)) {
    const { index } = found;
    const [typed, name = '', given = ''] = found;
    const words = [...given.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
    const [first = ''] = words;
    const put = (by: string, fate: 'changed' | 'lost', message: string): void => {
      draft.replace(index, index + typed.length, by);
      draft.say(fate, index, typed, message);
    };
    if (name === 'video' && /^https?:\/\//.test(first))
      put(`<${first}>`, 'changed', 'Is a link: films of others are not put into the slide.');
    else if (name === 'video' && first !== '')
      put(`<video controls src="${first.replaceAll('"', '&quot;')}"></video>`, 'changed', 'Is a film.');
    else if (name === 'kbd' && first !== '') put(`<kbd>${first}</kbd>`, 'changed', 'Is `<kbd>`.');
    else if (name === 'meta' && isText(values[first])) put(String(values[first]), 'changed', 'Is its value.');
    else if (name === 'pagebreak') put('', 'changed', 'Is left out: slides have no page breaks.');
    else put('', 'lost', 'Is left out. Write what it stands for.');
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
