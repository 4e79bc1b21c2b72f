import { MODEL_UNIT } from '../../src/datasets/columnUnits.ts';
import { divergencesTable } from '../../src/labs/divergences/settings.ts';
import { diagram as divergences } from '../../src/labs/divergences/texts/diagram.ts';
import { type EmAlgorithm, emTable } from '../../src/labs/em/settings.ts';
import { diagram as em } from '../../src/labs/em/texts/diagram.ts';
import { hmmTable } from '../../src/labs/hmm/settings.ts';
import { diagram as hmm } from '../../src/labs/hmm/texts/diagram.ts';
import { meanFieldTable } from '../../src/labs/meanField/settings.ts';
import { diagram as meanField } from '../../src/labs/meanField/texts/diagram.ts';
import { expertsTable } from '../../src/labs/mixtureOfExperts/settings.ts';
import { diagram as mixtureOfExperts } from '../../src/labs/mixtureOfExperts/texts/diagram.ts';
import type { LabDiagram, LiveModel } from '../../src/labs/shared/diagram/labDiagram.ts';
import { svaeGmmTable } from '../../src/labs/svaeGmm/settings.ts';
import { diagram as svaeGmm } from '../../src/labs/svaeGmm/texts/diagram.ts';
import { svaeLdsTable } from '../../src/labs/svaeLds/settings.ts';
import { diagram as svaeLds } from '../../src/labs/svaeLds/texts/diagram.ts';
import { topicsTable } from '../../src/labs/topics/settings.ts';
import { diagram as topics } from '../../src/labs/topics/texts/diagram.ts';
import { vaeTable } from '../../src/labs/vae/settings.ts';
import { diagram as vae } from '../../src/labs/vae/texts/diagram.ts';
import type { PlateModel } from '../../src/plots/diagram/plateModel.ts';
import { defaultValues } from '../../src/settings/values.ts';
import type { GalleryScene } from './madeUpClusters.ts';
import { bouncingDot, galleryMatrix } from './madeUpDynamics.ts';

interface MadeUpDiagram {
  readonly name: string;
  readonly model: PlateModel | null;
  readonly live: LiveModel;
  readonly lit: readonly string[];
}

/** Cloudy, rain, sprinkler and wet grass, which is observed. */
const NETWORK = [[], [0], [0], [1, 2]].map((parents, id) => ({
  ...{ id, name: `node ${id + 1}`, states: ['no', 'yes'], parents, at: [0, 0] as [number, number] },
  table: [],
}));
const MARGINALS = [
  [0.5, 0.5],
  [0.2, 0.8],
  [0.7, 0.3],
  [0, 1],
];

