import { DeckError, type DeckErrorCode } from '../error.js';

/** Why the system refused something, and what to do about it. */
export interface SystemTrouble {
  readonly why: string;
  /** Without a full stop. */
  readonly cure: string;
}

/**
 * What stands behind an error of the system; undefined for any other error. `elsewhere` is the cure where the place itself is in the
 * way, such as "choose another folder with --out".
 */
export function systemTrouble(error: unknown, elsewhere: string): SystemTrouble | undefined {
  const code = systemCode(error);
  const trouble = ofMachine[code];
  if (trouble !== undefined) return trouble;
  const why = ofPlace[code];
  return why === undefined ? undefined : { why, cure: elsewhere };
}

/** An error that no author and no programmer can have caused, as a DeckError; undefined for any other. */
export function machineFailure(error: unknown): DeckError | undefined {
  const trouble = ofMachine[systemCode(error)];
  if (trouble === undefined) return undefined;
  const path = error instanceof Error && 'path' in error ? `${error.path}: ` : '';
  const code: DeckErrorCode = 'machine';
  return new DeckError(code, `${path}${trouble.why}; ${trouble.cure}.`, { cause: error });
}

/** The system's own name for an error, such as ENOSPC; empty for an error that is not the system's. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const space = 'free some space and run the command again';

/** errno(3): what is wrong with the machine, wherever it shows. */
const ofMachine: Readonly<Record<string, SystemTrouble>> = {
  ENOSPC: { why: 'the disk is full', cure: space },
  EDQUOT: { why: 'the disk quota is used up', cure: space },
  EMFILE: { why: 'too many files are open', cure: 'raise the limit with `ulimit -n 4096` and run the command again' },
  ENFILE: { why: 'too many files are open', cure: 'end some other programs and run the command again' },
  ENOMEM: { why: 'the memory is used up', cure: 'end some other programs and run the command again' },
  EAGAIN: { why: 'no other process may be started', cure: 'end some other programs and run the command again' },
  EIO: { why: 'the disk reports a fault', cure: 'look after the disk and run the command again' },
};

/** errno(3): what is in the way at one place. */
const ofPlace: Readonly<Record<string, string>> = {
  EACCES: 'the folder may not be written to',
  EPERM: 'the folder may not be written to',
  EROFS: 'the disk is read-only',
  EBUSY: 'another program holds it',
  EEXIST: 'a part of its path is a file',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'a folder of that name is in the way',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead back to it',
  ENOENT: 'its folder was removed meanwhile',
};
