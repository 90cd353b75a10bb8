import type { SlideDraft } from './slide-draft.js';

/** Languages of chunks that are drawn, not run. */
const drawn = ['mermaid'];

/**
 * Chunks that Quarto runs: ```` ```{python} ```` with options in lines `#|` (https://quarto.org/docs/reference/cells/cells-knitr.html).
 * Nothing is run here. Code is kept where the deck shows it; that an output is missing is said. `echoes`: code is shown unless a chunk
 * says otherwise.
 */
export function quartoChunks(draft: SlideDraft, echoes: boolean): void {
  const lines = draft.text.split('\n');
  for (const { type, info, start, end, markup } of draft.blocks) {
    if (type !== 'fence') continue;
    const at = draft.lineStart(start);
    const [, language = '', inBraces = ''] = /^\{([A-Za-z][\w+-]*)(.*)\}$/s.exec(info.trim()) ?? [];
    if (language === '') continue;
    const body = lines.slice(start + 1, end);
    const isClosed = body.at(-1)?.trim().startsWith(markup) ?? false;
    const code = isClosed ? body.slice(0, -1) : body;
    const options = optionsOf(code, inBraces);
    const own = code.filter((line) => !/^\s*(#|%%|\/\/)\|/.test(line));
    const to = Math.min(draft.lineStart(end), draft.text.length);
    const typed = `${markup}${info}`;
    if (drawn.includes(language)) {
      const attributes = [
        ...(options.label === undefined ? [] : [`#${options.label}`]),
        ...Object.entries({ caption: options['fig-cap'], alt: options['fig-alt'] }).flatMap(([key, value]) =>
          value === undefined ? [] : [`${key}="${value.replaceAll('"', '&quot;')}"`],
        ),
      ];
      const braces = attributes.length === 0 ? '' : ` {${attributes.join(' ')}}`;
      draft.replace(at, to, `${markup}${language}${braces}\n${own.join('\n')}\n${markup}\n`);
      draft.say('changed', at, typed, 'Is a diagram.');
      continue;
    }
    const echo = options.echo ?? (echoes ? 'true' : 'false');
    const isShown = echo !== 'false' && options.include !== 'false' && own.length > 0;
    const steps = options['code-line-numbers'];
    const numbers = steps === undefined || steps === 'false' ? '' : ` [${steps === 'true' ? '' : steps}]`;
    draft.replace(at, to, isShown ? `${markup}${language}${numbers}\n${own.join('\n')}\n${markup}\n` : '');
    const hasOutput = options.eval !== 'false' && options.include !== 'false' && options.output !== 'false';
    const what = isShown ? 'Is shown as code.' : 'Is left out, as its code is not shown there.';
    const cure = hasOutput
      ? ' What it puts out is not here: render it with `keep-md: true` and import again, or put a picture.'
      : '';
    draft.say(hasOutput ? 'lost' : 'changed', at, typed, what + cure);
  }
}

/** Options in the lines `#| key: value`, and those of R Markdown in the braces, `{r name, echo=FALSE}`. */
function optionsOf(code: readonly string[], inBraces: string): Readonly<Record<string, string>> {
  const options: Record<string, string> = {};
  for (const [, key = '', value = ''] of inBraces.matchAll(/([\w.-]+)\s*=\s*("[^"]*"|'[^']*'|[^,\s}]+)/g))
    options[key.replaceAll('.', '-')] = plain(value);
  for (const line of code) {
    const [, key = '', value = ''] = /^\s*(?:#|%%|\/\/)\|\s*([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (key !== '') options[key] = plain(value);
  }
  return options;
}

function plain(value: string): string {
  const text = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  return /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
}
