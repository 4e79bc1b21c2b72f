import { join, relative } from 'node:path';
import { root, run } from './processes.mjs';

/** Folder of the logs of installations and test steps. */
export const logs = join(root, 'test-results', 'logs');

const SECONDS_BETWEEN_LINES = 20;
const LINES_OF_A_FAILURE = 8;

/**
 * Runs an installer. It prints one line at the beginning, one for every 20 seconds and one at the
 * end; the installer's own output goes to a log file, whose end is part of the result.
 *
 * @param {string} what what is installed and by which program, for people
 * @param {string} name name of the log file
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Omit<import('./processes.mjs').RunOptions, 'log'>} [options]
 * @returns {Promise<{ ok: boolean, failure: string }>} `failure`: what happened, in a few lines
 */
export async function install(what, name, command, args, options = {}) {
  const log = join(logs, `${name}.log`);
  const file = relative(root, log);
  const started = performance.now();
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
  say(`Installing ${what} …`);
  const timer = setInterval(
    () => say(`  still running after ${seconds()}; its output is in ${file}`),
    SECONDS_BETWEEN_LINES * 1000,
  );
  const { code, output } = await run(command, args, { ...options, log });
  clearInterval(timer);
  say(`  ${code === 0 ? 'done' : 'failed'} after ${seconds()}`);
  const end = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !isOfAStack(line))
    .slice(-LINES_OF_A_FAILURE);
  const failure = [
    `Installing ${what} failed (exit code ${code}). The end of ${file}:`,
    ...end.map((line) => `  ${line}`),
  ].join('\n');
  return { ok: code === 0, failure };
}

function isOfAStack(/** @type {string} */ line) {
  return /^\s+at /.test(line);
}

/** Prints a line, in place of the one a terminal shows meanwhile. */
export function say(/** @type {string} */ line) {
  const clearLine = process.stdout.isTTY ? '\r\u001b[K' : '';
  console.log(`${clearLine}${line}`);
}
