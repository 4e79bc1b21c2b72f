/** Where the states begin: a cut of the latents after the warm-up, and rounds of variational Bayes. */
import { kMeansPlusPlus } from '../../../inference/expectationMaximisation/kMeansPlusPlus.ts';
import { AutoregressiveStart } from '../../../inference/switchingLinearDynamics/autoregressiveStart.ts';
import {
  collectSwitchingStatistics,
  inferStates,
  type SwitchingInput,
  xStep,
} from '../../../inference/switchingLinearDynamics/forward.ts';
import {
  createSwitchingWorkspace,
  loadStates,
  type SwitchingWorkspace,
} from '../../../inference/switchingLinearDynamics/workspace.ts';
import type { Random } from '../../../math/random.ts';
import type { NodePotentials } from '../../../networks/nodePotential.ts';
import type { SvaeSldsSettings } from '../settings.ts';
import type { SwitchingDynamics } from './dynamics.ts';
import type { SldsGlobals } from './globals.ts';

/** Rounds in which networks rest and globals go all the way. */
const ROUNDS = 10;
/** A state with a larger share of the steps has taken all. */
const ALONE = 0.99;
const SWEEPS = { tolerance: 1e-3, mostSweeps: 2 } as const;

/**
 * Cuts the whole series into stretches and fits each state to its own. Latents of networks with little
 * training hardly differ between tempos, and one state takes all steps: a later start is then better.
 *
 * @param natural eta of the warm-up, length P: that of the states is changed in place
 * @param potentials of all rows
 * @param insists whether one state may take all
 * @returns whether states have begun; otherwise nothing has changed
 */
export function beginStates(
  model: SwitchingDynamics,
  natural: Float64Array,
  potentials: NodePotentials,
  settings: Pick<SvaeSldsSettings, 'restarts' | 'expectedDwell' | 'dynamics'>,
  random: Random,
  insists: boolean,
): boolean {
  const { globals } = model;
  const { family, states: K, dimension: d } = globals;
  const { layout } = family;
  const rows = model.responsibilities.length / K;
  const ws = createSwitchingWorkspace(layout, 1, rows);
  const { precision, linear } = potentials;
  const input = { windows: 1, steps: rows, precision, linear, stateEvidence: null };
  const expected = new Float64Array(layout.length);
  if (!globals.expectedStatistics(natural, expected).ok) return false;
  loadStates(ws, expected);
  ws.responsibilities.set(model.responsibilities);
  ws.responsibilities.fill(0, (rows - 1) * K);
  if (!xStep(ws, input).ok) return false;
  const path = ws.kalman.means.slice(0, rows * d);
  if (settings.dynamics === 'none') cutByPlace(ws, path, random);
  else if (!cutByDynamics(ws, path, settings, random)) return false;

  const eta = fitStates(ws, globals, input);
  if (!eta) return false;
  const isAlone = K > 1 && Math.max(...globals.stepCounts(eta)) > ALONE * rows;
  if (isAlone && !insists) return false;
  // What was learned of the latents that windows begin with stays.
  natural.set(eta.subarray(0, layout.initialAt));
  natural.set(eta.subarray(layout.dynamicsAt), layout.dynamicsAt);
  model.responsibilities.set(ws.responsibilities);
  model.hasBegun = true;
  return true;
}

/**
 * Rounds of variational Bayes on one long window, from the q(z) and q(x) in the workspace.
 *
 * @returns eta, length P; null where it leaves the valid cone or inference fails
 */
function fitStates(
  ws: SwitchingWorkspace,
  globals: SldsGlobals,
  input: SwitchingInput,
): Float64Array | null {
  const eta = new Float64Array(globals.length);
  const expected = new Float64Array(globals.length);
  for (let round = 0; ; round++) {
    collectSwitchingStatistics(ws);
    for (let i = 0; i < eta.length; i++) eta[i] = globals.prior[i] + ws.statistics[i];
    if (!globals.expectedStatistics(eta, expected).ok) return null;
    if (round === ROUNDS) return eta;
    loadStates(ws, expected);
    if (!inferStates(ws, input, SWEEPS).ok) return null;
  }
}

function cutByDynamics(
  ws: SwitchingWorkspace,
  path: Float64Array,
  { restarts, expectedDwell: dwell }: Pick<SvaeSldsSettings, 'restarts' | 'expectedDwell'>,
  random: Random,
): boolean {
  const { states, dimension } = ws.layout;
  const start = new AutoregressiveStart(path, { dimension, states, restarts, dwell }, random);
  while (!start.done) start.advance();
  if (start.score === Number.NEGATIVE_INFINITY) return false;
  ws.chains[0].responsibilities.set(start.best.responsibilities);
  ws.chains[0].pairs.set(start.best.pairs);
  return true;
}

/** Without dynamics a state is a place: that of the nearest of K centres drawn by k-means++. */
function cutByPlace(ws: SwitchingWorkspace, path: Float64Array, random: Random): void {
  const { states: K, dimension: d } = ws.layout;
  const means = new Float64Array(K * d);
  kMeansPlusPlus(path, d, means, random);
  const { responsibilities, pairs } = ws.chains[0];
  responsibilities.fill(0);
  pairs.fill(0);
  let before = 0;
  for (let t = 0; t + 1 < ws.steps; t++) {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < K; k++) {
      let squared = 0;
      for (let i = 0; i < d; i++) squared += (path[(t + 1) * d + i] - means[k * d + i]) ** 2;
      if (squared >= least) continue;
      least = squared;
      nearest = k;
    }
    responsibilities[t * K + nearest] = 1;
    if (t > 0) pairs[(t - 1) * K * K + before * K + nearest] = 1;
    before = nearest;
  }
}
