import { describe, expect, it } from 'vitest';
import { noRows } from '../../../datasets/dataset.ts';
import { defaultValues } from '../../../settings/values.ts';
import { type DivergencesEdit, parseDivergencesEdit, withDivergencesEdit } from '../edits.ts';
import { withInfinities } from '../infinities.ts';
import { type DivergencesSettings, divergencesTable } from '../settings.ts';
import type { Direction } from '../snapshot.ts';
import { TARGETS } from '../targets.ts';
import { DivergencesEngine } from './engine.ts';

function start(change: Partial<DivergencesSettings> = {}, seed = 0) {
  const settings = { ...defaultValues(divergencesTable), ...change };
  return new DivergencesEngine({ settings, seed, dataset: noRows('') });
}

function fitted(change: Partial<DivergencesSettings>, edits: DivergencesEdit[] = [], seed = 0) {
  const engine = start(change, seed);
  engine.setEdits(edits);
  engine.bakeEdits();
  for (let step = 0; step < 800 && !engine.converged; step++)
    expect(engine.train()).toMatchObject({ ok: true });
  return engine;
}

function densities(engine: DivergencesEngine) {
  const snapshot = withInfinities(engine.snapshot());
  if (snapshot.part !== 'densities' && snapshot.part !== 'identity') throw new Error(snapshot.part);
  return snapshot;
}

const fitOf = (engine: DivergencesEngine, direction: Direction) => {
  const fit = densities(engine).fits.find((other) => other.direction === direction);
  if (!fit) throw new Error(`There is no fit of ${direction}.`);
  return fit;
};

const place = (mean: number, sd: number): DivergencesEdit => ({
  kind: 'placeFit',
  components: [{ weight: 1, mean, sd }],
});

describe('fits in both directions', () => {
  it('come to the known optima of two equal and of two unequal peaks', () => {
    const equal = fitted({ target: 'two' });
    expect(fitOf(equal, 'forward').value).toBeCloseTo(0.7235530265, 6);
    expect(fitOf(equal, 'forward').components[0].sd).toBeCloseTo(2.0615528128, 4);
    expect(fitOf(equal, 'reverse').value).toBeCloseTo(0.6930529417, 6);
    expect(Math.abs(fitOf(equal, 'reverse').components[0].mean)).toBeCloseTo(1.9998, 3);
    const unequal = fitted({ target: 'unequal' }, [place(2.2, 0.6)]);
    expect(fitOf(unequal, 'forward').value).toBeCloseTo(0.7242221067, 6);
    expect(fitOf(unequal, 'reverse').value).toBeCloseTo(1.203825982, 6);
  });

  it('never raise their own divergence', () => {
    const engine = start({ target: 'four', rate: 1 }, 3);
    let before = densities(engine).fits.map(({ value }) => value);
    for (let step = 0; step < 40; step++) {
      engine.train();
      const now = densities(engine).fits.map(({ value }) => value);
      now.forEach((value, i) => {
        expect(value).toBeLessThanOrEqual(before[i] + 1e-9);
      });
      before = now;
    }
  });

  it('stay where a divergence is infinite for every Gaussian, and say so', () => {
    const engine = fitted({ target: 'cut' });
    expect(engine.converged).toBe(true);
    const { value, figures, components } = fitOf(engine, 'reverse');
    expect(value).toBe(Infinity);
    expect(figures.outsideP?.mass).toBeGreaterThan(0.1);
    expect(components).toEqual(fitOf(start({ target: 'cut' }), 'reverse').components);
    expect(Number.isFinite(engine.evaluate().total)).toBe(true);
    // Otherwise a file of this model would be refused as damaged.
    const snapshot = engine.snapshot();
    if (snapshot.part !== 'densities') throw new Error(snapshot.part);
    expect(snapshot.fits.flatMap((fit) => [...fit.integrand, fit.value])).toSatisfy(
      (numbers: number[]) => numbers.every(Number.isFinite),
    );
    expect(engine.measure()).toMatchObject({ reverse: { value: 'infinite', optimum: null } });
    expect(engine.inspect({ kind: 'landscape', direction: 'reverse', cells: 21 }).absent).toMatch(
      /infinite/,
    );
  });

  it('are measured by chi-squared, too, which is drawn where it is asked for', () => {
    const engine = start({ target: 'two', areas: 'chi' });
    engine.setEdits([place(0, 2)]);
    const forward = fitOf(engine, 'forward');
    const area = forward.integrand.reduce((sum, value) => sum + value / 40, 0);
    expect(area).toBeCloseTo(forward.figures.chiForward, 2);
    expect(forward.figures.chiReverse).toBe(Infinity);
    engine.updateSettings({ ...defaultValues(divergencesTable), areas: 'kl' });
    const kl = fitOf(engine, 'forward').integrand.reduce((sum, value) => sum + value / 40, 0);
    expect(kl).toBeCloseTo(forward.figures.forward, 3);
    // Finite, and larger than the number that stands for infinity.
    engine.setEdits([
      { kind: 'reshape', target: 'two', components: [{ weight: 1, mean: 0, sd: 1 }] },
      place(6, 0.72),
    ]);
    const { chiForward, outsideQ } = fitOf(engine, 'forward').figures;
    expect([chiForward, outsideQ]).toEqual([1e29, null]);
    expect(engine.measure()).toMatchObject({ forward: { figures: { chiForward: 1e29 } } });
  });

  it('meet at the ends of alpha', () => {
    for (const [alpha, direction] of [
      [1, 'forward'],
      [-1, 'reverse'],
    ] as const) {
      const { value } = fitOf(fitted({ target: 'near', fit: 'alpha', alpha }), 'alpha');
      expect(value).toBeCloseTo(fitOf(fitted({ target: 'near' }), direction).value, 8);
    }
  });

  it('follow p where it is reshaped on the way', () => {
    const engine = fitted({ target: 'gaussian' });
    const components = [{ weight: 1, mean: 2, sd: 0.8 }];
    engine.setEdits([{ kind: 'reshape', target: 'gaussian', components }]);
    expect(engine.converged).toBe(false);
    for (let step = 0; step < 300; step++) engine.train();
    expect(fitOf(engine, 'forward').components[0].mean).toBeCloseTo(2, 4);
  });

  it('find both peaks with two Gaussians in q', () => {
    expect(fitOf(fitted({ gaussians: 2 }), 'forward').value).toBeLessThan(1e-6);
  });
});

