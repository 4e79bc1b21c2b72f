import type { LiveNode } from '../../../plots/diagram/livePicture.ts';
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import {
  deviationsOf,
  dotsOf,
  ellipsesOf,
  networkInWords,
  rowOf,
  sharesInWords,
  vectorInWords,
} from '../../shared/diagram/livePictures.ts';
import type { SvaeGmmSettings } from '../settings.ts';
import type { SvaeGmmSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type Shown = Pick<
  SvaeGmmSnapshot,
  | 'rows'
  | 'dataDimension'
  | 'latentDimension'
  | 'latents'
  | 'assignments'
  | 'confidence'
  | 'clusters'
  | 'prior'
>;

const NODES: readonly (ModelNode & { readonly lights?: Highlight })[] = [
  { id: 'concentration', kind: 'fixed', symbol: 'α', name: 'prior of the weights' },
  {
    ...{ id: 'weights', kind: 'latent', symbol: 'π', name: 'weights of the clusters' },
    lights: 'weights',
  },
  {
    ...{ id: 'z', kind: 'latent', symbol: 'z_n', name: 'cluster of an observation' },
    ...{ lights: 'assignments', each: 'row' },
  },
  { id: 'prior', kind: 'fixed', symbol: 'λ', name: 'prior of the clusters' },
  {
    ...{ id: 'clusters', kind: 'latent', symbol: 'μ_k, Σ_k' },
    ...{ name: 'mean and covariance of a cluster', lights: 'clusters', each: 'cluster' },
  },
  {
    ...{ id: 'x', kind: 'latent', symbol: 'x_n', name: 'latent' },
    ...{ lights: 'latents', each: 'row' },
  },
  { id: 'decoder', kind: 'network', symbol: 'γ', name: 'decoder', lights: 'grid' },
  {
    ...{ id: 'y', kind: 'observed', symbol: 'y_n', name: 'observation' },
    ...{ lights: 'observations', each: 'row' },
  },
  { id: 'encoder', kind: 'network', symbol: 'φ', name: 'encoder' },
];

/** Thesis (4.3): figures 3.1 and 4.1 put together. */
const MODEL: PlateModel = {
  nodes: NODES,
  edges: [
    { from: 'concentration', to: 'weights' },
    { from: 'weights', to: 'z' },
    { from: 'z', to: 'x' },
    { from: 'prior', to: 'clusters' },
    { from: 'clusters', to: 'x' },
    { from: 'x', to: 'y', by: 'decoder' },
    { from: 'y', to: 'x', by: 'encoder', isInference: true },
  ],
  plates: [
    { id: 'rows', symbol: 'N', members: ['z', 'x', 'y'] },
    { id: 'clusters', symbol: 'K', members: ['clusters'] },
  ],
};

export const diagram: LabDiagram<SvaeGmmSettings, Shown> = { modelOf: () => MODEL, live };

/** A number of the prior: what has grown has more digits than it is good for. */
const figures = (value: number): string => String(Number(value.toPrecision(3)));

function live(snapshot: Shown, context: DiagramContext<SvaeGmmSettings>): LiveModel {
  const { rows, clusters, prior, latents, latentDimension, dataDimension, assignments } = snapshot;
  const { settings, dataset, row: pointedAt } = context;
  const row = pointedAt !== null && pointedAt < rows ? pointedAt : null;
  const weights = clusters.map(({ weight }) => weight);
  const values = dataset?.values ?? [];
  const of = {
    latents: `${latentDimension} ${latentDimension === 1 ? 'latent' : 'latents'}`,
    coordinates: `${dataDimension} coordinates`,
  };
  return {
    counts: { rows, clusters: clusters.filter(({ removed }) => !removed).length },
    nodes: {
      concentration: {
        picture: null,
        words: `Dirichlet distribution with ${figures(prior.concentration)} for each cluster.`,
      },
      weights: {
        picture: { kind: 'bars', values: weights },
        words: `Expected weights under q: ${sharesInWords(weights, 'cluster')}.`,
      },
      z: label(snapshot, row),
      prior: {
        picture: null,
        words: `Normal-inverse-Wishart distribution: scale ${figures(prior.scale)}, strength ${figures(prior.strength)}, pull to the centre ${settings.meanStrength}.`,
      },
      clusters: globals(snapshot, context.cluster),
      x: {
        picture: dotsOf({ values: latents, dimension: latentDimension, groups: assignments, row }),
        words:
          row === null
            ? `Means of q for ${rows} observations, in ${latentDimension} ${latentDimension === 1 ? 'dimension' : 'dimensions'}.`
            : `q for observation ${row + 1}: mean ${vectorInWords(rowOf(latents, row, latentDimension))}.`,
      },
      decoder: { picture: null, words: networkInWords(settings, of.latents, of.coordinates) },
      y: {
        picture: dotsOf({ values, dimension: dataDimension, groups: assignments, row }),
        words:
          row === null
            ? `${rows} observations with ${of.coordinates} each.`
            : `Observation ${row + 1}: ${vectorInWords(rowOf(values, row, dataDimension), dataset?.units)}.`,
      },
      encoder: {
        picture: null,
        words: networkInWords(settings, of.coordinates, `a potential for ${of.latents}`),
      },
    },
  };
}

/** Of one observation the most probable cluster; of all together, how many each cluster has. */
function label({ rows, clusters, assignments, confidence }: Shown, row: number | null): LiveNode {
  if (row === null) {
    const shares = clusters.map(({ count }) => count / rows);
    return {
      picture: { kind: 'bars', values: shares },
      words: `q on average over all observations: ${sharesInWords(shares, 'cluster')}.`,
    };
  }
  const most = clusters.map(({ id }) => (id === assignments[row] ? confidence[row] : 0));
  return {
    picture: { kind: 'bars', values: most, most: 1 },
    words: `q for observation ${row + 1}: cluster ${assignments[row] + 1} has probability ${formatFixed(confidence[row], 2)}.`,
  };
}

function globals({ clusters }: Shown, chosen: number | null): LiveNode {
  const present = clusters.filter(({ removed }) => !removed);
  const cluster = present.find(({ id }) => id === chosen);
  return {
    picture: ellipsesOf(present, cluster?.id),
    words: cluster
      ? `q of cluster ${cluster.id + 1}: expected mean ${vectorInWords(cluster.mean)}, standard deviations ${vectorInWords(deviationsOf(cluster))}, ${formatFixed(cluster.count, 1)} observations.`
      : `${present.length} clusters, ${present.filter(({ count }) => count >= 1).length} of them with at least one observation.`,
  };
}
