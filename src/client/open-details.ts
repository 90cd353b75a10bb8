/** Opens every `<details>` as paper needs it, also several of one name, and gives back what closes again those that were closed. */
export function openDetails(root: ParentNode): () => void {
  const closed = [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  const named = [...root.querySelectorAll<HTMLDetailsElement>('details[name]')].map((one) => [one, one.name] as const);
  for (const [details] of named) details.removeAttribute('name');
  for (const details of closed) details.open = true;
  return () => {
    for (const details of closed) details.open = false;
    for (const [details, name] of named) details.name = name;
  };
}
