/**
 * What inference reaches with the true parameters: of the dot the same mean field, from the dot and the chain
 * as they are and the lights as they see it; of the bar exact sums. No trained model can be expected to find
 * the states better.
 */
import type { Sequence } from '../../../datasets/dataset.ts';
import { lightDirection, type TempoPattern, tempoSystem } from '../../../datasets/tempoDots.ts';
import { createSwitchingDynamicsFamily } from '../../../distributions/switchingDynamics.ts';
import {
  inferStates,
  objective,
  type SwitchingInput,
} from '../../../inference/switchingLinearDynamics/forward.ts';
import {
  createSwitchingWorkspace,
  type SwitchingWorkspace,
} from '../../../inference/switchingLinearDynamics/workspace.ts';
import { forkRandom, type Random } from '../../../math/random.ts';
import { likeliest } from '../../shared/data/likeliest.ts';
import { barStates } from './barOracle.ts';

const LOG_TWO_PI = Math.log(2 * Math.PI);
/** Coordinates of the dot. */
const D = 2;
/** Lights without noise would know the dot exactly, and no potential would be finite. */
const LEAST_NOISE = 1e-3;
const SWEEPS = { tolerance: 1e-3, mostSweeps: 40 };
/** The best of so many starts counts, each from nearly equal shares. */
const STARTS = 3;
const UNEVENNESS = 0.02;

export interface OracleSettings {
  readonly signal: string;
  readonly dwell: number;
  readonly noise: number;
}

const isTempo = (signal: string): signal is TempoPattern =>
  signal === 'two-tempo' || signal === 'three-tempo';

/**
 * T: the likeliest state of each row of a generated series under its true parameters, in the numbers
 * of its labels; the first row has that of the second. null for a series of another kind.
 */
export function oracleStates(
  { signal, dwell, noise }: OracleSettings,
  { values, rows, dimension }: Pick<Sequence, 'values' | 'rows' | 'dimension'>,
): Int32Array | null {
  if (rows < 2) return null;
  if (signal === 'bar')
    return barStates(values, rows, dimension, { dwell, noise: Math.max(noise, LEAST_NOISE) });
  if (!isTempo(signal)) return null;
  const system = tempoSystem({ pattern: signal, dwell });
  const K = system.periods.length;
  const ws = createSwitchingWorkspace(createSwitchingDynamicsFamily(K, D).layout, 1, rows);
  loadTruth(ws, system);
  const input = evidenceOf(values, rows, dimension, Math.max(noise, LEAST_NOISE));
  const random = forkRandom(0, 'oracle');
  let best: Int32Array | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < STARTS; start++) {
    begin(ws, random);
    if (!inferStates(ws, input, SWEEPS).ok || !(objective(ws) < least)) continue;
    least = objective(ws);
    // Row t + 1 of the series is where transition t leads.
    const found = likeliest(ws.responsibilities.subarray(0, (rows - 1) * K), K);
    best = Int32Array.of(found[0], ...found);
  }
  return best;
}

/** Potentials of the true parameters, which are known: expectations are their values. */
function loadTruth(
  { potentials, layout }: SwitchingWorkspace,
  { transitions, stepVariance, firstVariance, chain }: ReturnType<typeof tempoSystem>,
): void {
  const K = layout.states;
  const { J0, J11, J12, J22, c, logInitial, logTransition } = potentials;
  const normaliser = (variance: number) => -(D / 2) * (LOG_TWO_PI + Math.log(variance));
  potentials.c0 = normaliser(firstVariance);
  c.fill(normaliser(stepVariance));
  logInitial.fill(-Math.log(K));
  for (let at = 0; at < K * K; at++) logTransition[at] = Math.log(chain[at]);
  for (let i = 0; i < D; i++) {
    J0[i * D + i] = 1 / firstVariance;
    for (let k = 0; k < K; k++) {
      const at = k * D * D;
      J22[at + i * D + i] = 1 / stepVariance;
      for (let j = 0; j < D; j++) {
        J12[at + i * D + j] = -transitions[at + j * D + i] / stepVariance;
        for (let l = 0; l < D; l++)
          J11[at + i * D + j] +=
            (transitions[at + l * D + i] * transitions[at + l * D + j]) / stepVariance;
      }
    }
  }
}

/** What the lights say of the dot: their brightness is linear in it, so this is exact. */
function evidenceOf(
  values: Float32Array,
  rows: number,
  lights: number,
  noise: number,
): SwitchingInput {
  const precision = new Float64Array(rows * D);
  const linear = new Float64Array(rows * D);
  for (let j = 0; j < lights; j++) {
    const direction = lightDirection(j, lights);
    for (let t = 0; t < rows; t++)
      for (let i = 0; i < D; i++) {
        precision[t * D + i] += (direction[i] / noise) ** 2;
        linear[t * D + i] += (direction[i] * (values[t * lights + j] - 0.5)) / noise ** 2;
      }
  }
  return { windows: 1, steps: rows, precision, linear, stateEvidence: null };
}

function begin({ responsibilities, layout }: SwitchingWorkspace, random: Random): void {
  const K = layout.states;
  for (let at = 0; at < responsibilities.length; at += K) {
    let sum = 0;
    for (let k = 0; k < K; k++) {
      responsibilities[at + k] = 1 + UNEVENNESS * random.uniform();
      sum += responsibilities[at + k];
    }
    for (let k = 0; k < K; k++) responsibilities[at + k] /= sum;
  }
}
