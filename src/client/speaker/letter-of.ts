/** Where a Latin keyboard has the letter of a key, as Reveal takes keys: a keyboard of another script has them at the same places. */
export function letterOf({ keyCode }: Pick<KeyboardEvent, 'keyCode'>): string | undefined {
  return keyCode >= 65 && keyCode <= 90 ? String.fromCharCode(keyCode).toLowerCase() : undefined;
}
