import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import { makePlanarDataset } from '../../shared/engine/planarData.ts';
import { compare } from '../lab.ts';
import { type CompareSettings, compareTable } from '../settings.ts';
import {
  type FiguresInspection,
  type LikelihoodInspection,
  MODEL_NAMES,
  type ModelName,
} from '../snapshot.ts';
import { CompareEngine } from './engine.ts';
import { createMembers, vaeSettings } from './members.ts';

const small: CompareSettings = {
  ...defaultValues(compareTable),
  pointsPerArm: 30,
  hiddenUnits: 12,
  mixtureClusters: 6,
  clusters: 6,
};
const made: { dispose(): void }[] = [];

function request(change: Partial<CompareSettings> = {}, seed = 1) {
  const settings = { ...small, ...change };
  return { settings, dataset: makePlanarDataset(settings, seed, null), seed };
}

function engine(change: Partial<CompareSettings> = {}, seed = 1): CompareEngine {
  const created = new CompareEngine(request(change, seed));
  made.push(created);
  return created;
}

function train(trained: { train: CompareEngine['train'] }, steps: number): void {
  for (let step = 0; step < steps; step++) {
    const outcome = trained.train();
    if (!outcome.ok) throw new Error(outcome.breakdown.message);
    expect(outcome.objective.localKl).toBeGreaterThanOrEqual(0);
    expect(outcome.objective.globalKl).toBeGreaterThanOrEqual(0);
  }
}

const figures = (of: CompareEngine) => of.inspect({ kind: 'figures' }) as FiguresInspection;

const likelihood = (of: CompareEngine, model: ModelName, samples = 64) =>
  of.inspect({ kind: 'likelihood', model, from: 0, rows: 150, samples }) as LikelihoodInspection;

beforeAll(async () => {
  await activateBackend('wasm');
});

afterEach(() => {
  for (const one of made.splice(0)) one.dispose();
});

describe('training together', () => {
  it('trains the VAE on the objective that is chosen, as in its own lab', () => {
    expect(vaeSettings({ ...defaultValues(compareTable), objective: 'iwae-dreg' })).toMatchObject({
      ...{ objective: 'iwae-dreg', importanceSamples: 50 },
    });
  });

  it('teaches each model what it would learn alone', () => {
    const together = engine();
    train(together, 8);
    const { gmm, vae, svae } = createMembers(request());
    made.push(gmm, vae, svae);
    for (const model of [gmm, vae, svae]) for (let step = 0; step < 8; step++) model.train();
    const snapshot = together.snapshot();
    expect(snapshot.gmm.clusters).toEqual(gmm.snapshot().clusters);
    expect(snapshot.vae).toEqual(vae.snapshot());
    expect(snapshot.svae).toEqual(svae.snapshot());
  });

  it('lets EM rest when it has arrived, and goes on with the others', () => {
    const trained = engine({ dataset: 'blobs', mixtureClusters: 2, clusters: 3 });
    train(trained, 150);
    const { gmm, course } = trained.snapshot();
    expect(gmm.converged).toBe(true);
    expect(course.gmm.at(-1)).toBe(course.gmm.at(-2));
    expect(course.vae.at(-1)).not.toBe(course.vae.at(-2));
    expect(course.step).toHaveLength(150);
  });

  it('says which model broke down, with a remedy that can be had here', () => {
    const broken = engine();
    broken.breakDown();
    const outcome = broken.train();
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    const { message, suggestedSettings = {} } = outcome.breakdown;
    expect(message).toMatch(/^VAE: Training stopped at step 1: the ELBO came out as NaN/);
    expect(Object.keys(compareTable.settings)).toEqual(
      expect.arrayContaining(Object.keys(suggestedSettings)),
    );
  });

  it('says whose clusters are too many', () => {
    expect(() => engine({ pointsPerArm: 10, arms: 2, mixtureClusters: 21 })).toThrow(
      '21 clusters of the GMM are more than the 20 points of the data set: choose at most 20.',
    );
    expect(() => engine({ pointsPerArm: 10, arms: 2, clusters: 21 })).toThrow(/of the SVAE/);
  });

  it('takes a new KL weight and learning rate while it runs', () => {
    const [kept, changed] = [engine(), engine()];
    for (const one of [kept, changed]) train(one, 5);
    changed.updateSettings({ ...small, klWeight: 5, learningRate: 0.001 });
    for (const one of [kept, changed]) train(one, 5);
    const [a, b] = [kept, changed].map((one) => one.snapshot());
    expect(b.gmm.clusters).toEqual(a.gmm.clusters);
    expect(b.vae.latents).not.toEqual(a.vae.latents);
    expect(b.svae.latents).not.toEqual(a.svae.latents);
  });
});

