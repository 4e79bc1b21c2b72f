import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { MOST_BYTES, modulesOf, pathOf } from './qrModules.ts';

/** Paints the path of a code as a camera sees it, four pixels a square, and reads it. */
function read(path: string, side: number): string {
  const scale = 4;
  const width = scale * side;
  const data = new Uint8ClampedArray(4 * width * width).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = scale * Number(y); row < scale * (Number(y) + 1); row++) {
      for (let at = scale * Number(x); at < scale * (Number(x) + Number(length)); at++) {
        data.fill(0, 4 * (row * width + at), 4 * (row * width + at) + 3);
      }
    }
  }
  return decodeQR({ width, height: width, data });
}

it.each([
  'https://example.org/lab/#/svae-gmm?seed=3&v=1',
  `https://example.org/lab/#/svae-gmm?edits=${'~a-B_9'.repeat(100)}&v=1`,
])('what is drawn is read as the link it was made of', (link) => {
  const modules = modulesOf(link);
  if (!modules) throw new Error('The link has no code.');
  expect(read(pathOf(modules), modules.length)).toBe(link);
});

it('a link that no code can hold has none', () => {
  const longest = 'a'.repeat(MOST_BYTES);
  expect(modulesOf(longest)).toHaveLength(177 + 2 * 4);
  expect(modulesOf(`${longest}a`)).toBeNull();
  // Two bytes a letter.
  expect(modulesOf('ü'.repeat(MOST_BYTES / 2 + 1))).toBeNull();
});
