/** q(x) is optimised for one observation, step by step on the stage. */
import { prefersReducedMotion } from '../../../../plots/host/useGlide.ts';
import type { LabController } from '../../../../store/controller.ts';
import { entryIn } from '../../../../store/view.ts';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { vae } from '../../lab.ts';
import type { PlacedQ, QFamily } from '../../snapshot.ts';
import { showPanel } from '../panels.ts';
import { answered, type Climb, climbing, keyOf } from './gap.ts';
import { climbInWords } from './inWords.ts';

/** A step is seen for this long; after some steps several are taken at a time, as the last ones are small. */
const FRAME_MS = 110;
const SINGLE_STEPS = 15;
const STEPS_TOGETHER = 5;
/** Where less motion is preferred, all steps at once; the engine takes no more in one answer. */
const ALL_STEPS = 100;
/** Enough for either family: one that has not converged by then is shown as it is. */
const MOST_STEPS = 300;
const FAMILIES: readonly QFamily[] = ['diagonal', 'full'];

/** Optimises q(x) for the selected observation, or for the first. */
export async function optimiseSelected(controller: LabController): Promise<void> {
  const { run } = controller;
  const row = run.getState().view.selected.row ?? 0;
  controller.select('row', row);
  showPanel(controller, 'gap');
  if (run.getState().phase === 'playing') await controller.pause();
  const of = keyOf(run.getState(), row);
  const before = entryIn(run.getState(), climbing);
  if (before?.of === of && !before.isDone) return;
  let climb: Climb | null = null;
  // One climb is shown at a time: this one ends where another has begun.
  const isWanted = () =>
    keyOf(run.getState(), row) === of &&
    (climb === null || entryIn(run.getState(), climbing)?.of === of);
  const show = (next: Climb): void => {
    climb = next;
    controller.setEntry(climbing, () => next);
  };
  let best: Climb['best'] = {};
  let steps = 0;
  for (const family of FAMILIES) {
    if (family === 'full' && best.diagonal?.q.mean.length === 1) break;
    // A correlated q begins where the best uncorrelated one is.
    let from: PlacedQ | null = best.diagonal?.q ?? null;
    if (from) from = { mean: from.mean, factor: from.factor };
    let inFamily = 0;
    for (let isThere = false; !isThere; ) {
      const at = Date.now();
      const stride = prefersReducedMotion() ? ALL_STEPS : steps < SINGLE_STEPS ? 1 : STEPS_TOGETHER;
      const query = { kind: 'optimiseQ', row, family, from, steps: stride } as const;
      const { q, elbo, steps: taken, converged } = await controller.inspect(vae, query);
      if (!isWanted()) return;
      steps += taken;
      inFamily += taken;
      from = q;
      isThere = converged || inFamily >= MOST_STEPS;
      if (isThere) best = { ...best, [family]: { q, elbo } };
      show({ of, family, now: { q, elbo }, steps, best, isDone: false });
      if (!isThere) await rest(FRAME_MS - (Date.now() - at));
    }
  }
  if (!climb || !isWanted()) return;
  show({ ...(climb as Climb), isDone: true });
  const known = entryIn(run.getState(), answered);
  if (known?.of === of) announce(climbInWords(known.answer, best));
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
