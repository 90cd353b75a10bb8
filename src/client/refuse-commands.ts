/**
 * Reveal does what any window tells it in a message, `{"method": "…"}` as text, and answers; its setting for that can be turned on again
 * in the address. Such messages end here. What our own windows send each other is no text.
 */
export function refuseCommands(): void {
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data === 'string' && isCommand(event.data)) event.stopImmediatePropagation();
  });
}

/** As Reveal reads it: the word may be written with escapes. */
function isCommand(text: string): boolean {
  try {
    return (JSON.parse(text) as { readonly method?: unknown } | null)?.method !== undefined;
  } catch {
    return false;
  }
}
