import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { labs } from '../src/labs/allLabs.ts';
import { root } from './processes.mjs';

// The build finds the files of a route by the folder's name (firstLoad.ts).
it.each(labs.map(({ id }) => id))('the folder of %s is named after its route', (id) => {
  const folder = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect(existsSync(join(root, 'src', 'labs', folder, 'page', 'index.ts'))).toBe(true);
});