it('a landscape has the known minima and the saddle between them', () => {
  const engine = start({ target: 'unequal' });
  const { points, values, cells } = engine.inspect({
    ...{ kind: 'landscape', direction: 'reverse', cells: 51 },
  });
  expect(values).toHaveLength(cells * cells);
  expect(points.map(({ kind }) => kind)).toEqual(['minimum', 'minimum', 'saddle']);
  expect(points[0]).toMatchObject({
    mean: expect.closeTo(-1.99987, 4),
    sd: expect.closeTo(0.50026, 4),
  });
  expect(points[0].value).toBeCloseTo(0.356615, 5);
  expect(points[1].value).toBeCloseTo(1.203826, 5);
  expect(() => engine.inspect({ kind: 'landscape', direction: 'reverse', cells: 1 })).toThrow(
    /not 1/,
  );
});

it('log p(x) is the ELBO plus KL(q || p), wherever q is', () => {
  const engine = start({ part: 'identity', target: 'near', logEvidence: -2 });
  for (const [mean, sd] of [
    [0, 1],
    [-3, 0.4],
    [4, 3],
  ]) {
    engine.setEdits([place(mean, sd)]);
    const { split, fits } = densities(engine);
    if (!split) throw new Error('There is no split.');
    expect(split.elbo + split.kl).toBeCloseTo(-2, 8);
    expect(split.elbo).toBeCloseTo(split.energy + split.entropy, 10);
    expect(split.kl).toBeCloseTo(fits[0].figures.reverse, 8);
  }
});

describe('bars', () => {
  it('move towards p, and merging raises no divergence', () => {
    const engine = start({ part: 'bars' }, 2);
    engine.setEdits([{ kind: 'mergeBars', after: [0, 3] }]);
    const snapshot = engine.snapshot();
    if (snapshot.part !== 'bars') throw new Error(snapshot.part);
    const { figures } = snapshot;
    expect(snapshot.groups).toEqual([0, 2, 3]);
    expect(figures.forward).toBeLessThanOrEqual(figures.unmergedForward);
    expect(figures.reverse).toBeLessThanOrEqual(figures.unmergedReverse);
    expect(figures.entropyP + figures.forward).toBeCloseTo(figures.crossEntropy, 12);
    const end = fitted({ part: 'bars' }).measure();
    expect(end).toMatchObject({ converged: true, forward: expect.closeTo(0, 10) });
  });

  it('refuse what does not fit, in words', () => {
    const engine = start({ part: 'bars', outcomes: 3 });
    const shares = [0.5, 0.5];
    expect(() => engine.setEdits([{ kind: 'setBars', of: 'p', shares }])).toThrow(/3 outcomes/);
    expect(() => engine.setEdits([{ kind: 'mergeBars', after: [2] }])).toThrow(
      /no bar on its right/,
    );
  });
});

