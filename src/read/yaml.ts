import {
  type Alias,
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { RuleName } from '../model/rules.js';

/** A YAML text that was read: the plain value, and where in the author's file each of its parts stands. */
export interface YamlText {
  readonly value: unknown;
  /** The place of the value at a path of keys, or of the nearest one around it that exists. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  /** The place of the last key of a path itself. */
  readonly placeOfKey: (path: readonly PropertyKey[]) => Place;
  /**
   * What stands behind a value on its line with a `#` and no space at its head, such as the `#fff` of `colour: #fff`: YAML reads it as a
   * comment, and its author most likely meant it. Undefined where there is nothing of the kind.
   */
  readonly hiddenBehind: (path: readonly PropertyKey[]) => string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A text of YAML that holds a mapping. */
export type Mapping = YamlText & { readonly value: object };

export function isMapping(yaml: YamlText): yaml is Mapping {
  return typeof yaml.value === 'object' && yaml.value !== null && !Array.isArray(yaml.value);
}

/**
 * Reads YAML 1.2 (core schema: no custom types; at most 50 uses of aliases, so that a small file cannot grow without bound).
 * `line` is the line of the author's file on which `text` starts. Errors are diagnostics `yaml`, and the value undefined.
 */
export function readYaml(text: string, path: string, line: number): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false, logLevel: 'error' });
  const placeAt = (offset: number): Place => {
    const at = lines.linePos(offset);
    return { path, line: at.line + line - 1, column: at.col };
  };
  const placeOf = (keys: readonly PropertyKey[]): Place => {
    for (let length = keys.length; length > 0; length--) {
      const node = document.getIn(keys.slice(0, length), true);
      if (isNode(node) && node.range) return placeAt(node.range[0]);
    }
    return { path, line };
  };
  const placeOfKey = (keys: readonly PropertyKey[]): Place => {
    const map = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
    const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1)) : undefined;
    return isNode(pair?.key) && pair.key.range ? placeAt(pair.key.range[0]) : placeOf(keys);
  };
  const hiddenBehind = (keys: readonly PropertyKey[]): string | undefined => {
    const node = document.getIn(keys, true);
    const [line = ''] = isScalar(node) && node.type === 'PLAIN' ? (node.comment ?? '').split('\n') : [];
    return line.trim() === '' || /^[\s#!]/.test(line) ? undefined : `#${line.trimEnd()}`;
  };
  const yamlError = (message: string, place: Place, cure: string): Diagnostic => ({
    rule: 'yaml',
    severity: 'error',
    message: `This is not valid YAML: ${message}.`,
    place,
    cure,
  });
  const mend = 'Mend the indentation, or put a value that holds ": " or "#" in quotation marks.';
  const errors = document.errors.map((error) => {
    const quote = openQuote(document, error);
    if (quote === undefined) return yamlError(inPlainWords(error), placeAt(error.pos[0]), mend);
    return yamlError('a quotation mark is opened here and never closed', placeAt(quote), 'Close it.');
  });
  const endless = errors.length > 0 ? undefined : endlessAlias(document);
  if (endless !== undefined) {
    const place = endless.range ? placeAt(endless.range[0]) : { path, line };
    const what = `\`*${endless.source}\` stands within \`&${endless.source}\`, so the value contains itself`;
    errors.push(yamlError(what, place, 'Write the value out instead.'));
  }
  if (errors.length > 0) return { value: undefined, placeOf, placeOfKey, hiddenBehind, diagnostics: errors };
  try {
    return { value: document.toJS({ maxAliasCount: 50 }), placeOf, placeOfKey, hiddenBehind, diagnostics: [] };
  } catch (error) {
    const wrong = yamlError(firstSentence(String(error)), { path, line }, 'Write the values out instead of aliases.');
    return { value: undefined, placeOf, placeOfKey, hiddenBehind, diagnostics: [wrong] };
  }
}

/** The first alias of what it stands in: such a value has no end, and whatever walks it has none either. */
function endlessAlias(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_key, alias, above) {
      const meant = alias.resolve(document);
      if (meant === undefined || !above.includes(meant)) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/** The commonest slip, a title with a colon in it, has the parser's least common words. */
function inPlainWords({ code, message }: YAMLError): string {
  if (code === 'RESOURCE_EXHAUSTION') return 'it is nested too deep';
  return code === 'BLOCK_AS_IMPLICIT_KEY' ? 'the value holds a colon and a space' : firstSentence(message);
}

/** Where the quotation mark stands that the parser missed the closing one of: it says so at the end of the text. */
function openQuote(document: Document.Parsed, { code, message, pos }: YAMLError): number | undefined {
  if (code !== 'MISSING_CHAR' || !message.includes('quote')) return undefined;
  let start: number | undefined;
  visit(document, {
    Scalar(_key, { range, type }) {
      if (type?.startsWith('QUOTE') && range && range[0] < pos[0]) start = range[0];
    },
  });
  return start;
}

/** What a schema found wrong, each with the place of the value. */
export function schemaDiagnostics(rule: RuleName, issues: readonly z.core.$ZodIssue[], yaml: YamlText): Diagnostic[] {
  return issues.map((issue) => ({
    rule,
    severity: 'error',
    message: `${issue.path.length === 0 ? 'The file' : `\`${issue.path.join('.')}\``}: ${issue.message}.`,
    place: yaml.placeOf(issue.path),
    ...cureOf(yaml.hiddenBehind(issue.path)),
  }));
}

function cureOf(hidden: string | undefined): { readonly cure?: string } {
  return hidden === undefined ? {} : { cure: inQuotationMarks(hidden) };
}

/** What to do where `value`, or its end, was taken for a comment. */
export function inQuotationMarks(value: string): string {
  return `YAML begins a comment at \`#\` behind a space: write the value in quotation marks, \`"${value}"\`.`;
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/^\w*Error: /, '').replace(/[.:]?$/, '');
}
