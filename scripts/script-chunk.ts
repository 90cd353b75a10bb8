import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Statement = ReturnType<Rolldown.PluginContext['parse']>['body'][number];
type Import = Extract<Statement, { type: 'ImportDeclaration' }>;
type Export = Extract<Statement, { type: 'ExportNamedDeclaration' }>;

/**
 * Makes a chunk of the library a script, which `src/run-script.ts` runs, and a module of the chunk's name that exports what it
 * exports, so that there is one of everything. What a script cannot hold, such as `import.meta`, is a syntax error when it first runs.
 */
export function scriptChunk(name: string): Plugin {
  return {
    name: 'script-chunk',
    generateBundle(_options, bundle) {
      const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name);
      if (chunk?.type !== 'chunk') throw new Error(`The library has no chunk ${name} to make a script of.`);
      const { body } = this.parse(chunk.code);
      const imports = body.filter((statement) => statement.type === 'ImportDeclaration');
      const exports = body.filter((statement) => statement.type === 'ExportNamedDeclaration');
      const fileName = chunk.fileName.replace(/\.js$/, '.script');
      this.emitFile({ type: 'asset', fileName, source: asFunction(chunk, imports, exports) });
      chunk.code = asModule(basename(fileName), imports, exports);
    },
  };
}

/** The chunk as a function of the modules it imports that returns what it exports; other statements stay as they were. */
function asFunction(chunk: Rolldown.OutputChunk, imports: readonly Import[], exports: readonly Export[]): string {
  const bound = imports.map(
    ({ specifiers }, index) => `const { ${specifiers.map(bindingOf).join(', ')} } = imports[${index}];`,
  );
  const returned = namesOf(exports).map(({ local, exported }) => `${exported}: ${local}`);
  let { code } = chunk;
  for (const { start, end } of [...imports, ...exports].sort((a, b) => b.start - a.start)) {
    code = code.slice(0, start) + code.slice(end);
  }
  for (const other of chunk.dynamicImports) {
    const path = `"./${basename(other)}"`;
    if (!code.includes(`import(${path})`)) throw new Error(`How the bundler imports ${path} has changed its form.`);
    code = code.replaceAll(`import(${path})`, `importLater(${path})`);
  }
  return inAscii(
    `(function (imports, importLater) {\n'use strict';\n${bound.join('\n')}\n${code}\nreturn { ${returned.join(', ')} };\n})`,
  );
}

/**
 * Node reads ASCII faster and keeps it in half the memory. `\u201c` means the same as the character in a string, a template, a regular
 * expression, a name; but not behind a backslash, nor where a template is asked for how it was written.
 */
function inAscii(code: string): string {
  if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]|String\.raw/.test(code))
    throw new Error('A character of this script cannot be escaped.');
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A module of what the function returns. */
function asModule(script: string, imports: readonly Import[], exports: readonly Export[]): string {
  const names = namesOf(exports);
  return [
    `import { fileURLToPath } from 'node:url';`,
    `import { runScript } from '../run-script.js';`,
    ...imports.map(({ source }, index) => `import * as import${index} from '${source.value}';`),
    `const path = fileURLToPath(new URL('./${script}', import.meta.url));`,
    `const modules = [${imports.map((_, index) => `import${index}`).join(', ')}];`,
    `const made = runScript(path, modules, (chunk) => import(chunk));`,
    // The bundler's short names may be words of the language: `in` can be exported, but not be a constant.
    ...names.map(({ exported }, index) => `const name${index} = made[${JSON.stringify(exported)}];`),
    `export { ${names.map(({ exported }, index) => `name${index} as ${exported}`).join(', ')} };`,
    '',
  ].join('\n');
}

function bindingOf(specifier: Import['specifiers'][number]): string {
  if (specifier.type !== 'ImportSpecifier') throw new Error(`The bundler imports ${specifier.local.name} as a whole.`);
  return `${nameOf(specifier.imported)}: ${specifier.local.name}`;
}

function namesOf(exports: readonly Export[]): readonly { readonly local: string; readonly exported: string }[] {
  return exports.flatMap(({ specifiers }) =>
    specifiers.map(({ local, exported }) => ({ local: nameOf(local), exported: nameOf(exported) })),
  );
}

function nameOf(name: Export['specifiers'][number]['exported']): string {
  return name.type === 'Literal' ? JSON.stringify(name.value) : name.name;
}
