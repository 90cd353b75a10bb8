/** Whether a key asks for the list: by the letter, since not every keyboard has it where Reveal looks for it. */
export function asksForHelp({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isTyped = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return (key === '?' || key === 'F1') && !ctrlKey && !metaKey && !altKey && !isTyped;
}
