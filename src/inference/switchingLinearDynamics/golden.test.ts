import { describe, expect, it } from 'vitest';
import { switchingBackward } from './backward.ts';
import {
  collectSwitchingStatistics,
  inferStates,
  objective,
  switchingLocalKl,
  xStep,
  zStep,
} from './forward.ts';
import golden from './golden/slds.json' with { type: 'json' };
import { goldenProblem, stateExpectations } from './golden.fixture.ts';

const CONVERGED = { tolerance: 1e-13, mostSweeps: 300 };

function near(actual: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  expected.forEach((value, i) => {
    const error = Math.abs(actual[i] - value) / Math.max(1, Math.abs(value));
    expect(error, `entry ${i}: ${actual[i]} against ${value}`).toBeLessThan(tolerance);
  });
}

describe('a switching linear dynamical system against dense joints and enumeration', () => {
  it.each(golden)('K = $K, d = $d, T = $T: expected statistics of the states', (want) => {
    want.expected.forEach((expected, k) => {
      const ours = stateExpectations(want, k);
      near(ours.noisePrecision, expected.noisePrecision.flat(), 1e-8);
      near(ours.noisePrecisionTransition, expected.noisePrecisionTransition.flat(), 1e-8);
      near(ours.noisePrecisionOffset, expected.noisePrecisionOffset, 1e-8);
      near(ours.transitionQuadratic, expected.transitionQuadratic.flat(), 1e-8);
      near(ours.transitionOffset, expected.transitionOffset, 1e-8);
      near(ours.scalars, [expected.offsetQuadratic, expected.logDetNoise], 1e-8);
    });
  });

  it.each(golden)('K = $K, d = $d, T = $T: first steps, every sweep, the fixed point', (want) => {
    const { ws, input } = goldenProblem(want);
    expect(xStep(ws, input)).toEqual({ ok: true });
    near(ws.kalman.means, want.firstXStep.mean.flat(), 1e-8);
    near(ws.kalman.covariances, want.firstXStep.cov.flat(2), 1e-8);
    near(ws.kalman.crossCovariances, want.firstXStep.crossCov.flat(2), 1e-8);
    near([ws.logZx], [want.firstXStep.logZ], 1e-8);
    expect(zStep(ws, input)).toEqual({ ok: true });
    near(ws.energies, want.firstZStep.energies.flat(), 1e-8);
    near(ws.responsibilities, want.firstZStep.responsibilities.flat(), 1e-8);
    near(ws.chains[0].pairs, (want.firstZStep.pairs as number[][][]).flat(2), 1e-8);
    near([ws.logZz], [want.firstZStep.logZ], 1e-8);

    const perSweep = want.objectivePerSweep.map((_, sweep) => {
      if (sweep > 0) zStep(ws, input);
      xStep(ws, input);
      return objective(ws);
    });
    near(perSweep, want.objectivePerSweep, 1e-8);

    expect(inferStates(ws, input, CONVERGED)).toEqual({ ok: true });
    const { converged } = want;
    near(ws.responsibilities, converged.responsibilities.flat(), 1e-8);
    near(ws.kalman.means, converged.mean.flat(), 1e-8);
    near(ws.kalman.covariances, converged.cov.flat(2), 1e-8);
    near(ws.kalman.crossCovariances, converged.crossCov.flat(2), 1e-8);
    near([ws.logZx, ws.logZz], [converged.logZx, converged.logZz], 1e-8);
    near([switchingLocalKl(ws, input)], [converged.localKl], 1e-8);
  });

  it.each(golden)('K = $K, d = $d, T = $T: gradients, with q(z) held and through it', (want) => {
    const { ws, input, loss, out } = goldenProblem(want);
    inferStates(ws, input, CONVERGED);
    collectSwitchingStatistics(ws);
    switchingBackward(ws, input, { ...loss, throughFixedPoint: null }, out);
    near(out.dPrecision, want.gradientsFrozen.nodePrecision.flat(), 1e-6);
    near(out.dLinear, want.gradientsFrozen.nodeLinear.flat(), 1e-6);
    const throughFixedPoint = { mostRounds: 30, tolerance: 1e-9 };
    expect(switchingBackward(ws, input, { ...loss, throughFixedPoint }, out)).toBe(true);
    near(out.dPrecision, want.gradientsTotal.nodePrecision.flat(), 1e-6);
    near(out.dLinear, want.gradientsTotal.nodeLinear.flat(), 1e-6);
  });
});
