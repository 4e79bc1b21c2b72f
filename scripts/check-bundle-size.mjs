// Fails when the script a lab loads before it is usable has grown too large.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './processes.mjs';

const limitKilobytes = 200;
const dist = join(root, 'dist');

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[] }} Chunk */
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

/** @param {(key: string) => boolean} wanted */
const keysOf = (wanted) => Object.keys(manifest).filter(wanted);

/**
 * Gzip kilobytes of some chunks and everything they import statically.
 *
 * @param {readonly string[]} start
 */
function kilobytesOf(start) {
  const loaded = new Set(start);
  for (const key of loaded) {
    for (const imported of manifest[key]?.imports ?? []) loaded.add(imported);
  }
  const files = [...loaded].map((key) => manifest[key]?.file ?? '');
  return files
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length / 1000, 0);
}

const entry = keysOf((key) => manifest[key]?.isEntry === true);
const page = keysOf((key) => key.endsWith('app/lab/LabPage.tsx'));
const labs = keysOf((key) => /\/labs\/\w+\/page\/index\.ts$/.test(key));
if (entry.length === 0 || page.length === 0 || labs.length === 0) {
  throw new Error('dist/.vite/manifest.json names no entry, no lab page or no labs.');
}

console.log(`${kilobytesOf(entry).toFixed(1)} kB  the page itself`);
for (const lab of labs) {
  const total = kilobytesOf([...entry, ...page, lab]);
  console.log(`${total.toFixed(1)} kB of ${limitKilobytes} kB (gzip)  ${lab}`);
  if (total > limitKilobytes) {
    console.error(
      `${lab} loads too much before it is usable. Import what is not needed at first with ` +
        'import(), and keep TensorFlow.js in the worker.',
    );
    process.exitCode = 1;
  }
}
