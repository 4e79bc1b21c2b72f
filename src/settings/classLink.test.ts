import { expect, it } from 'vitest';
import { hiddenFromClass, panelsAmong, withClass } from './classLink.ts';
import { exampleTable } from './exampleTable.fixture.ts';

const NAMES = Object.keys(exampleTable.settings);

function hidden(text: string) {
  const problems: string[] = [];
  const names = hiddenFromClass(text, exampleTable, (problem) => problems.push(problem));
  return { names, problems };
}

it('hides everything that a link for a class does not name', () => {
  expect(hidden('transport,challenges,settings')).toEqual({
    names: ['backend', 'speed', 'seed', 'answers', 'edits', 'keep', 'text'],
    problems: [],
  });
  const one = hidden(`settings.${NAMES[0]},explanation,edits`);
  expect(one.problems).toEqual([]);
  expect(one.names).toEqual([
    ...['backend', 'transport', 'speed', 'seed', 'challenges', 'answers', 'keep', 'presets'],
    ...NAMES.slice(1),
  ]);
  expect(hidden('').names).toEqual(expect.arrayContaining(['settings', 'explanation', 'answers']));
});

it('leaves panels of the stage out by their names', () => {
  const { names, problems } = hidden('transport,without.bound,without.latent-space');
  expect(problems).toEqual([]);
  expect(panelsAmong(names)).toEqual(['bound', 'latent-space']);
});

it.each([
  ['transprt', '"class" of the link names "transprt". Did you mean "transport"?'],
  ['seed.x', /names "seed\.x"\. After a dot stands the name of one setting/],
  [`settings.${NAMES[0]}x`, new RegExp(`Did you mean "${NAMES[0]}"`)],
])('%s is refused in a sentence', (text, sentence) => {
  expect(hidden(text).problems).toEqual([expect.stringMatching(sentence)]);
});

it('is written as it is read', () => {
  const parts = [
    { name: 'transport', chosen: [] },
    { name: 'settings', chosen: ['presets', 'clusters'] },
  ] as const;
  expect(withClass('#/em?seed=2&v=1', parts)).toBe(
    '#/em?seed=2&v=1&class=transport,settings.presets,settings.clusters',
  );
});
