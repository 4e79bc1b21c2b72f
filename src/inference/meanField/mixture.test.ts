import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockAt, createMixtureFamily, mixtureLayout } from '../../distributions/mixture.ts';
import { createNormalInverseWishart } from '../../distributions/normalInverseWishart.ts';
import { meanFieldBackward } from './backward.ts';
import golden from './golden/gmm.json' with { type: 'json' };
import { type MeanFieldInput, meanField } from './mixture.ts';
import { type MeanFieldProblem, randomProblem } from './problem.fixture.ts';
import { traceMeanField } from './trace.ts';
import { createMeanFieldWorkspace } from './workspace.ts';

function expectRelative(actual: number, expected: number, tolerance: number): void {
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  expect(error, `${actual} against ${expected}`).toBeLessThan(tolerance);
}

function expectAllRelative(actual: Float64Array, expected: number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expectRelative(actual[i], value, tolerance);
  });
}

function run(problem: MeanFieldProblem, change: Partial<MeanFieldInput> = {}) {
  const ws = createMeanFieldWorkspace(problem.family.layout, problem.B);
  const input: MeanFieldInput = {
    rowCount: problem.B,
    precision: problem.precision,
    linear: problem.linear,
    expected: problem.expected,
    warmStart: null,
    tolerance: 1e-14,
    maxSweeps: 5_000,
    ...change,
  };
  return { ws, input, status: meanField(ws, input) };
}

function goldenProblem(index: number) {
  const { N: B, K, p: d, globals, nodePrecision, nodeLinear } = golden[index];
  const family = createMixtureFamily(K, d);
  const component = createNormalInverseWishart(d);
  const natural = new Float64Array(family.length);
  natural.set(globals.alpha);
  globals.components.forEach((standard, k) => {
    const at = blockAt(family.layout, k);
    component.fromStandard({ ...standard, psi: standard.Psi.flat() }, natural, at);
  });
  const expected = new Float64Array(family.length);
  family.expectedStatistics(natural, 0, expected, 0);
  const noise = new Float64Array(B * d);
  const precision = Float64Array.from(nodePrecision.flat());
  const linear = Float64Array.from(nodeLinear.flat());
  return { K, d, B, family, natural, expected, precision, linear, noise };
}

it('finds the same factors to 1e-12 where they are only looked at', () => {
  for (let index = 0; index < golden.length; index++) {
    const [figures, looked] = [true, false].map(
      (wantsSums) => run(goldenProblem(index), { wantsSums, tolerance: 1e-13 }).ws,
    );
    expectAllRelative(looked.responsibilities, Array.from(figures.responsibilities), 1e-12);
    expectAllRelative(looked.means, Array.from(figures.means), 1e-12);
  }
});

describe('mean field against the golden fixed points', () => {
  it.each([0, 1, 2])('case %i: local factors, local KL and statistics', (index) => {
    const { ws, status } = run(goldenProblem(index));
    const want = golden[index];
    expect(status.ok).toBe(true);
    expect(ws.report.unconvergedRows).toBe(0);
    expectAllRelative(ws.responsibilities, want.responsibilities.flat(), 1e-8);
    expectAllRelative(ws.means, want.mean.flat(), 1e-8);
    expectAllRelative(ws.covariances, want.cov.flat(2), 1e-8);
    expectAllRelative(ws.localKl, want.localKl, 1e-8);
    const { niw } = ws.layout;
    want.niwStats.sumR.forEach((sum, k) => {
      const block = blockAt(ws.layout, k);
      expectRelative(ws.statistics[k], sum, 1e-8);
      expectRelative(ws.statistics[block + niw.count], sum, 1e-8);
      expectRelative(ws.statistics[block + niw.degrees], sum, 1e-8);
      const linear = ws.statistics.slice(block + niw.linear, block + niw.quadratic);
      expectAllRelative(linear, want.niwStats.sumRx[k], 1e-8);
      const quadratic = ws.statistics.slice(block + niw.quadratic, block + niw.degrees);
      expectAllRelative(quadratic, want.niwStats.sumRxx[k].flat(), 1e-8);
    });
  });

  it.each([0, 1, 2])('case %i: gradients through the fixed point', (index) => {
    const problem = goldenProblem(index);
    const { ws, input } = run(problem);
    const want = golden[index];
    const out = {
      dPrecision: new Float64Array(problem.B * problem.d),
      dLinear: new Float64Array(problem.B * problem.d),
      dExpected: new Float64Array(problem.expected.length),
    };
    const loss = {
      dMeans: Float64Array.from(want.lossWeights.mean.flat()),
      dCovariances: Float64Array.from(want.lossWeights.cov.flat(2)),
      atSamples: null,
      dLocalKl: want.lossWeights.localKl,
    };
    expect(meanFieldBackward(ws, input, loss, out).ok).toBe(true);
    expectAllRelative(out.dPrecision, want.gradients.nodePrecision.flat(), 1e-6);
    expectAllRelative(out.dLinear, want.gradients.nodeLinear.flat(), 1e-6);
  });
});

