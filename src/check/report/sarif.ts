import type { Diagnostic } from '../../model/diagnostic.js';
import type { Rule } from '../../model/rules/rule.js';
import { rules } from '../../model/rules.js';

/** SARIF 2.1.0 (OASIS), which code-scanning services read. Columns count UTF-16 code units, from 1; paths are relative. */
export function sarifReport(diagnostics: readonly Diagnostic[], version: string): string {
  const names = rules.map(({ name }) => name);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'pilcrow', semanticVersion: version, rules: rules.map(describe) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(({ rule, severity, message, cure, place }) => ({
          ruleId: rule,
          ruleIndex: names.indexOf(rule),
          level: severity === 'off' ? 'none' : severity,
          message: { text: cure === undefined ? message : `${message} ${cure}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(place.path) },
                region: { startLine: place.line, startColumn: place.column ?? 1 },
              },
            },
          ],
        })),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function describe({ name, what, why, severity }: Rule): object {
  return {
    id: name,
    shortDescription: { text: what },
    fullDescription: { text: `${what} ${why}` },
    help: { text: `Turn it off with \`rules: { ${name}: off }\` in the front matter.` },
    defaultConfiguration: { level: severity },
  };
}

/** A relative reference (RFC 3986, 4.2): each part of the path escaped, the slashes kept. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
