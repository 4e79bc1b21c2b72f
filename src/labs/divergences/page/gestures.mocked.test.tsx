import { afterEach, expect, it, vi } from 'vitest';
import type { ChartPoint } from '../../../plots/chart/ChartHandle.tsx';
import type { Gesture } from '../../../plots/drag/gesture.ts';
import { defaultValues } from '../../../settings/values.ts';
import { fromSeed } from '../../../store/document.ts';
import { type LabInProcess, openLabInProcess } from '../../../store/labInProcess.fixture.ts';
import { announce } from '../../../ui/LiveRegion.tsx';
import { shownOf } from '../../lab.ts';
import { divergences } from '../lab.ts';
import { type DivergencesSettings, divergencesTable } from '../settings.ts';
import type { DivergencesSnapshot } from '../snapshot.ts';
import type { MixtureTarget } from '../targets.ts';
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
  const shown = () => shownOf(divergences, controller.run.getState());
  return { gestures: createDivergenceGestures(controller), shown, notices: lab.notices };
}

/** Peaks of p. */
function peaksOf(snapshot: DivergencesSnapshot): MixtureTarget {
  if (snapshot.part !== 'densities' || snapshot.target.kind !== 'mixture')
    throw new Error('p has no peaks.');
  return snapshot.target;
}

/** A gesture that has begun and ended before the page is drawn again. */
function atOnce(gesture: (move: Gesture<ChartPoint>) => void, at: readonly [number, number]): void {
  for (const phase of ['start', 'move', 'end'] as const) gesture({ phase, at, target: undefined });
}

it('keeps both of two peaks that are moved before the next picture', async () => {
  const { gestures, shown } = await started({});
  atOnce(gestures.movePeak(0), [-3, 0.4]);
  atOnce(gestures.movePeak(1), [3, 0.4]);
  await vi.waitFor(() =>
    expect(peaksOf(shown()).components.map(({ mean }) => mean)).toEqual([-3, 3]),
  );
  // A divergence that has risen is nothing gained.
  await vi.waitFor(() =>
    expect(announce).toHaveBeenLastCalledWith(expect.stringMatching(/^Peak 2 of p: .* nats\.$/)),
  );
  expect(announce).not.toHaveBeenLastCalledWith(expect.stringMatching(/per density/));
});

it('adds peaks, cuts and widens before the next picture, and all of it is there', async () => {
  const { gestures, shown } = await started({});
  gestures.addPeak();
  gestures.addPeak();
  gestures.toggleCut();
  atOnce(gestures.widenPeak(0), [-1, 0]);
  await vi.waitFor(() => {
    const { components, from } = peaksOf(shown());
    expect(from).toBeDefined();
    expect(components).toHaveLength(4);
    expect(components[0].sd).toBe(1);
  });
});

it('keeps both of two peaks of q that are moved before the next picture', async () => {
  const { gestures, shown } = await started({ gaussians: 2 });
  atOnce(gestures.moveFit('forward', 0), [-3, 0.4]);
  atOnce(gestures.moveFit('forward', 1), [3, 0.4]);
  await vi.waitFor(() => {
    const view = shown();
    expect(view.part === 'densities' && view.fits[0].components).toMatchObject([
      { mean: -3 },
      { mean: 3 },
    ]);
  });
});

it('keeps both of two bars, merges and atoms that are changed before the next picture', async () => {
  const { gestures, shown } = await started({ part: 'bars', outcomes: 4 });
  atOnce(gestures.moveBar('q', 0), [0, 0.5]);
  atOnce(gestures.moveBar('q', 1), [0, 0.25]);
  gestures.toggleMerge(0);
  gestures.toggleMerge(2);
  await vi.waitFor(() => {
    const view = shown();
    if (view.part !== 'bars') throw new Error('No bars are shown.');
    const { q, merged } = view;
    expect(merged).toEqual([0, 2]);
    expect(q[1]).toBeCloseTo(0.25, 12);
    // The first kept its proportion to the rest of the others.
    expect(q[0] / (1 - q[1])).toBeGreaterThan(0.5);
  });
});

it('keeps both of two atoms that are moved before the next picture', async () => {
  const { gestures, shown } = await started({ part: 'jensen' });
  atOnce(gestures.moveAtom(0), [1, 0]);
  atOnce(gestures.moveAtom(1), [2, 0]);
  await vi.waitFor(() => {
    const view = shown();
    expect(view.part === 'jensen' && [...view.places].slice(0, 2)).toEqual([1, 2]);
  });
});

it('refuses a drawing without mass in words, and p stays', async () => {
  const { gestures, shown, notices } = await started({ target: 'drawn' });
  const before = gestures.drawnHeights();
  gestures.draw('start', before);
  gestures.draw(
    'end',
    before.map(() => 0),
  );
  await vi.waitFor(() => expect(notices.at(-1)?.text).toMatch(/needs some mass/));
  const view = shown();
  const target = view.part === 'densities' ? view.target : null;
  expect(target?.kind === 'drawn' && target.heights).toEqual(before);
  announce('Nothing is said of what was refused.');
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
    const view = shown();
    const target = view.part === 'densities' ? view.target : null;
    expect(target?.kind === 'drawn' && [target.heights[10], target.heights[50]]).toEqual([2, 2]);
  });
});
