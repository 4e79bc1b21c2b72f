/** A Firefox without a window, driven by WebDriver BiDi: what the smoke test needs of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** No traffic of its own, no pages of welcome. */
const PREFERENCES: Readonly<Record<string, boolean | number | string>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

/** Generous: a busy machine may take long. */
const START_MS = 60_000;

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: LogEntry;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

interface LogEntry {
  readonly level: string;
  readonly text: string | null;
}

interface Evaluated {
  readonly type: string;
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

export class Firefox {
  /** Errors that the page reported or did not catch. */
  readonly errors: string[] = [];
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly socket: WebSocket;
  private readonly stop: () => Promise<void>;
  private context = '';
  private lastId = 0;

  private constructor(socket: WebSocket, stop: () => Promise<void>) {
    this.socket = socket;
    this.stop = stop;
    socket.onmessage = ({ data }) => {
      const answer: Answer = JSON.parse(String(data));
      if (answer.id !== undefined) this.waiting.get(answer.id)?.(answer);
      else if (answer.params?.level === 'error') this.errors.push(`${answer.params.text}`);
    };
    socket.onclose = () => {
      for (const end of this.waiting.values()) end({ error: 'Firefox has closed the connection.' });
    };
  }

  /**
   * Starts a Firefox with a profile of its own, which `close` removes.
   *
   * @throws {Error} if it does not start
   */
  static async start(path: string, width: number, height: number): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'svae-lab-firefox-'));
    const lines = Object.entries(PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const program = spawn(
      path,
      ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const ended = new Promise<void>((resolve) => {
      program.once('exit', () => resolve());
      program.once('error', () => resolve());
    });
    const stop = async () => {
      program.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      const socket = new WebSocket(`${await addressOf(program)}/session`);
      await new Promise<void>((resolve, reject) => {
        socket.onopen = () => resolve();
        socket.onerror = () => reject(new Error('Firefox accepts no connection.'));
      });
      const firefox = new Firefox(socket, stop);
      await firefox.begin(width, height);
      return firefox;
    } catch (error) {
      await stop();
      throw error;
    }
  }

  private async begin(width: number, height: number): Promise<void> {
    await this.send('session.new', { capabilities: {} });
    await this.send('session.subscribe', { events: ['log.entryAdded'] });
    const { contexts } = (await this.send('browsingContext.getTree', {})) as {
      readonly contexts: readonly { readonly context: string }[];
    };
    this.context = contexts[0].context;
    const viewport = { width, height };
    await this.send('browsingContext.setViewport', { context: this.context, viewport });
  }

  async open(url: string): Promise<void> {
    await this.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  /**
   * Runs a function in the page, which sees nothing of what is around it here.
   *
   * @returns what it returned, as JSON carries it
   * @throws {Error} what it threw
   */
  async run<Given, Result>(
    inPage: (given: Given) => Result | Promise<Result>,
    given: Given,
  ): Promise<Result> {
    const call = `(${inPage})(${JSON.stringify(given)})`;
    // tsx keeps the names of functions by a helper that is not in the page.
    const expression = `((__name) => Promise.resolve(${call}))((named) => named)
      .then((result) => JSON.stringify(result ?? null))`;
    const { type, result, exceptionDetails } = (await this.send('script.evaluate', {
      expression,
      target: { context: this.context },
      awaitPromise: true,
    })) as Evaluated;
    if (type !== 'success' || result?.value === undefined)
      throw new Error(exceptionDetails?.text ?? 'The page gave no answer.');
    return JSON.parse(result.value);
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.stop();
  }

  private async send(method: string, params: object): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    const answer = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    const { error, message, result } = await answer;
    this.waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${message ?? error}`);
    return result;
  }
}

/** The address at which a Firefox that starts listens, as it says itself. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`Firefox did not start: ${why}\n${said}`));
    const timer = setTimeout(() => fail('it says nothing.'), START_MS);
    program.stderr?.on('data', (chunk) => {
      said += chunk;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    });
    program.once('error', ({ message }) => fail(message));
    program.once('exit', () => fail('it ended.'));
  });
}