it('atoms are drawn together until the gap is closed; ratios keep the mean 1', () => {
  expect(fitted({ part: 'jensen', convex: 'exp' }).evaluate().total).toBeLessThan(1e-10);
  const engine = start({ part: 'jensen', convex: 'ratio', atoms: 2 });
  const edit: DivergencesEdit = {
    ...{ kind: 'moveAtoms', convex: 'ratio', places: [0.5, 2], weights: [0.6, 0.4] },
  };
  engine.setEdits([edit]);
  const snapshot = engine.snapshot();
  if (snapshot.part !== 'jensen') throw new Error(snapshot.part);
  expect(snapshot.mean).toBeCloseTo(1, 12);
  const p = [0.6, 0.4];
  const kl = p.reduce((sum, share, i) => sum - share * Math.log(snapshot.places[i]), 0);
  expect(snapshot.gap).toBeCloseTo(kl, 12);
});

it('in the plane both directions leave -log(1 - rho^2) / 2, with variances 1 / Lambda and Sigma', () => {
  for (const correlation of [0, 0.5, -0.9]) {
    const { forward, reverse } = fitted({
      part: 'plane',
      correlation,
    }).measure() as unknown as Record<
      'forward' | 'reverse',
      { value: number; variances: number[] }
    >;
    const least = -Math.log(1 - correlation ** 2) / 2;
    expect(forward.value).toBeCloseTo(least, 6);
    expect(reverse.value).toBeCloseTo(least, 3);
    expect(forward.variances[0]).toBeCloseTo(1, 6);
    expect(reverse.variances[0]).toBeCloseTo(1 - correlation ** 2, 6);
  }
});

describe('edits', () => {
  const bad = (edit: object, message: RegExp) =>
    expect(() => parseDivergencesEdit(edit)).toThrow(message);

  it('that leave no density are refused by name', () => {
    const component = { weight: 1, mean: 0, sd: 1 };
    bad({ kind: 'reshape', target: 'two', components: [{ ...component, sd: 0 }] }, /at least 0.1/);
    bad(
      { kind: 'reshape', target: 'two', components: [{ ...component, weight: 0 }] },
      /no mass|some mass/,
    );
    bad({ kind: 'reshape', target: 'two', components: [] }, /at least one component/);
    bad({ kind: 'reshape', target: 'drawn', components: [component] }, /target/);
    bad(
      { kind: 'reshape', target: 'two', components: [component], from: 1, to: 1 },
      /nothing is left/,
    );
    bad({ kind: 'draw', heights: [1] }, /at least 2/);
    bad({ kind: 'draw', heights: [0, 0] }, /mass/);
    bad({ kind: 'setBars', of: 'p', shares: [0, 0] }, /mass/);
    bad({ kind: 'placeFit', components: [{ ...component, mean: 7 }] }, /at most 6/);
  });

  it('that cut all mass away are refused by the engine, which stays as it is', () => {
    const engine = start({ target: 'gaussian' });
    const before = engine.snapshot();
    const components = [{ weight: 1, mean: -5, sd: 0.1 }];
    const gone: DivergencesEdit = {
      kind: 'reshape',
      target: 'gaussian',
      components,
      from: 4,
      to: 5,
    };
    expect(() => engine.setEdits([gone])).toThrow(/no mass left/);
    expect(engine.snapshot()).toEqual(before);
  });

  it('of another density or part wait until it is chosen', () => {
    const engine = start({ target: 'two' });
    const before = engine.snapshot();
    engine.setEdits([
      { kind: 'reshape', target: 'near', components: [...TARGETS.gaussian.components] },
      { kind: 'setBars', of: 'p', shares: [0.5, 0.5] },
    ]);
    expect(engine.snapshot()).toEqual(before);
    const one = parseDivergencesEdit({ kind: 'setBars', of: 'p', shares: [0.5, 0.5] });
    const other = parseDivergencesEdit({ kind: 'setBars', of: 'q', shares: [0.5, 0.5] });
    expect(withDivergencesEdit([one], other)).toEqual([one, other]);
    expect(withDivergencesEdit([one, other], one)).toEqual([other, one]);
  });
});
