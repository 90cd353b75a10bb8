import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, getuid } from 'node:process';
import { type Browser, launch } from 'puppeteer-core';
import { findBrowser } from '../../src/browser/find-browser.js';

/** A browser that keeps Chromium's own log of its network (`--log-net-log`), and may look up and ask whatever it likes. */
export interface LoggedBrowser {
  readonly browser: Browser;
  /** Closes it, and says what it did. */
  readonly close: () => Promise<NetActivity>;
}

/** What a log holds. */
export interface NetActivity {
  /** Hosts whose names were to be looked up, be it for a request, ahead of one, or for a connection that is opened early. */
  readonly lookedUp: readonly string[];
  /** Addresses that were called, or that something was sent to. A socket that only finds out which network would be used sends nothing. */
  readonly connected: readonly string[];
  /** Addresses of requests, those of files and of what a page holds itself left out. */
  readonly asked: readonly string[];
}

/** `folder` is for the log. */
export async function launchLogged(folder: string): Promise<LoggedBrowser> {
  const log = join(folder, `net-${process.hrtime.bigint()}.json`);
  const found = await findBrowser('bundled', env, new AbortController().signal);
  const browser = await launch({
    executablePath: found.executable,
    headless: found.shell ? 'shell' : true,
    env: { ...found.env },
    pipe: true,
    args: [...logging(log), ...(getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return {
    browser,
    async close() {
      await browser.close();
      return readNetLog(log);
    },
  };
}

export function logging(log: string): readonly string[] {
  return [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'];
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** Reads a log; the browser closes it when it ends. */
export function readNetLog(file: string): NetActivity {
  const { constants, events } = parsed(readFileSync(file, 'utf8'));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const all = (begin: RegExp, key: string): readonly string[] => [
    ...new Set(
      events
        .filter(({ type, params }) => begin.test(names.get(type) ?? '') && typeof params?.[key] === 'string')
        .map(({ params }) => String(params?.[key])),
    ),
  ];
  return {
    lookedUp: all(/^HOST_RESOLVER_MANAGER_(REQUEST|JOB)$/, 'host'),
    connected: all(/^(TCP_CONNECT_ATTEMPT|UDP_BYTES_SENT)$/, 'address'),
    asked: all(/^URL_REQUEST_START_JOB$/, 'url').filter((url) => !/^(file|data|blob|about):/.test(url)),
  };
}

/** A browser that was killed leaves the log's end unwritten. */
function parsed(text: string): NetLog {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(`${text.replace(/,\s*$/, '')}]}`);
  }
}
