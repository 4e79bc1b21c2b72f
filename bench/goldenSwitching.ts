/** How close inference in a switching linear dynamical system is to dense joints and enumeration. */
import { switchingBackward } from '../src/inference/switchingLinearDynamics/backward.ts';
import {
  collectSwitchingStatistics,
  inferStates,
  objective,
  switchingLocalKl,
  xStep,
  zStep,
} from '../src/inference/switchingLinearDynamics/forward.ts';
import {
  type GoldenCase,
  goldenProblem,
  stateExpectations,
} from '../src/inference/switchingLinearDynamics/golden.fixture.ts';
import type { Comparisons } from './comparison.ts';

/** Where golden numbers stopped too early, ours go on: these are the sweeps they need. */
const CONVERGED = { tolerance: 1e-13, mostSweeps: 1000 };
const FIXED_POINT = { mostRounds: 50, tolerance: 1e-10 };

export function compareSwitching(golden: GoldenCase, { values, gradients }: Comparisons): void {
  golden.expected.forEach((expected, k) => {
    const ours = stateExpectations(golden, k);
    values.of(ours.noisePrecision, expected.noisePrecision.flat());
    values.of(ours.noisePrecisionTransition, expected.noisePrecisionTransition.flat());
    values.of(ours.noisePrecisionOffset, expected.noisePrecisionOffset);
    values.of(ours.transitionQuadratic, expected.transitionQuadratic.flat());
    values.of(ours.transitionOffset, expected.transitionOffset);
    values.of(ours.scalars, [expected.offsetQuadratic, expected.logDetNoise]);
  });
  const { ws, input, loss, out } = goldenProblem(golden);
  const { firstXStep, firstZStep, converged, gradientsFrozen, gradientsTotal } = golden;
  xStep(ws, input);
  compareMoments(firstXStep);
  values.of([ws.logZx], [firstXStep.logZ]);
  zStep(ws, input);
  values.of(ws.energies, firstZStep.energies.flat());
  values.of(ws.responsibilities, firstZStep.responsibilities.flat());
  values.of(ws.chains[0].pairs, (firstZStep.pairs as number[][][]).flat(2));
  values.of([ws.logZz], [firstZStep.logZ]);
  golden.objectivePerSweep.forEach((want, sweep) => {
    if (sweep > 0) zStep(ws, input);
    xStep(ws, input);
    values.of([objective(ws)], [want]);
  });
  inferStates(ws, input, CONVERGED);
  compareMoments(converged);
  values.of(ws.responsibilities, converged.responsibilities.flat());
  values.of([ws.logZx, ws.logZz], [converged.logZx, converged.logZz]);
  values.of([switchingLocalKl(ws, input)], [converged.localKl]);

  collectSwitchingStatistics(ws);
  switchingBackward(ws, input, { ...loss, throughFixedPoint: null }, out);
  gradients.of(out.dPrecision, gradientsFrozen.nodePrecision.flat());
  gradients.of(out.dLinear, gradientsFrozen.nodeLinear.flat());
  const arrived = switchingBackward(ws, input, { ...loss, throughFixedPoint: FIXED_POINT }, out);
  if (!arrived) throw new Error('The gradient through the fixed point did not converge.');
  gradients.of(out.dPrecision, gradientsTotal.nodePrecision.flat());
  gradients.of(out.dLinear, gradientsTotal.nodeLinear.flat());

  function compareMoments({ mean, cov, crossCov }: GoldenCase['firstXStep' | 'converged']): void {
    values.of(ws.kalman.means, mean.flat());
    values.of(ws.kalman.covariances, cov.flat(2));
    values.of(ws.kalman.crossCovariances, (crossCov as number[][][]).flat(2));
  }
}
