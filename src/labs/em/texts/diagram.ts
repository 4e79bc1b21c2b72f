import type { ColumnUnits } from '../../../datasets/columnUnits.ts';
import type { ModelEdge, ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import {
  deviationsOf,
  dotsOf,
  ellipsesOf,
  rowOf,
  sharesInWords,
  vectorInWords,
} from '../../shared/diagram/livePictures.ts';
import type { EmAlgorithm, EmSettings } from '../settings.ts';
import type { EmCluster, EmSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type Shown = Pick<
  EmSnapshot,
  | 'algorithm'
  | 'rows'
  | 'dataDimension'
  | 'responsibilities'
  | 'assignments'
  | 'clusters'
  | 'confidence'
>;

type Node = ModelNode & { readonly lights?: Highlight };

const POINT: Node = {
  ...{ id: 'x', kind: 'observed', symbol: 'x_n', name: 'observed point' },
  ...{ lights: 'observations', each: 'row' },
};
const LABEL: Node = {
  ...{ id: 'z', kind: 'latent', symbol: 'z_n', name: 'cluster of a point' },
  ...{ lights: 'responsibilities', each: 'row' },
};
const WEIGHTS: Node = {
  ...{ id: 'weights', kind: 'learned', symbol: 'π', name: 'weights of the clusters' },
  lights: 'responsibilities',
};
const MEANS: Node = {
  ...{ id: 'clusters', kind: 'learned', symbol: 'μ_k', name: 'mean of a cluster' },
  ...{ lights: 'clusters', each: 'cluster' },
};
const CLUSTERS: Node = { ...MEANS, symbol: 'μ_k, Σ_k', name: 'mean and covariance of a cluster' };
const WIDTH: Node = { id: 'width', kind: 'fixed', symbol: 'σ', name: 'width of all clusters' };
const CONCENTRATION: Node = {
  ...{ id: 'concentration', kind: 'fixed', symbol: 'α', name: 'concentration of the weights' },
};
const PRIOR: Node = { id: 'prior', kind: 'fixed', symbol: 'λ', name: 'prior of the clusters' };

const FROM_LABEL: readonly ModelEdge[] = [
  { from: 'z', to: 'x' },
  { from: 'clusters', to: 'x' },
];
const PLATES = [
  { id: 'points', symbol: 'N', members: ['z', 'x'] },
  { id: 'clusters', symbol: 'K', members: ['clusters'] },
];

const K_MEANS: PlateModel = {
  nodes: [LABEL, POINT, MEANS, WIDTH],
  edges: [...FROM_LABEL, { from: 'width', to: 'x' }],
  plates: PLATES,
};
/** Thesis, figure 2.1 with the parameters written out. */
const MIXTURE: PlateModel = {
  nodes: [WEIGHTS, LABEL, POINT, CLUSTERS],
  edges: [{ from: 'weights', to: 'z' }, ...FROM_LABEL],
  plates: PLATES,
};
/** Thesis, figure 4.1. */
const BAYESIAN: PlateModel = {
  nodes: [
    CONCENTRATION,
    { ...WEIGHTS, kind: 'latent' },
    LABEL,
    POINT,
    { ...CLUSTERS, kind: 'latent' },
    PRIOR,
  ],
  edges: [
    { from: 'concentration', to: 'weights' },
    ...MIXTURE.edges,
    { from: 'prior', to: 'clusters' },
  ],
  plates: PLATES,
};

const MODELS: Readonly<Record<EmAlgorithm, PlateModel>> = {
  'k-means': K_MEANS,
  'soft-k-means': K_MEANS,
  gmm: MIXTURE,
  'bayesian-gmm': BAYESIAN,
};

/** The mixture, with what each algorithm learns. */
export const diagram: LabDiagram<EmSettings, Shown> = {
  modelOf: ({ algorithm }) => MODELS[algorithm],
  live,
};

function live(snapshot: Shown, context: DiagramContext<EmSettings>): LiveModel {
  const { clusters, rows, responsibilities } = snapshot;
  const { dataset, settings, row: pointedAt, cluster } = context;
  const row = pointedAt !== null && pointedAt < rows ? pointedAt : null;
  const K = clusters.length;
  const units = dataset?.units;
  const dimension = snapshot.dataDimension;
  const values = dataset?.values ?? [];
  const weights = clusters.map(({ weight }) => weight);
  const shares = row === null ? null : responsibilities.subarray(row * K, (row + 1) * K);
  const chosen = clusters.find(({ id }) => id === cluster);
  return {
    counts: { points: rows, clusters: K },
    nodes: {
      x: {
        picture: dotsOf({ values, dimension, groups: groupsOf(snapshot), row }),
        words:
          row === null
            ? `${rows} points with ${dimension} coordinates each.`
            : `Point ${row + 1}: ${vectorInWords(rowOf(values, row, dimension), units)}.`,
      },
      z: {
        picture: { kind: 'bars', values: shares ?? meanShares(snapshot) },
        words: shares
          ? `q for point ${(row ?? 0) + 1}: ${sharesInWords(shares, 'cluster')}.`
          : `q on average over all points: ${sharesInWords(meanShares(snapshot), 'cluster')}.`,
      },
      weights: {
        picture: { kind: 'bars', values: weights },
        words: `${snapshot.algorithm === 'bayesian-gmm' ? 'Expected weights' : 'Weights'}: ${sharesInWords(weights, 'cluster')}.`,
      },
      clusters: {
        picture: ellipsesOf(clusters, chosen?.id),
        words: chosen
          ? clusterInWords(chosen, units)
          : `${K} clusters with means ${clusters
              .slice(0, 3)
              .map(({ mean }) => vectorInWords(mean, units))
              .join(', ')}${K > 3 ? ' …' : '.'}`,
      },
      width: {
        picture: null,
        words: `σ = ${formatFixed(settings.clusterWidth, 2)}, the same for all.`,
      },
      concentration: {
        picture: null,
        words: `Dirichlet prior with α = ${settings.concentration} for each cluster.`,
      },
      prior: {
        picture: null,
        words: `Normal-inverse-Wishart prior: scale ${settings.priorScale}, strength ${settings.priorStrength}, pull to the centre ${settings.meanStrength}.`,
      },
    },
  };
}

/** N: the cluster of each point; -1 before the first E-step, when all are equally likely. */
const groupsOf = ({ assignments, confidence, clusters }: Shown): ArrayLike<number> =>
  Array.from(assignments, (cluster, n) =>
    clusters.length > 1 && confidence[n] < 1.0001 / clusters.length ? -1 : cluster,
  );

/** K: the responsibilities averaged over the points. */
function meanShares({ responsibilities, clusters, rows }: Shown): readonly number[] {
  const sums = clusters.map(() => 0);
  for (let index = 0; index < responsibilities.length; index++)
    sums[index % sums.length] += responsibilities[index];
  return sums.map((sum) => sum / rows);
}

function clusterInWords(cluster: EmCluster, units: ColumnUnits | undefined): string {
  const deviations = deviationsOf(cluster).map(
    (deviation, column) => deviation * (units?.[column].scale ?? 1),
  );
  return `Cluster ${cluster.id + 1}: mean ${vectorInWords(cluster.mean, units)}, standard deviations ${vectorInWords(deviations)}, ${formatFixed(cluster.count, 1)} points.`;
}