/** The graphical models of the labs, with made-up distributions. */
export function madeUpDiagrams(scene: GalleryScene): readonly MadeUpDiagram[] {
  const clusters = scene.clusters
    .filter(({ count }) => count > 1)
    .map((cluster, id) => ({ ...cluster, id, empty: false, singular: false }));
  const K = clusters.length;
  const used = scene.clusters.filter(({ count }) => count > 1).map(({ id }) => id);
  const assignments = scene.labels.map((label) => Math.max(0, used.indexOf(label)));
  const dataset = { values: scene.latents, units: [MODEL_UNIT, MODEL_UNIT], labels: null };

  const mixture = (algorithm: EmAlgorithm, row: number | null, lit: readonly string[]) => {
    const settings = { ...defaultValues(emTable('em')), algorithm };
    const responsibilities = Float32Array.from({ length: K * scene.labels.length }, (_, index) => {
      const [n, k] = [Math.floor(index / K), index % K];
      return k === assignments[n] ? scene.confidence[n] : (1 - scene.confidence[n]) / (K - 1);
    });
    const snapshot = {
      ...{ algorithm, rows: scene.labels.length, dataDimension: 2 },
      ...{ responsibilities, assignments, confidence: scene.confidence, clusters },
    };
    return {
      name: algorithm,
      model: em.modelOf(settings),
      live: em.live(snapshot, { settings, dataset, row, cluster: null, node: null }),
      lit,
    };
  };

  const shownWith = <Settings, Snapshot>(
    name: string,
    diagram: LabDiagram<Settings, Snapshot>,
    snapshot: Snapshot,
    settings: Settings,
    values: Float32Array,
    lit: readonly string[] = [],
    row: number | null = null,
  ) => ({
    ...{ name, lit, model: diagram.modelOf(settings) },
    live: diagram.live(snapshot, {
      ...{ settings, row, cluster: null, node: null },
      dataset: { values, units: [MODEL_UNIT, MODEL_UNIT], labels: null },
    }),
  });

  const rows = scene.labels.length;
  const autoencoder = {
    ...{ rows, dataDimension: 2, latentDimension: 2, pixels: null },
    latents: scene.latents.map((value) => value / 4),
    deviations: scene.latents.map((_, index) => 0.2 + 0.1 * (index % 2)),
    factors: null,
    rowKl: new Float32Array(rows).fill(3.2),
    coordinateKl: [1.7, 1.5],
  };
  const dynamics = {
    ...{ steps: 3, firstRow: 0, inputEnds: 2, dataDimension: 12, latentDimension: 6 },
    ...{ spectralRadius: 0.998, period: 25.4, transition: Array.from(galleryMatrix(6)) },
    latents: Float32Array.from({ length: 18 }, (_, index) => Math.sin(index)),
    data: bouncingDot(9, 0, 3),
    prediction: bouncingDot(9, 0, 3),
  };
  const states = [0.3, 0.5, 0.7].map((mean, id) => ({
    ...{ id, mean, deviation: 0.05 + 0.02 * id, count: 80, initial: 1 / 3 },
    transition: [0, 1, 2].map((next) => (next === id ? 0.9 : 0.05)),
  }));
  const places = Float32Array.from({ length: 21 }, (_, g) => g / 10 - 1);
  const experts = [0, 1, 2].map((id) => ({
    ...{ id, count: 20, coefficients: [0, id - 1], deviation: 1, gate: { offset: 0, slope: id } },
  }));

  const moments = { mean: [1, 2], deviation: [0.8, 0.5], correlation: 0 } as const;
  const x = Float32Array.from({ length: 401 }, (_, g) => g / 40 - 5);
  const bump = (mean: number, sd: number) =>
    x.map((place) => Math.exp(-(((place - mean) / sd) ** 2) / 2) / sd);
  const peak = (mean: number, sd: number) => ({ weight: 1, mean, sd });
  const figures = {
    ...{
      forward: 0.7,
      reverse: 0.4,
      jensenShannon: 0.1,
      totalVariation: 0.2,
      alpha: 0.5,
      chiForward: 2,
      chiReverse: 3,
    },
    ...{ outsideP: null, outsideQ: null },
  };
  const fitted = (direction: 'forward' | 'reverse', mean: number, sd: number) => ({
    ...{ direction, components: [peak(mean, sd)], density: bump(mean, sd), figures, value: 0.7 },
    ...{ path: new Float32Array(0), done: false },
    integrand: x,
  });
  const twoPeaks = {
    ...{ kind: 'divergences' as const, converged: false, x, alpha: 0 },
    p: bump(-2, 0.5).map((value, g) => value + bump(2, 0.5)[g]),
    target: { kind: 'mixture' as const, components: [peak(-2, 0.5), peak(2, 0.5)] },
    fits: [fitted('forward', 0, 2.1), fitted('reverse', 2, 0.5)],
  };
  const split = { logEvidence: -2, energy: -3, entropy: 0.5, elbo: -2.5, kl: 0.5 };
  const divided = (part: 'densities' | 'identity' | 'plane') => ({
    ...defaultValues(divergencesTable),
    part,
  });
  const correlated = {
    ...{ kind: 'divergences' as const, converged: true, part: 'plane' as const },
    ...{ correlation: 0.9, least: 0.83, reverseVariance: 0.19, forwardVariance: 1 },
    fits: (['forward', 'reverse'] as const).map((direction) => ({
      ...{ direction, means: [0, 0] as const, forward: 1, reverse: 1 },
      sds: direction === 'forward' ? ([1, 1] as const) : ([0.44, 0.44] as const),
    })),
  };

  return [
    shownWith(
      'densities',
      divergences,
      { ...twoPeaks, part: 'densities', areas: 'kl', split: null },
      divided('densities'),
      x,
      ['q'],
    ),
    shownWith(
      'identity',
      divergences,
      { ...twoPeaks, part: 'identity', areas: 'kl', split },
      divided('identity'),
      x,
    ),
    shownWith('plane', divergences, correlated, divided('plane'), x),
    shownWith(
      'normal',
      meanField,
      {
        ...{ part: 'plane', factors: [bump(1, 0.8), bump(2, 0.5)], moments, observations: [1, 3] },
        target: { marginals: [bump(1, 1), bump(2, 0.7)], moments },
      },
      { ...defaultValues(meanFieldTable), target: 'normal' },
      x,
      ['1'],
    ),
    shownWith(
      'markov-blanket',
      meanField,
      { part: 'network', nodes: NETWORK, evidence: [null, null, null, 1], next: 1, q: MARGINALS },
      { ...defaultValues(meanFieldTable), target: 'sprinkler' },
      x,
      ['node'],
    ),
    mixture('k-means', null, []),
    mixture('gmm', 7, ['x', 'z']),
    mixture('bayesian-gmm', null, ['clusters']),
    shownWith('vae', vae, autoencoder, defaultValues(vaeTable), scene.observations),
    shownWith(
      'vae-of-a-row',
      vae,
      autoencoder,
      defaultValues(vaeTable),
      scene.observations,
      ['x'],
      7,
    ),
    shownWith(
      'svae-gmm',
      svaeGmm,
      {
        ...{ ...autoencoder, assignments, confidence: scene.confidence, clusters: scene.clusters },
        prior: { scale: 120, strength: 10, concentration: 0.001 },
      },
      defaultValues(svaeGmmTable),
      scene.observations,
    ),
    shownWith('svae-lds', svaeLds, dynamics, defaultValues(svaeLdsTable), dynamics.data, ['x-now']),
    shownWith(
      'hmm',
      hmm,
      {
        ...{ rows: 3, states },
        responsibilities: Float32Array.of(0.9, 0.1, 0, 0.4, 0.6, 0, 0, 0.8, 0.2),
      },
      defaultValues(hmmTable),
      Float32Array.of(0.3, 0.5, 0.7),
    ),
    shownWith(
      'topics',
      topics,
      {
        ...{ documents: 500, tokens: 45_000, shares: null },
        topics: [0.5, 0.3, 0.2].map((share, id) => ({
          ...{ id, share, isLocked: false, top: [], match: null },
        })),
      },
      defaultValues(topicsTable),
      Float32Array.of(),
    ),
    shownWith(
      'mixture-of-experts',
      mixtureOfExperts,
      {
        ...{ rows, assignments, experts, x: places },
        responsibilities: Float32Array.from({ length: 3 * rows }, (_, index) => (index % 3) / 3),
        predictions: Float32Array.from(
          { length: 63 },
          (_, at) => places[Math.floor(at / 3)] * ((at % 3) - 1),
        ),
        gates: Float32Array.from(
          { length: 63 },
          (_, at) => 1 / (1 + (3 * (places[Math.floor(at / 3)] - (at % 3) + 1)) ** 2),
        ),
      },
      defaultValues(expertsTable),
      scene.observations,
    ),
  ];
}
