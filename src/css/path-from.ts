/**
 * An absolute path from a folder and an address with forward slashes that begins there; `..` goes up, a slash at the beginning means nothing.
 * Here rather than from `node:path`, since parsing and rendering are at home in a browser too. A folder of Windows, `C:\talks`, keeps its
 * backslashes; elsewhere a backslash is a letter of a name.
 */
export function pathFrom(folder: string, address: string): string {
  const isWindows = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(folder);
  const parts = isWindows ? folder.split(/[\\/]/) : folder.split('/');
  if (parts.length > 1 && parts.at(-1) === '') parts.pop();
  // The drive, or the host and the share, is no folder that one can leave.
  const root = folder.startsWith('\\\\') ? 4 : isWindows || folder.startsWith('/') ? 1 : 0;
  for (const part of address.split('/')) {
    if (part === '..') parts.splice(Math.max(root, parts.length - 1));
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join(isWindows ? '\\' : '/');
}
