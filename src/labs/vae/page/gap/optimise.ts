/** q(x) is optimised for one observation, step by step on the stage. */
import { prefersReducedMotion } from '../../../../plots/host/useGlide.ts';
import type { LabController } from '../../../../store/controller.ts';
import { entryIn } from '../../../../store/view.ts';
import { announce } from '../../../../ui/LiveRegion.tsx';
import { settingsOf } from '../../../lab.ts';
import { vae } from '../../lab.ts';
import type { OptimiseQInspection, PlacedQ, QFamily, VaeQuery } from '../../snapshot.ts';
import { showPanel } from '../panels.ts';
import { answered, type Climb, climbing, keyOf, type RatedQ } from './gap.ts';
import { climbInWords } from './inWords.ts';

type Question = Extract<VaeQuery, { kind: 'optimiseQ' }>;

/** A step is seen for this long; after some steps several are taken at a time, as the last ones are small. */
const FRAME_MS = 110;
const SINGLE_STEPS = 15;
const STEPS_TOGETHER = 5;
/** Where less motion is preferred, all steps at once; the engine takes no more in one answer. */
const ALL_STEPS = 100;
/** Enough for either family: one that has not converged by then is shown as it is. */
const MOST_STEPS = 300;
/**
 * In the order they are climbed in, by that of the encoder. The last is seen to the end: of an encoder
 * with full covariances the best diagonal q is only compared with.
 */
const FAMILIES: Readonly<Record<QFamily, readonly QFamily[]>> = {
  diagonal: ['diagonal', 'full'],
  full: ['full', 'diagonal'],
};

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
  const { posterior, latentDimension } = settingsOf(vae, controller.effective());
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
  // On a line there is nothing to be correlated with.
  const families = latentDimension === 1 ? FAMILIES.diagonal.slice(0, 1) : FAMILIES[posterior];
  let seen: RatedQ | null = null;
  for (const family of families) {
    const isSeen = seen === null || posterior === 'diagonal';
    // Each begins where the one before has ended.
    let from: PlacedQ | null = seen && { mean: seen.q.mean, factor: seen.q.factor };
    let inFamily = 0;
    for (let isThere = false; !isThere; ) {
      const at = Date.now();
      const isAtOnce = !isSeen || prefersReducedMotion();
      const stride = isAtOnce ? ALL_STEPS : steps < SINGLE_STEPS ? 1 : STEPS_TOGETHER;
      const query: Question = { kind: 'optimiseQ', row, family, from, steps: stride };
      const answer: OptimiseQInspection = await controller.inspect(vae, query);
      const { q, elbo, steps: taken, converged } = answer;
      if (!isWanted()) return;
      steps += taken;
      inFamily += taken;
      from = q;
      isThere = converged || inFamily >= MOST_STEPS;
      if (isThere) best = { ...best, [family]: { q, elbo } };
      if (isSeen || seen === null) seen = { q, elbo };
      show({ of, family, now: seen, steps, best, isDone: false });
      if (!isThere && isSeen) await rest(FRAME_MS - (Date.now() - at));
    }
  }
  if (!climb || !isWanted()) return;
  show({ ...(climb as Climb), isDone: true });
  const known = entryIn(run.getState(), answered);
  if (known?.of === of) announce(climbInWords(known.answer, best));
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
