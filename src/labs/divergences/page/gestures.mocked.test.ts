import { afterEach, expect, it, vi } from 'vitest';
import { defaultValues } from '../../../settings/values.ts';
import { fromSeed } from '../../../store/document.ts';
import { type LabInProcess, openLabInProcess } from '../../../store/labInProcess.fixture.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { shownOf } from '../../lab.ts';
import { divergences } from '../lab.ts';
import { type DivergencesSettings, divergencesTable } from '../settings.ts';
import type { DivergencesSnapshot } from '../snapshot.ts';
import { createDivergenceGestures } from './gestures.ts';

vi.mock('../../../ui/LiveRegion.tsx', () => ({ announce: vi.fn() }));

const open: LabInProcess[] = [];
afterEach(async () => {
  // The last gesture tells what has come of all.
  await vi.waitFor(() => expect(announce).toHaveBeenCalled());
  vi.mocked(announce).mockClear();
  for (const lab of open.splice(0)) lab.close();
});

async function started(change: Partial<DivergencesSettings>) {
  const lab = openLabInProcess();
  open.push(lab);
  const { controller } = lab;
  await controller.begin({
    ...{ lab: 'divergences', settings: { ...defaultValues(divergencesTable), ...change }, seed: 0 },
    ...{ edits: [], ownData: null, origin: fromSeed() },
  });
  const shown = <Part extends DivergencesSnapshot['part']>(part: Part) => {
    const snapshot = shownOf(divergences, controller.run.getState());
    if (snapshot?.part !== part) throw new Error(`The part ${part} is not shown.`);
    return snapshot as Extract<DivergencesSnapshot, { readonly part: Part }>;
  };
  return { gestures: createDivergenceGestures(controller), shown };
}

/** A gesture that has begun and ended before the page is drawn again. */
function atOnce(
  gesture: (move: { phase: 'start' | 'move' | 'end'; at: readonly [number, number] }) => void,
  at: readonly [number, number],
): void {
  for (const phase of ['start', 'move', 'end'] as const) gesture({ phase, at });
}

it('keeps both of two peaks that are moved before the next picture', async () => {
  const { gestures, shown } = await started({});
  atOnce(gestures.movePeak(0), [-3, 0.4]);
  atOnce(gestures.movePeak(1), [3, 0.4]);
  await vi.waitFor(() => {
    const { target } = shown('densities');
    expect(target.kind === 'mixture' && target.components.map(({ mean }) => mean)).toEqual([-3, 3]);
  });
});

it('adds peaks, cuts and widens before the next picture, and all of it is there', async () => {
  const { gestures, shown } = await started({});
  gestures.addPeak();
  gestures.addPeak();
  gestures.toggleCut();
  atOnce(gestures.widenPeak(0), [-1, 0]);
  await vi.waitFor(() => {
    const { target } = shown('densities');
    expect(target).toMatchObject({ kind: 'mixture', from: expect.any(Number) });
    expect(target.kind === 'mixture' && target.components).toHaveLength(4);
    expect(target.kind === 'mixture' && target.components[0].sd).toBe(1);
  });
});

it('keeps both of two peaks of q that are moved before the next picture', async () => {
  const { gestures, shown } = await started({ gaussians: 2 });
  atOnce(gestures.moveFit('forward', 0), [-3, 0.4]);
  atOnce(gestures.moveFit('forward', 1), [3, 0.4]);
  await vi.waitFor(() => {
    const [{ components }] = shown('densities').fits;
    expect(components.map(({ mean }) => mean)).toEqual([-3, 3]);
  });
});

it('keeps both of two bars, merges and atoms that are changed before the next picture', async () => {
  const { gestures, shown } = await started({ part: 'bars', outcomes: 4 });
  atOnce(gestures.moveBar('q', 0), [0, 0.5]);
  atOnce(gestures.moveBar('q', 1), [0, 0.25]);
  gestures.toggleMerge(0);
  gestures.toggleMerge(2);
  await vi.waitFor(() => {
    const { q, merged } = shown('bars');
    expect(merged).toEqual([0, 2]);
    expect(q[1]).toBeCloseTo(0.25, 12);
    // The first kept its proportion to the rest of the others.
    expect(q[0] / (1 - q[1])).toBeGreaterThan(0.5);
  });
  const jensen = await started({ part: 'jensen' });
  atOnce(jensen.gestures.moveAtom(0), [1, 0]);
  atOnce(jensen.gestures.moveAtom(1), [2, 0]);
  await vi.waitFor(() => expect([...jensen.shown('jensen').places].slice(0, 2)).toEqual([1, 2]));
});

it('keeps both strokes of keys on a drawn density', async () => {
  const { gestures, shown } = await started({ target: 'drawn' });
  for (const at of [10, 50]) {
    const heights = [...gestures.drawnHeights()];
    heights[at] = 2;
    gestures.draw('start', gestures.drawnHeights());
    gestures.draw('end', heights);
  }
  await vi.waitFor(() => {
    const { target } = shown('densities');
    expect(target.kind === 'drawn' && [target.heights[10], target.heights[50]]).toEqual([2, 2]);
  });
});
