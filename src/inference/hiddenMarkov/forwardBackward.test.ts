import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../math/random.ts';
import { type ChainInput, createChainWorkspace, forwardBackward } from './forwardBackward.ts';
import golden from './golden/chains.json' with { type: 'json' };

/** Sums over every path, one by one. */
function enumerated({ steps, logInitial, logTransition, logEmissions }: ChainInput) {
  const K = logInitial.length;
  const responsibilities = new Float64Array(steps * K);
  const pairs = new Float64Array((steps - 1) * K * K);
  let Z = 0;
  for (let path = 0; path < K ** steps; path++) {
    const state = (t: number) => Math.floor(path / K ** t) % K;
    let logWeight = logInitial[state(0)];
    for (let t = 0; t < steps; t++) logWeight += logEmissions[t * K + state(t)];
    for (let t = 0; t + 1 < steps; t++) logWeight += logTransition[state(t) * K + state(t + 1)];
    const weight = Math.exp(logWeight);
    Z += weight;
    for (let t = 0; t < steps; t++) responsibilities[t * K + state(t)] += weight;
    for (let t = 0; t + 1 < steps; t++) pairs[(t * K + state(t)) * K + state(t + 1)] += weight;
  }
  const share = (value: number) => value / Z;
  return {
    logZ: Math.log(Z),
    responsibilities: responsibilities.map(share),
    pairs: pairs.map(share),
  };
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) {
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(actual[i] - expected[i]), `entry ${i}`).toBeLessThan(tolerance);
}

function run(input: ChainInput) {
  const ws = createChainWorkspace(input.logInitial.length, input.steps);
  return { ws, status: forwardBackward(ws, input) };
}

describe('forward-backward', () => {
  it.each(golden)(
    'agrees with golden numbers of chains whose potentials do not normalise',
    (want) => {
      const { ws, status } = run({
        steps: want.logEmissions.length,
        logInitial: Float64Array.from(want.logInitial),
        logTransition: Float64Array.from(want.logTransition.flat()),
        logEmissions: Float64Array.from(want.logEmissions.flat()),
      });
      expect(status).toEqual({ ok: true });
      expectClose([ws.logZ], [want.logZ], 1e-10);
      expectClose(ws.responsibilities, want.responsibilities.flat(), 1e-10);
      expectClose(ws.pairs, (want.pairs as number[][][]).flat(2), 1e-10);
    },
  );

  it('agrees with the sum over every path', () => {
    const chains = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer(),
    );
    fc.assert(
      fc.property(chains, ([K, steps, seed]) => {
        const random = createRandom(seed);
        const normals = (length: number) => {
          const out = new Float64Array(length);
          fillNormal(random, out);
          return out.map((value) => 3 * value);
        };
        const input = {
          steps,
          logInitial: normals(K),
          logTransition: normals(K * K),
          logEmissions: normals(steps * K),
        };
        const { ws, status } = run(input);
        const want = enumerated(input);
        expect(status.ok).toBe(true);
        expectClose([ws.logZ], [want.logZ], 1e-9);
        expectClose(ws.responsibilities, want.responsibilities, 1e-9);
        expectClose(ws.pairs, want.pairs, 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('bears evidence too sharp for probabilities, and transitions that cannot happen', () => {
    const never = Number.NEGATIVE_INFINITY;
    const logEmissions = new Float64Array([-5000, 0, 0, -5000, 0, 0]);
    const { ws, status } = run({
      steps: 3,
      logInitial: Float64Array.of(0, never),
      logTransition: Float64Array.of(-1, -2, never, 0),
      logEmissions,
    });
    expect(status).toEqual({ ok: true });
    // The only start is state 0, whatever its evidence says.
    expect(ws.responsibilities[0]).toBe(1);
    expect(ws.responsibilities[2]).toBe(1);
    expect(ws.logZ).toBeCloseTo(-5000 - 1 + Math.log(Math.exp(-1) + Math.exp(-2)), 9);
  });

  it('names the step from which no path goes on', () => {
    const never = Number.NEGATIVE_INFINITY;
    const { status } = run({
      steps: 2,
      logInitial: Float64Array.of(0, never),
      logTransition: Float64Array.of(0, never, 0, 0),
      logEmissions: Float64Array.of(0, 0, never, 0),
    });
    expect(status).toMatchObject({ ok: false, index: 1, value: never });
  });

  it('keeps sums of 1 over thousands of steps', () => {
    const steps = 5000;
    const random = createRandom(4);
    const logEmissions = new Float64Array(steps * 3);
    fillNormal(random, logEmissions);
    const log = (values: number[]) => Float64Array.from(values, Math.log);
    const { ws } = run({
      steps,
      logInitial: log([0.2, 0.3, 0.5]),
      logTransition: log([0.98, 0.01, 0.01, 0.02, 0.97, 0.01, 0.05, 0.05, 0.9]),
      logEmissions,
    });
    for (const t of [0, 2500, 4998]) {
      const row = ws.responsibilities.subarray(t * 3, t * 3 + 3);
      // Both tables speak of the same state.
      for (let k = 0; k < 3; k++) {
        const pair = ws.pairs.subarray((t * 3 + k) * 3, (t * 3 + k) * 3 + 3);
        expect(pair[0] + pair[1] + pair[2]).toBeCloseTo(row[k], 9);
      }
    }
  });
});
