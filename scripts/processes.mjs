import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @typedef {object} RunOptions
 * @property {string} [log] a file that gets the output while the process runs
 * @property {number} [timeoutSeconds] the process is ended after this time; default: never
 * @property {Record<string, string>} [env] additions to the environment
 * @property {number} [niceness] the process gives way to others; from 0, the default, to 19
 *
 * @typedef {{ code: number, output: string }} RunResult
 */

/**
 * Runs a program in the project's folder and collects its output. Never rejects: a program that
 * cannot be started is a result with code 127.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { log, timeoutSeconds, env = {}, niceness } = {}) {
  if (log !== undefined) mkdirSync(dirname(log), { recursive: true });
  const file = log === undefined ? undefined : createWriteStream(log);
  return new Promise((resolve) => {
    let output = '';
    const collect = (/** @type {Buffer | string} */ chunk) => {
      output += chunk.toString();
      file?.write(chunk);
    };
    const end = (/** @type {number} */ code) => {
      const result = { code, output };
      if (file) file.end(() => resolve(result));
      else resolve(result);
    };
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutSeconds === undefined ? {} : { timeout: timeoutSeconds * 1000 }),
    });
    if (niceness !== undefined) giveWay(child.pid, niceness);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      collect(`${error.message}\n`);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** @param {number | undefined} pid @param {number} niceness */
function giveWay(pid, niceness) {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch {
    // It has ended already, or the system does not let it: it runs like all others.
  }
}

/**
 * Runs an installed package's command with the Node that runs us, so that it works alike on every
 * platform and never asks a registry.
 *
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {RunOptions & { command?: string }} [options] `command`: the command's name, default the
 *   package's
 */
export function runTool(packageName, args, options = {}) {
  const [script, rest] = toolCommand(packageName, options.command);
  return run(script, [...rest, ...args], options);
}

/**
 * @param {string} packageName
 * @param {string} [command] the command's name, default the package's
 * @returns {[string, string[]]} the program that runs a package's command, and its first arguments
 */
export function toolCommand(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName);
  /** @type {{ bin?: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (script === undefined) throw new Error(`${packageName} has no command "${command}".`);
  return [process.execPath, [join(folder, script)]];
}
