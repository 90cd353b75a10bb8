/** "4:05", "1:04:05"; ms. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest.replace(/^0/, '') : `${hours}:${rest}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
