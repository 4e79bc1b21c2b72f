import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './processes.mjs';

const oldestNode = [20, 19];

/**
 * Brings `node_modules` to what the lock file says, if it is not there yet. Uses nothing but Node
 * itself, because nothing else may be installed when it runs.
 *
 * @returns {Promise<string>} what was done, for people
 * @throws {Error} that says what to do, if the dependencies cannot be installed
 */
export async function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(
      `SVAE Lab needs Node ${oldestNode.join('.')} or newer; this is ${process.version}. ` +
        'Get it from https://nodejs.org.',
    );
  }
  const stale = firstStalePackage();
  if (stale === undefined) return 'up to date';

  const [command, args] = npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  const { ok, failure } = await install(`the dependencies (${stale})`, 'npm-ci', command, args);
  if (!ok) throw new Error(`${failure}\nThe first installation needs a network.`);
  return 'installed';
}

/**
 * Compares the lock file with npm's own record of what it installed. Contents, not times: git and
 * npm both touch these files without changing what they say.
 *
 * @returns {string | undefined} why an installation is needed
 */
function firstStalePackage() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'first time';
  const installed = packagesIn(record);
  for (const [path, wanted] of Object.entries(packagesIn(join(root, 'package-lock.json')))) {
    // Optional packages are the binaries of other platforms.
    if (path === '' || wanted.optional) continue;
    if (installed[path]?.version !== wanted.version) {
      return `${path.replace(/^node_modules\//, '')} ${wanted.version} is new`;
    }
  }
  return undefined;
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/**
 * @param {readonly string[]} args
 * @returns {[string, readonly string[]]} a command and its arguments
 */
function npm(args) {
  // Set whenever npm started us. Running it with Node avoids npm.cmd, which needs a shell.
  const npmScript = process.env.npm_execpath;
  return npmScript === undefined ? ['npm', args] : [process.execPath, [npmScript, ...args]];
}
