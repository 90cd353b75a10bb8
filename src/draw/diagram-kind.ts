/** The word a diagram begins with, which names its kind: `flowchart`, `sequenceDiagram`, `pie`. Empty when there is none. */
export function kindOf(code: string): string {
  const body = code.replace(/^\s*-{3}\s*\n[\s\S]*?\n-{3}\s*\n/, '');
  return (
    body
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '' && !line.startsWith('%%'))
      ?.split(/[\s:;]/)[0] ?? ''
  );
}
