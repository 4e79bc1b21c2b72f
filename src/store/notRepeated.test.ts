import { expect, it } from 'vitest';
import { em } from '../labs/em/lab.ts';
import type { Checkpoint } from '../labs/engine.ts';
import { svaeGmm } from '../labs/svaeGmm/lab.ts';
import { fromSeed } from './document.ts';
import { notRepeated } from './notRepeated.ts';

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
