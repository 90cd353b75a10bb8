/** What an address or a path means; one with a bare percent sign is encoded in no way and means itself. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
