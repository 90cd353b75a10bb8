import type { Diagnostic } from '../../model/diagnostic.js';

/**
 * A diagnostic as a workflow command, which GitHub shows beside the line it is about. Values are escaped as the runner reads them
 * (actions/toolkit, packages/core/src/command.ts).
 */
export function githubLine({ place, severity, rule, message, cure }: Diagnostic): string {
  const command = severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'notice';
  const properties = { file: place.path, line: place.line, col: place.column ?? 1, title: rule };
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${command} ${listed.join(',')}::${data(cure === undefined ? message : `${message} ${cure}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
