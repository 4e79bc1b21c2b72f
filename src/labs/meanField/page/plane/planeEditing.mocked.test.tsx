import { afterEach, expect, it, vi } from 'vitest';
import { defaultValues } from '../../../../settings/values.ts';
import { fromSeed } from '../../../../store/document.ts';
import { type LabInProcess, openLabInProcess } from '../../../../store/labInProcess.fixture.ts';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { shownOf } from '../../../lab.ts';
import { meanField } from '../../lab.ts';
import type { PlaneSnapshot } from '../../planeSnapshot.ts';
import { meanFieldTable } from '../../settings.ts';
import { createPlaneEditing } from './planeEditing.ts';

vi.mock('../../../../ui/LiveRegion.tsx', () => ({ announce: vi.fn() }));

const open: LabInProcess[] = [];
afterEach(() => {
  for (const lab of open.splice(0)) lab.close();
});

async function started(target: string) {
  const lab = openLabInProcess();
  open.push(lab);
  const { controller } = lab;
  await controller.begin({
    ...{ lab: 'mean-field', settings: { ...defaultValues(meanFieldTable), target }, seed: 0 },
    ...{ edits: [], ownData: null, origin: fromSeed() },
  });
  const shown = () => shownOf(meanField, controller.run.getState()) as PlaneSnapshot;
  return { controller, editing: createPlaneEditing(controller), shown };
}

it('drops q where it is dragged, and updates go on from there', async () => {
  const { controller, editing, shown } = await started('gaussian');
  const at = { mean: [1, -1], deviation: [0.5, 0.6] } as const;
  editing.place({ phase: 'start', target: 'mean', at });
  editing.place({ phase: 'move', target: 'mean', at });
  editing.place({ phase: 'end', target: 'mean', at });
  await vi.waitFor(() => expect(shown().moments.mean).toEqual([1, -1]));
  await vi.waitFor(() => expect(controller.effective().edits).toHaveLength(1));
  expect(shown().placed).toBe(true);
  await controller.step();
  await vi.waitFor(() => expect(shown().placed).toBe(false));
  expect(shown().path.y[0]).toBe(-1);
});

it('keeps the precision positive', async () => {
  const { editing, shown } = await started('normal');
  const at = { mean: [2, -3], deviation: [0.5, 0.2] } as const;
  editing.place({ phase: 'move', target: 'mean', at });
  editing.place({ phase: 'end', target: 'mean', at });
  await vi.waitFor(() => expect(shown().placed).toBe(true));
  expect(shown().moments.mean[1]).toBeGreaterThan(0);
});

it('moves, adds and removes observations; the last one stays', async () => {
  const { editing, shown } = await started('normal');
  editing.observe({ phase: 'start', target: 4, at: 5 });
  editing.observe({ phase: 'move', target: 4, at: 7.254 });
  editing.observe({ phase: 'end', target: 4, at: 7.254 });
  await vi.waitFor(() => expect(shown().observations).toEqual([1, 2, 3, 4, 7.25]));
  // The bound is of other data now: nothing is gained or lost.
  await vi.waitFor(() => expect(announce).toHaveBeenLastCalledWith('Observation 5 moved to 7.25.'));
  editing.observeMore();
  await vi.waitFor(() => expect(shown().observations).toEqual([1, 2, 3, 4, 7.25, 3.45]));
  for (let left = 5; left > 0; left--) {
    editing.forget(0);
    await vi.waitFor(() => expect(shown().observations).toHaveLength(left));
  }
  editing.forget(0);
  expect(announce).toHaveBeenLastCalledWith(expect.stringContaining('The last observation stays'));
  expect(shown().observations).toHaveLength(1);
});

it('takes a drawing from two points on, without those outside', async () => {
  const { controller, editing, shown } = await started('drawn');
  editing.draw([[0, 0]]);
  expect(controller.effective().edits).toEqual([]);
  editing.draw([
    [0, 0],
    [9, 0],
    [1.23456, 1],
  ]);
  await vi.waitFor(() =>
    expect(shown().drawn).toEqual([
      [0, 0],
      [1.23, 1],
    ]),
  );
});