const sizes = fc.tuple(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 3 }),
  fc.integer(),
  fc.double({ min: 0.1, max: 8, noNaN: true }),
);

describe('mean field', () => {
  it('keeps responsibilities normalised, the local KL nonnegative, and the bound exact', () => {
    fc.assert(
      fc.property(sizes, ([K, d, seed, spread]) => {
        const problem = randomProblem(K, d, 3, seed, spread);
        const { ws, status } = run(problem, { tolerance: 1e-6 });
        expect(status.ok).toBe(true);
        let statistics = (3 * d * Math.log(2 * Math.PI)) / 2;
        for (let i = 0; i < ws.statistics.length; i++)
          statistics -= ws.statistics[i] * problem.expected[i];
        let kl = 0;
        for (let row = 0; row < 3; row++) {
          const r = ws.responsibilities.slice(row * K, (row + 1) * K);
          expect(r.reduce((sum, value) => sum + value)).toBeCloseTo(1, 12);
          expect(ws.localKl[row]).toBeGreaterThan(-1e-10);
          kl += ws.localKl[row];
          for (const value of r) if (value > 0) statistics += value * Math.log(value);
          // Minus the entropy of q(x), from its factor.
          const factor = ws.factors.slice(row * d * d);
          for (let i = 0; i < d; i++)
            statistics += Math.log(factor[i * d + i]) - (1 + Math.log(2 * Math.PI)) / 2;
        }
        // KL = -entropies - <statistics, E[t(theta)]> + B d/2 log 2 pi.
        expectRelative(kl, statistics, 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('needs no sweep to speak of from a warm start, and remembers where it ended', () => {
    const problem = randomProblem(5, 2, 4, 1);
    const memory = new Float64Array(9 * 5);
    const warmStart = { responsibilities: memory, rows: Int32Array.of(7, 0, 3, 8) };
    const cold = run(problem, { warmStart });
    expect(cold.ws.report.mostSweeps).toBeGreaterThan(3);
    for (let row = 0; row < 4; row++) {
      const at = warmStart.rows[row] * 5;
      const found = cold.ws.responsibilities.slice(row * 5, row * 5 + 5);
      expect(memory.slice(at, at + 5)).toEqual(found);
    }
    expect(memory.slice(5, 10)).toEqual(new Float64Array(5));
    const warm = run(problem, { warmStart, tolerance: 1e-10 });
    expect(warm.ws.report.mostSweeps).toBe(1);
    expectAllRelative(warm.ws.means, Array.from(run(problem).ws.means), 1e-12);
  });

  it('counts rows that run out of sweeps', () => {
    const { ws } = run(randomProblem(5, 2, 4, 1), { maxSweeps: 1 });
    expect(ws.report).toMatchObject({ unconvergedRows: 4, mostSweeps: 1, totalSweeps: 4 });
  });

  it('switches off components without weight, as if they were not there', () => {
    const full = randomProblem(4, 2, 5, 3);
    const removed = 2;
    const kept = createMixtureFamily(3, 2);
    const expected = new Float64Array(kept.length);
    [0, 1, 3].forEach((from, to) => {
      expected[to] = full.expected[from];
      const block = blockAt(full.family.layout, from);
      expected.set(
        full.expected.slice(block, block + full.family.layout.niw.length),
        blockAt(kept.layout, to),
      );
    });
    const edited = full.expected.slice();
    edited[removed] = -Infinity;
    edited.fill(Number.NaN, blockAt(full.family.layout, 2), blockAt(full.family.layout, 3));
    const memory = new Float64Array(5 * 4).fill(0.25);
    memory[removed] = 1e9;
    const rows = Int32Array.of(0, 1, 2, 3, 4);
    const { ws, input, status } = run(
      { ...full, expected: edited },
      { warmStart: { responsibilities: memory, rows } },
    );
    const small = run({ ...full, K: 3, family: kept, expected });
    expect(status.ok).toBe(true);
    expectAllRelative(ws.means, Array.from(small.ws.means), 1e-10);
    expectAllRelative(ws.localKl, Array.from(small.ws.localKl), 1e-10);
    for (let row = 0; row < 5; row++) expect(ws.responsibilities[row * 4 + removed]).toBe(0);
    const out = {
      dPrecision: new Float64Array(10),
      dLinear: new Float64Array(10),
      dExpected: new Float64Array(edited.length),
    };
    const loss = { dMeans: ws.means, dCovariances: null, atSamples: null, dLocalKl: 1 };
    expect(meanFieldBackward(ws, input, loss, out).ok).toBe(true);
    for (const value of [...out.dLinear, ...out.dPrecision, ...out.dExpected])
      expect(value).not.toBeNaN();
    expect(out.dExpected[removed]).toBe(0);
  });

  it('says where it could not go on', () => {
    const problem = randomProblem(2, 1, 3, 1);
    const precision = Float64Array.of(1, -50, 1);
    const { status, ws } = run({ ...problem, precision });
    expect(status).toMatchObject({ ok: false, what: 'posterior precision of a latent', index: 1 });
    expect(status.ok || status.value < -40).toBe(true);
    expect(ws.report.status).toBe(status);
    const none = problem.expected.slice().fill(-Infinity, 0, 2);
    expect(run({ ...problem, expected: none }).status).toMatchObject({ ok: false, value: 0 });
    expect(() => run(problem, { rowCount: 4 })).toThrow(RangeError);
  });
});

describe('traceMeanField', () => {
  it('climbs the surrogate bound from uniform responsibilities to the fixed point', () => {
    fc.assert(
      fc.property(sizes, ([K, d, seed, spread]) => {
        const problem = randomProblem(K, d, 1, seed, spread);
        const { ws, input } = run(problem, { tolerance: 1e-9 });
        const { status, sweeps } = traceMeanField(
          problem.family.layout,
          input,
          new Float64Array(K),
        );
        expect(status.ok).toBe(true);
        expect(sweeps.length).toBe(ws.report.mostSweeps + 1);
        expect(sweeps[0].responsibilities).toEqual(new Array(K).fill(1 / K));
        const last = sweeps[sweeps.length - 1];
        expect(last.responsibilities).toEqual(Array.from(ws.responsibilities));
        expect(last.mean).toEqual(Array.from(ws.means));
        expect(last.covariance).toEqual(Array.from(ws.covariances));
        for (let i = 1; i < sweeps.length; i++)
          expect(sweeps[i].objective).toBeGreaterThan(sweeps[i - 1].objective - 1e-9);
      }),
      { numRuns: 50 },
    );
  });

  it('reports trouble', () => {
    const layout = mixtureLayout(2, 1);
    const { expected } = randomProblem(2, 1, 1, 1);
    const precision = Float64Array.of(-50);
    const input = { precision, linear: Float64Array.of(0), expected, tolerance: 0, maxSweeps: 3 };
    expect(traceMeanField(layout, input, new Float64Array(layout.components))).toMatchObject({
      status: { ok: false },
      sweeps: [],
    });
  });
});
