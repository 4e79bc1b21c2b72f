import { createSwitchingDynamicsFamily, stateAt } from '../../distributions/switchingDynamics.ts';
import { inverse } from '../kalman/denseMatrix.fixture.ts';
import type golden from './golden/slds.json';
import { createSwitchingWorkspace, loadStates } from './workspace.ts';

export type GoldenCase = (typeof golden)[number];

/** E[t(theta)] of a state's dynamics, from its standard form. */
function stateStatistics({ d, states }: GoldenCase, k: number) {
  const { dynamics } = createSwitchingDynamicsFamily(1, d);
  const { M, columnPrecision, Psi, nu } = states[k];
  const natural = new Float64Array(dynamics.length);
  const columns = inverse(columnPrecision).flat();
  dynamics.fromStandard({ transition: M.flat(), columns, psi: Psi.flat(), nu }, natural, 0);
  const expected = new Float64Array(dynamics.length);
  dynamics.expectedStatistics(natural, 0, expected, 0);
  return { expected, layout: dynamics.layout };
}

/** The same by the names of the golden numbers. */
export function stateExpectations(golden: GoldenCase, k: number) {
  const { expected, layout } = stateStatistics(golden, k);
  const { d } = golden;
  const m = d + 1;
  const each = (count: number, value: (i: number) => number) =>
    Array.from({ length: count }, (_, i) => value(i));
  const square = (value: (i: number, j: number) => number) =>
    each(d * d, (at) => value(Math.floor(at / d), at % d));
  const { past, cross, next, degrees } = layout;
  return {
    noisePrecision: each(d * d, (i) => -2 * expected[next + i]),
    noisePrecisionTransition: square((i, j) => expected[cross + i * m + j]),
    noisePrecisionOffset: each(d, (i) => expected[cross + i * m + d]),
    transitionQuadratic: square((i, j) => -2 * expected[past + i * m + j]),
    transitionOffset: each(d, (i) => -2 * expected[past + i * m + d]),
    scalars: [-2 * expected[past + d * m + d], -2 * expected[degrees]],
  };
}

/** One golden case as a window to infer, with its loss and space for its gradients. */
export function goldenProblem(golden: GoldenCase) {
  const { T: steps, d, K, inputs, lossWeights } = golden;
  const { layout } = createSwitchingDynamicsFamily(K, d);
  const ws = createSwitchingWorkspace(layout, 1, steps);
  const mu = new Float64Array(layout.length);
  mu.set(inputs.expectedLogInitial);
  mu.set(inputs.expectedLogTransition.flat(), layout.chainAt);
  const { initialAt, initial } = layout;
  mu.set(inputs.h1, initialAt + initial.linear);
  mu.set(
    inputs.J1.flat().map((value) => -value / 2),
    initialAt + initial.quadratic,
  );
  mu[initialAt + initial.count] = inputs.c1 + (d * Math.log(2 * Math.PI)) / 2;
  golden.states.forEach((_, k) => {
    mu.set(stateStatistics(golden, k).expected, stateAt(layout, k));
  });
  loadStates(ws, mu);
  ws.responsibilities.set(inputs.responsibilities.flat());
  const dCrossCovariances = new Float64Array(steps * d * d);
  dCrossCovariances.set((lossWeights.crossCov as number[][][]).flat(2));
  return {
    ws,
    input: {
      windows: 1,
      steps,
      precision: Float64Array.from(inputs.nodePrecision.flat()),
      linear: Float64Array.from(inputs.nodeLinear.flat()),
      stateEvidence: null,
    },
    loss: {
      atSamples: null,
      atMoments: {
        dMeans: Float64Array.from(lossWeights.mean.flat()),
        dCovariances: Float64Array.from(lossWeights.cov.flat(2)),
        dCrossCovariances,
      },
      dLocalKl: lossWeights.localKl,
    },
    out: {
      dPrecision: new Float64Array(steps * d),
      dLinear: new Float64Array(steps * d),
      dExpected: new Float64Array(layout.length),
    },
  };
}
