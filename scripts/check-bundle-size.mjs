// Fails when the script the page loads before it is usable has grown too large.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './processes.mjs';

const limitKilobytes = 200;
const dist = join(root, 'dist');

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[] }} Chunk */
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

/** The entry and everything it imports statically: what must arrive before anything runs. */
const loadedAtOnce = new Set(Object.keys(manifest).filter((key) => manifest[key]?.isEntry));
for (const key of loadedAtOnce) {
  for (const imported of manifest[key]?.imports ?? []) loadedAtOnce.add(imported);
}

const files = [...loadedAtOnce]
  .map((key) => manifest[key]?.file ?? '')
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, kilobytes: gzipSync(readFileSync(join(dist, file))).length / 1000 }));
if (files.length === 0) throw new Error('dist/.vite/manifest.json names no entry script.');

const total = files.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
for (const { file, kilobytes } of files) console.log(`${kilobytes.toFixed(1)} kB  ${file}`);
console.log(`${total.toFixed(1)} kB of ${limitKilobytes} kB (gzip)`);
if (total > limitKilobytes) {
  console.error(
    'The page loads too much before it is usable. Import what is not needed at first with ' +
      'import(), and keep TensorFlow.js in the worker.',
  );
  process.exitCode = 1;
}
