/**
 * The keys of a text that is a mapping in YAML, each on a line of its own: `layout: center`. Empty where any line is something
 * else; indented lines belong to the key above them, and comments are none.
 */
export function keysOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const keys: string[] = [];
  for (const line of lines.map((one, index) => (index === 0 ? one.trimStart() : one))) {
    if (keys.length > 0 && (line.startsWith(' ') || line.startsWith('\t') || line.startsWith('- '))) continue;
    const colon = line.search(/:(\s|$)/);
    const key = colon === -1 ? '' : line.slice(0, colon);
    if (!/^[\w-]+$/.test(key)) return [];
    keys.push(key);
  }
  return keys;
}
