/**
 * Lays a reader out in columns as high as a page, which Chromium breaks as it breaks pages: what stands on which can be measured before
 * anything is printed. `false` takes that back. True where the paper is a reader. Runs in the page.
 */
export function layInColumns(on: boolean): boolean {
  const { body } = document;
  if (!body.classList.contains('reader')) return false;
  const height = body.style.getPropertyValue('--page');
  const columns: Readonly<Record<string, string>> = {
    height: on ? height : '',
    'column-width': on ? '182mm' : '',
    'column-gap': on ? '100mm' : '',
    'column-fill': on ? 'auto' : '',
  };
  for (const [name, value] of Object.entries(columns)) body.style.setProperty(name, value);
  return true;
}
