import type { LiveNode } from '../../../plots/diagram/livePicture.ts';
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import {
  dotsOf,
  networkInWords,
  rowOf,
  sharesInWords,
  vectorInWords,
} from '../../shared/diagram/livePictures.ts';
import type { CompareSettings } from '../settings.ts';
import type { CompareSnapshot, ModelName } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

type Node = ModelNode & { readonly lights?: Highlight };

const TITLES: Readonly<Record<ModelName, string>> = { gmm: 'GMM', vae: 'VAE', svae: 'SVAE' };

/** A model's own copy of a node: all three have observations, two have latents. */
const label = (model: ModelName): Node => ({
  ...{ id: `${model}-z`, kind: 'latent', symbol: 'z_n', lights: model, each: 'row' },
  name: `cluster of an observation, ${TITLES[model]}`,
});
const latent = (model: ModelName): Node => ({
  ...{ id: `${model}-x`, kind: 'latent', symbol: 'x_n', lights: model, each: 'row' },
  name: `latent, ${TITLES[model]}`,
});
const decoder = (model: ModelName): Node => ({
  ...{ id: `${model}-decoder`, kind: 'network', symbol: 'γ', lights: model },
  name: `decoder, ${TITLES[model]}`,
});
const observation = (model: ModelName): Node => ({
  ...{ id: `${model}-y`, kind: 'observed', symbol: 'y_n', lights: model, each: 'row' },
  name: `observation, ${TITLES[model]}`,
});

/**
 * What one observation depends on in each model; parameters and encoders are left out. The SVAE has
 * the label of the GMM and the latent and decoder of the VAE. The model listed first is placed in
 * the middle, the next one to its right.
 */
const MODEL: PlateModel = {
  nodes: [
    ...[latent('vae'), decoder('vae'), observation('vae')],
    ...[label('svae'), latent('svae'), decoder('svae'), observation('svae')],
    ...[label('gmm'), observation('gmm')],
  ],
  edges: [
    { from: 'gmm-z', to: 'gmm-y' },
    { from: 'vae-x', to: 'vae-y', by: 'vae-decoder' },
    { from: 'svae-z', to: 'svae-x' },
    { from: 'svae-x', to: 'svae-y', by: 'svae-decoder' },
  ],
  plates: [
    { id: 'gmm', symbol: 'GMM', members: ['gmm-z', 'gmm-y'] },
    { id: 'vae', symbol: 'VAE', members: ['vae-x', 'vae-y'] },
    { id: 'svae', symbol: 'SVAE', members: ['svae-z', 'svae-x', 'svae-y'] },
  ],
};

/** What the diagram needs of a snapshot. */
type Shown = Pick<CompareSnapshot, 'rows' | 'dataDimension' | 'gmm' | 'vae' | 'svae'>;

export const diagram: LabDiagram<CompareSettings, Shown> = { modelOf: () => MODEL, live };

function live(snapshot: Shown, context: DiagramContext<CompareSettings>): LiveModel {
  const { rows, gmm, vae, svae } = snapshot;
  const row = context.row !== null && context.row < rows ? context.row : null;
  const y = (groups: Groups) => observed(snapshot, { ...context, row }, groups);
  return {
    counts: {},
    nodes: {
      'gmm-z': assigned(gmm, rows, row),
      'gmm-y': y(gmm.assignments),
      'vae-x': encoded(vae, null, row),
      'vae-decoder': decoded(vae, context),
      'vae-y': y(null),
      'svae-z': assigned(svae, rows, row),
      'svae-x': encoded(svae, svae.assignments, row),
      'svae-decoder': decoded(svae, context),
      'svae-y': y(svae.assignments),
    },
  };
}

/** N: the cluster of each row; null of a model without clusters. */
type Groups = ArrayLike<number> | null;
type Clustered = Pick<CompareSnapshot['gmm'], 'assignments' | 'confidence'> & {
  readonly clusters: readonly { readonly id: number; readonly count: number }[];
};
type Encoded = Pick<CompareSnapshot['vae'], 'latents' | 'latentDimension' | 'dataDimension'>;

/** Of one observation the most probable cluster; of all together, how many each cluster has. */
function assigned(model: Clustered, rows: number, row: number | null): LiveNode {
  const { clusters, assignments, confidence } = model;
  const ids = clusters.map(({ id }) => id);
  if (row === null) {
    const shares = clusters.map(({ count }) => count / rows);
    return {
      picture: { kind: 'bars', values: shares, ids },
      words: `q on average over all observations: ${sharesInWords(shares, 'cluster')}.`,
    };
  }
  const most = ids.map((id) => (id === assignments[row] ? confidence[row] : 0));
  return {
    picture: { kind: 'bars', values: most, most: 1, ids },
    words: `q for observation ${row + 1}: cluster ${assignments[row] + 1} has probability ${formatFixed(confidence[row], 2)}.`,
  };
}

function encoded(model: Encoded, groups: Groups, row: number | null): LiveNode {
  const { latents, latentDimension } = model;
  return {
    picture: dotsOf({ values: latents, dimension: latentDimension, groups, row }),
    words:
      row === null
        ? `Means of q for ${latents.length / latentDimension} observations, ${inDimensions(latentDimension)}.`
        : `q for observation ${row + 1}: mean ${vectorInWords(rowOf(latents, row, latentDimension))}.`,
  };
}

const inDimensions = (count: number) => `in ${count} ${count === 1 ? 'dimension' : 'dimensions'}`;

const decoded = (
  { latentDimension, dataDimension }: Encoded,
  { settings }: DiagramContext<CompareSettings>,
): LiveNode => ({
  picture: null,
  words: networkInWords(
    settings,
    `${latentDimension} ${latentDimension === 1 ? 'latent' : 'latents'}`,
    `${dataDimension} coordinates`,
  ),
});

function observed(
  { rows, dataDimension }: Shown,
  { dataset, row }: DiagramContext<CompareSettings>,
  groups: Groups,
): LiveNode {
  const values = dataset?.values ?? [];
  return {
    picture: dotsOf({ values, dimension: dataDimension, groups, row }),
    words:
      row === null
        ? `${rows} observations with ${dataDimension} coordinates each.`
        : `Observation ${row + 1}: ${vectorInWords(rowOf(values, row, dataDimension), dataset?.units)}.`,
  };
}
