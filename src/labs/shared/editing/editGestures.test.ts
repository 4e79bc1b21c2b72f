import { describe, expect, it } from 'vitest';
import type { LabController } from '../../../store/controller.ts';
import { createEditGestures, goesOn, ONE_CHANGE_MS } from './editGestures.ts';

describe('goesOn', () => {
  const end = { target: 'moveCluster 2', at: 1000 } as const;
  it('joins strokes on the same thing that follow closely', () => {
    expect(goesOn(end, { ...end, at: 1000 + ONE_CHANGE_MS })).toBe(true);
    expect(goesOn(end, { ...end, at: 1001 + ONE_CHANGE_MS })).toBe(false);
    expect(goesOn(end, { ...end, target: 'moveCluster 3' })).toBe(false);
    expect(goesOn(null, end)).toBe(false);
  });
});

it('strokes that come faster than they are taken never put the model back', async () => {
  let edits: readonly unknown[] = [];
  const taken: { readonly edits: readonly unknown[]; readonly sameStep: boolean }[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const controller = {
    run: { getState: () => ({ draft: null }) },
    document: { getState: () => ({ edits }) },
    async setEdits(next: readonly unknown[], { sameStep }: { sameStep: boolean }) {
      await gate;
      edits = next;
      taken.push({ edits: next, sameStep });
    },
  } as unknown as LabController;
  const { finish } = createEditGestures(controller, (edit) => edit as string);
  const first = finish(['1'], 'mean 1');
  // The first is under way.
  await Promise.resolve();
  await Promise.resolve();
  const rest = ['2', '3', '4'].map((stroke) => finish([stroke], 'mean 1'));
  const other = finish(['4', 'other'], 'mean 2');
  release();
  expect(await Promise.all([first, ...rest, other])).toEqual([true, true, true, true, true]);
  expect(taken).toEqual([
    { edits: ['1'], sameStep: false },
    { edits: ['4'], sameStep: true },
    { edits: ['4', 'other'], sameStep: false },
  ]);
});
