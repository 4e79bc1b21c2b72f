// Fails when the script a lab loads before it is usable has grown too large.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './processes.mjs';

const limitKilobytes = 160;
const dist = join(root, 'dist');
const html = readFileSync(join(dist, 'index.html'), 'utf8');

// What the page asks for at once, by route: see firstLoad.ts.
const [, table] = /\)\((\{"\/.*\})\)<\/script>/.exec(html) ?? [];
if (!table) throw new Error('dist/index.html does not say what its routes need.');
/** @type {Record<string, { scripts: string[], worker?: string }>} */
const routes = JSON.parse(table);
const ofEveryRoute = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(
  ([, file]) => file ?? '',
);

const kilobytes = (/** @type {readonly string[]} */ files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length / 1000, 0);

for (const [route, { scripts, worker }] of Object.entries(routes)) {
  const total = kilobytes([...ofEveryRoute, ...scripts]);
  console.log(
    `${total.toFixed(1)} kB of ${limitKilobytes} kB (gzip)  ${route}${worker ? `, and a worker of ${kilobytes([worker]).toFixed(0)} kB` : ''}`,
  );
  if (total > limitKilobytes) {
    console.error(
      `${route} loads too much before it is usable. Import what is not needed at first with ` +
        'import(), and keep TensorFlow.js in the worker.',
    );
    process.exitCode = 1;
  }
}