describe('looking at all three', () => {
  it('draws from each, and through the decoders', () => {
    const trained = engine();
    expect(trained.snapshot().gmm.samples).toBeNull();
    trained.setView({ samples: 20 });
    const { gmm, vae, svae, outlines } = trained.snapshot();
    for (const samples of [gmm.samples, vae.samples, svae.samples])
      expect(samples?.data).toHaveLength(40);
    expect(outlines?.vae).toHaveLength(1);
    expect(outlines?.vae[0].cluster).toBeNull();
    for (const { points } of outlines?.svae ?? []) expect(points.every(Number.isFinite)).toBe(true);
  });

  it.each([1, 3])('works with %i latents', (latentDimension) => {
    const trained = engine({ latentDimension });
    train(trained, 3);
    expect(trained.snapshot().outlines === null).toBe(latentDimension > 2);
    expect(likelihood(trained, 'svae').logLikelihood).toBeLessThan(0);
  });
});

describe('figures', () => {
  it('are those of each model, with clusters where it has any', () => {
    const trained = engine();
    train(trained, 10);
    const { gmm, vae, svae, timing, evaluationData } = figures(trained);
    expect(gmm.parameterCount).toBe(5 + 12 + 18);
    expect(svae.parameterCount - vae.parameterCount).toBe(35);
    expect(vae.adjustedRandIndex).toBeNull();
    expect(gmm.adjustedRandIndex).toBeGreaterThan(0);
    expect(svae.bound).toBe(trained.evaluate().total);
    expect(timing.steps).toBe(10);
    expect(evaluationData).toEqual({ data: 'held-out', rows: 150 });
  });

  it('measure all models on the same rows; where the answer is known, it is that', () => {
    const trained = engine();
    train(trained, 60);
    for (const model of MODEL_NAMES) {
      const { logLikelihood, standardError, exact } = likelihood(trained, model);
      expect(standardError).toBeLessThan(0.02);
      if (exact === null) continue;
      expect(Math.abs(logLikelihood - exact)).toBeLessThan(3 * standardError);
    }
    const again = likelihood(trained, 'svae');
    expect(likelihood(trained, 'svae')).toEqual(again);
    expect(trained.evaluate()).toEqual(trained.evaluate());
  });

  it('take no more than 500 rows, and the data themselves where nothing else is known', () => {
    const large = engine({ pointsPerArm: 200 });
    expect(figures(large).evaluationData).toEqual({ data: 'held-out', rows: 500 });
    const own = { values: new Float64Array(40).map((_, i) => i % 7), rows: 20, dimension: 2 };
    const settings = { ...small, dataset: 'own' as const };
    const dataset = makePlanarDataset(settings, 1, {
      ...own,
      name: 'mine',
      columns: ['a', 'b'],
      labels: null,
    });
    const ownEngine = new CompareEngine({ settings, dataset, seed: 1 });
    made.push(ownEngine);
    const { evaluationData, svae } = figures(ownEngine);
    expect(evaluationData).toEqual({ data: 'training', rows: 20 });
    expect(svae.adjustedRandIndex).toBeNull();
  });

  it('refuse rows that are not there', () => {
    const ask = (from: number, rows: number, samples: number) => () =>
      engine().inspect({ kind: 'likelihood', model: 'vae', from, rows, samples });
    expect(ask(100, 60, 8)).toThrow(/within 0 to 150/);
    expect(ask(0, 10, 1)).toThrow(/2 to 4096, not 1/);
  });

  it('go to the command line', () => {
    const trained = engine();
    train(trained, 3);
    expect(trained.measure()).toMatchObject({
      gmm: { parameterCount: 35 },
      vae: { adjustedRandIndex: null },
      likelihoodOn: 'held-out',
    });
    expect(() => compare.parseEdit({ kind: 'moveCluster' })).toThrow(/moveCluster/);
  });
});
