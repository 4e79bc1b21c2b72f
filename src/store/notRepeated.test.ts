import { expect, it } from 'vitest';
import { em } from '../labs/em/lab.ts';
import type { Checkpoint } from '../labs/engine.ts';
import { meanField } from '../labs/meanField/lab.ts';
import { svaeGmm } from '../labs/svaeGmm/lab.ts';
import { defaultValues } from '../settings/values.ts';
import { fromSeed } from './document.ts';
import { afterSteps, changedOnTheWay, notRepeated } from './notRepeated.ts';

const checkpoint = {} as Checkpoint;

it('says what a link cannot repeat, and why', () => {
  expect(notRepeated(em, fromSeed())).toEqual([]);
  expect(notRepeated(svaeGmm, { checkpoint, pretrained: true })).toEqual([]);
  const [stored] = notRepeated(em, { checkpoint, pretrained: false });
  expect(stored).toContain('went on from a stored model');
  expect(notRepeated(em, { checkpoint, pretrained: false, isRepeated: true })).toEqual([]);
  const byHand = { checkpoint, pretrained: false, byHand: true } as const;
  expect(notRepeated(em, byHand)[0]).toContain('This run went on from means moved by hand.');
  expect(notRepeated(svaeGmm, byHand)[0]).toContain('went on from changes made by hand.');
});

it('says that settings or evidence were changed after the first step', () => {
  const settings = { ...defaultValues(meanField.table), target: 'leak' };
  const evidence = { kind: 'observeNode', target: 'leak', node: 2, state: 1 };
  const first = { settings, edits: [] };
  const observed = { settings, edits: [evidence] };
  const turned = { settings, edits: [{ kind: 'chooseNodes', turns: [[4, 2]] }] };
  const withoutGibbs = { settings: { ...settings, gibbs: false }, edits: [] };
  const trained = afterSteps(meanField, null, first, 4);
  const said = (now: typeof first | typeof observed | typeof turned) =>
    changedOnTheWay(meanField, trained, now, 4);
  expect(changedOnTheWay(meanField, null, observed, 0)).toEqual([]);
  expect(said(first)).toEqual([]);
  expect(said(turned)).toEqual([]);
  expect(said(withoutGibbs)).toHaveLength(1);
  expect(said(observed)[0]).toContain('the target and its evidence');
  // Going back to the first evidence does not take back the steps in between.
  const further = afterSteps(meanField, afterSteps(meanField, trained, observed, 5), first, 6);
  expect(changedOnTheWay(meanField, further, first, 6)).toHaveLength(1);
});
