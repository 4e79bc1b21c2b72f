import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { labs } from '../src/labs/allLabs.ts';
import { readEmbed } from '../src/settings/embedLink.ts';
import { decodeLink } from '../src/settings/link.ts';
import { root } from './processes.mjs';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Addresses of labs with parts, as they stand in attributes, directives and calls. */
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/#\/([a-z-]+)\?[^\s"'`)]*embed=[^\s"'`)]*/g)].map(([link]) => link);

const links = [
  ...linksIn(read('docs/embedding.md')),
  ...linksIn(read('public/examples/embedding.html')),
];

it('there are links to be checked', () => {
  expect(links.length).toBeGreaterThan(5);
});

// Panels are on the stage alone; the browser test looks for those of the example.
it.each(links)('%s can be pasted as it stands', (link) => {
  const { embed, problems } = readEmbed(link.slice(link.indexOf('?') + 1));
  expect(problems).toEqual([]);
  const decoded = decodeLink(link, labs);
  expect(decoded.problems).toEqual([]);
  const lab = labs.find(({ id }) => id === decoded.state?.lab);
  const settings = embed.parts.find(({ name }) => name === 'settings')?.chosen ?? [];
  expect(Object.keys(lab?.table.settings ?? {})).toEqual(expect.arrayContaining([...settings]));
});

// The two files share no module: the script stands in pages of others by itself.
it('the script for pages around has the methods of the scripting handle', () => {
  const [, handle = ''] =
    /METHODS[^{]*\{([\s\S]*?)\};/.exec(read('src/app/scriptingHandle.ts')) ?? [];
  const [, script = ''] = /METHODS = \[([\s\S]*?)\];/.exec(read('public/embed.js')) ?? [];
  const methods = [...handle.matchAll(/(\w+): true/g)].map(([, name]) => name);
  expect(methods.length).toBeGreaterThan(10);
  expect([...script.matchAll(/'(\w+)'/g)].map(([, name]) => name)).toEqual(methods);
});
