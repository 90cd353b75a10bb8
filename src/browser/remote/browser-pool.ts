import { DeckError } from '../../error.js';
import type { BrowserSupply, SupplyOptions } from '../browser-supply.js';
import { interrupted } from '../interrupted.js';
import type { RunningBrowser } from '../launch-browser.js';
import type { OpenEndpoint } from './open-endpoint.js';
import { shownEndpoint } from './remote-endpoints.js';

/** A browser of the pool. */
interface Member {
  readonly endpoint: URL;
  opened?: Promise<OpenEndpoint>;
  running?: Promise<RunningBrowser>;
  /** Why it is left out; undefined as long as it is not. */
  trouble?: Error;
}

/** What became of a piece of work at one browser, as far as it has to be known to try it again. */
interface Tries {
  readonly unreachable: Set<Member>;
  readonly lost: Set<Member>;
}

/**
 * Browsers elsewhere, which get work by turns. One that cannot be reached, is of another version than the first, or goes in the middle of
 * its work is left out, which is said, and its work is done again by another. When none is left each is tried once more: it may have been
 * started again, or another may stand behind its address.
 */
export function browserPool(endpoints: readonly URL[], { signal, sandbox, report }: SupplyOptions): BrowserSupply {
  const members = endpoints.map((endpoint): Member => ({ endpoint }));
  let turn = 0;
  let version: string | undefined;
  let isUsed = false;

  const open = (member: Member): Promise<OpenEndpoint> => {
    member.opened ??= (async () => {
      const { openEndpoint } = await import('./open-endpoint.js');
      const opened = await openEndpoint(member.endpoint, signal).catch((error: unknown) => {
        throw unreachable(member.endpoint, error);
      });
      version ??= opened.version;
      if (opened.version === version) return opened;
      opened.drop();
      throw otherVersion(member.endpoint, opened.version, version);
    })();
    return member.opened;
  };
  const connect = (member: Member): Promise<RunningBrowser> => {
    member.running ??= (async () => {
      const opened = await open(member);
      const { connectBrowser } = await import('./connect-browser.js');
      return connectBrowser(member.endpoint, opened).catch((error: unknown) => {
        opened.drop();
        throw unreachable(member.endpoint, error);
      });
    })();
    return member.running;
  };
  const leaveOut = (member: Member, trouble: Error): void => {
    const { running, opened } = member;
    delete member.running;
    delete member.opened;
    member.trouble = trouble;
    running?.then(({ stop }) => stop()).catch(() => undefined);
    opened?.then(({ drop }) => drop()).catch(() => undefined);
    if (members.some((other) => other.trouble === undefined))
      report(`pilcrow: ${trouble.message} It is left out, and the other browsers do its work.`);
  };
  /** Undefined when no browser is left to try. */
  const choose = ({ unreachable, lost }: Tries): Member | undefined => {
    const living = members.filter((member) => member.trouble === undefined);
    if (living.length > 0) {
      turn += 1;
      return living[(turn - 1) % living.length];
    }
    const again = members.filter((member) => !unreachable.has(member) && !lost.has(member));
    const [fresh = members.find((member) => lost.has(member) && !unreachable.has(member))] = again;
    if (fresh !== undefined) delete fresh.trouble;
    return fresh;
  };

  return {
    isElsewhere: true,
    get launched() {
      return isUsed;
    },
    prepare() {
      isUsed = true;
      for (const member of members) if (member.trouble === undefined) connect(member).catch(() => undefined);
    },
    async identity() {
      for (const member of members) {
        if (version !== undefined || signal.aborted) break;
        if (member.trouble !== undefined) continue;
        await open(member).catch((error: Error) => {
          if (!signal.aborted) leaveOut(member, error);
        });
      }
      return JSON.stringify(['elsewhere', version]);
    },
    async use(work) {
      isUsed = true;
      if (sandbox === 'required') throw sandboxUnknown(endpoints);
      const tries: Tries = { unreachable: new Set(), lost: new Set() };
      let last: Error | undefined;
      for (;;) {
        const member = choose(tries);
        if (member === undefined) throw last;
        const connecting = connect(member);
        const wasLost = tries.lost.has(member);
        try {
          const running = await connecting;
          try {
            return await work(running);
          } catch (error) {
            if (!isItsEnd(error)) throw error;
            throw lostBy(member.endpoint, error);
          }
        } catch (error) {
          if (signal.aborted) throw interrupted();
          if (!isItsEnd(error)) throw error;
          last = error;
          const isReached = await connecting.then(
            () => true,
            () => false,
          );
          if (isReached && !wasLost) tries.lost.add(member);
          else tries.unreachable.add(member);
          if (member.running === connecting) leaveOut(member, error);
        }
      }
    },
    async started() {
      const found = await Promise.all(members.map(({ running }) => running?.catch(() => undefined)));
      const browsers = found.filter((one) => one !== undefined);
      const [first] = browsers;
      if (first === undefined) return undefined;
      return { origin: browsers.map(({ origin }) => origin).join(' and '), sandbox: first.sandbox };
    },
    async stop() {
      await Promise.all(
        members.map(async ({ opened, running }) => {
          const connected = await running?.catch(() => undefined);
          await connected?.stop();
          const open = await opened?.catch(() => undefined);
          open?.drop();
        }),
      );
    },
  };
}

