import { expect, it } from 'vitest';
import type { KeptRun } from '../../../files/keptRuns.ts';
import { decodeLink, encodeLink } from '../../../settings/link.ts';
import { em } from '../../em/lab.ts';
import { settingsOf } from '../../lab.ts';
import { linkedRuns, withKnown, withLinkedRuns } from './linkedRuns.ts';

const settings = settingsOf(em, { lab: '', settings: {} });
const run: KeptRun = {
  ...{ id: 'a', name: 'wide start', mark: 2, settings: { ...settings, clusters: 3 }, seed: 7 },
  ...{ steps: 40, edits: [], ownData: null, isRepeated: true, result: null },
};

it('goes there and back by a link, shortly', () => {
  const { notes, missing } = withLinkedRuns(em, { other: 1 }, { kept: [run], ownData: null });
  expect(missing).toBeNull();
  const state = { lab: 'em', settings, seed: 1, steps: 2, edits: [], ownData: null };
  const shown = { view: {}, hidden: [], selected: {}, notes };
  const { hash } = encodeLink({ ...state, ...shown }, em);
  expect(hash.length).toBeLessThan(150);
  const decoded = decodeLink(hash, [em]).state;
  const { runs, problems } = linkedRuns(em, decoded?.notes ?? {}, null);
  expect(problems).toEqual([]);
  expect(runs).toEqual([{ ...run, id: 'link-2' }]);
});

it('leaves out what no link can repeat, and says so', () => {
  const byHand = { ...run, isRepeated: false };
  const { notes, missing } = withLinkedRuns(em, { runs: 1 }, { kept: [byHand], ownData: null });
  expect(notes).toEqual({});
  expect(missing).toContain('1 of the 1 kept runs');
  const long = { ...run, steps: 100_001 };
  expect(withLinkedRuns(em, {}, { kept: [long, run], ownData: null }).missing).toContain(
    '1 of the 2',
  );
});

it('leaves out what it cannot read, and says why', () => {
  const packed = [['A', 0, 1, 2, { clusters: 'many' }], ['B', 0, -1, 2, {}], 3, ['C', 1, 5, 9, {}]];
  const { runs, problems } = linkedRuns(em, { runs: packed }, null);
  expect(runs.map(({ name, seed }) => [name, seed])).toEqual([['C', 5]]);
  expect(problems).toHaveLength(3);
  expect(linkedRuns(em, { runs: 'x' }, null).problems).toHaveLength(1);
});

it('takes the result that is kept on the device', () => {
  const known = { ...run, name: 'Run B', mark: 0, id: 'mine', isRepeated: true };
  expect(withKnown([run], [known])[0]).toMatchObject({ id: 'mine', name: 'wide start', mark: 2 });
  expect(withKnown([run], [{ ...known, seed: 8 }])).toEqual([run]);
});
