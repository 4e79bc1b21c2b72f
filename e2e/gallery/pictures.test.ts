import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it, vi } from 'vitest';
import { pictureOf } from './picture.tsx';
import { SCENES } from './scenes.tsx';

/*
 * Every plot, as it looks in both themes, is a committed file in `pictures/`. A test fails where a
 * plot looks different. Only what is seen counts: how elements are nested and what their classes are
 * called does not. Where a difference is meant, write the pictures, look at them (`git diff`, or open
 * the files in a browser), and commit them with the change:
 *
 *     npm run pictures
 */
const FOLDER = fileURLToPath(new URL('pictures/', import.meta.url));

const FILES = SCENES.flatMap(({ name, size, plot }) =>
  (['light', 'dark'] as const).map((theme) => ({
    file: `${name}.${theme}.svg`,
    draw: () => pictureOf(plot, size, theme),
  })),
);

// A mouse, no fingers.
beforeAll(() => void vi.stubGlobal('matchMedia', () => ({ matches: false })));

it.for(FILES)('$file', async ({ file, draw }) => {
  const hint = `${file} looks different. If that is meant: npm run pictures`;
  await expect(draw(), hint).toMatchFileSnapshot(FOLDER + file);
});

it('has no picture of a plot that is not drawn any more', () => {
  const drawn = new Set(FILES.map(({ file }) => file));
  expect(readdirSync(FOLDER).filter((file) => !drawn.has(file))).toEqual([]);
});