function isItsEnd(error: unknown): error is DeckError {
  return error instanceof DeckError && error.code === 'browser-failed';
}

function unreachable(endpoint: URL, cause: unknown): DeckError {
  const why = wordsOf(cause);
  return new DeckError(
    'browser-failed',
    `The browser at ${shownEndpoint(endpoint)} cannot be reached: ${why}. Start it with --remote-debugging-port, or name another with --browser.`,
    { cause },
  );
}

function lostBy(endpoint: URL, error: DeckError): DeckError {
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const said = cause === undefined ? '' : ` (${cause.message.split('\n', 1)[0]})`;
  return new DeckError(
    'browser-failed',
    `The browser at ${shownEndpoint(endpoint)} stopped in the middle of its work${said}. Run the command again; if it happens again, see what ends it there, or name another with --browser.`,
    { cause: error },
  );
}

function otherVersion(endpoint: URL, found: string, expected: string): DeckError {
  const [is, first] = [found, expected].map((version) => (JSON.parse(version) as readonly string[])[0]);
  const told = is === first ? `is another build of ${is}, or on another system` : `is ${is}, and the first is ${first}`;
  return new DeckError(
    'browser-failed',
    `The browser at ${shownEndpoint(endpoint)} ${told}: the same deck would come out differently. Name browsers of one version.`,
  );
}

function sandboxUnknown(endpoints: readonly URL[]): DeckError {
  const names = endpoints.map(shownEndpoint).join(', ');
  return new DeckError(
    'sandbox-missing',
    `A browser elsewhere (${names}) does not say whether it has a sandbox. A deck that is not trusted is not shown without one. Use a browser of this machine, or add --no-sandbox where the other machine holds nothing you need.`,
  );
}

/** What Node says of a network, said plainly where it is one of the usual. Of several attempts the first. */
function wordsOf(cause: unknown): string {
  const [first] = cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause];
  if (!(first instanceof Error)) return String(first);
  const code = 'code' in first ? String(first.code) : '';
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'it ended the connection',
    ENOTFOUND: 'no machine has that name',
    EAI_AGAIN: 'no machine has that name, or names cannot be looked up',
    EHOSTUNREACH: 'no way leads there',
    ENETUNREACH: 'no way leads there',
    ETIMEDOUT: 'it did not answer',
  };
  return known[code] ?? (first.message.split('\n', 1)[0] ?? '').replace(/\.$/, '');
}
