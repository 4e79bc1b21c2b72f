import type { LivePicture } from '../../../plots/diagram/livePicture.ts';
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import { dotsOf, networkInWords, rowOf, vectorInWords } from '../../shared/diagram/livePictures.ts';
import { correlationOf } from '../correlations.ts';
import type { VaeSettings } from '../settings.ts';
import type { VaeSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type Shown = Pick<
  VaeSnapshot,
  | 'rows'
  | 'dataDimension'
  | 'latentDimension'
  | 'pixels'
  | 'latents'
  | 'deviations'
  | 'factors'
  | 'rowKl'
>;

const NODES: readonly (ModelNode & { readonly lights?: Highlight })[] = [
  {
    ...{ id: 'prior', kind: 'fixed', symbol: '0, I', name: 'prior of the latent' },
    lights: 'prior',
  },
  {
    ...{ id: 'x', kind: 'latent', symbol: 'x_n', name: 'latent' },
    ...{ lights: 'latents', each: 'row' },
  },
  {
    ...{ id: 'decoder', kind: 'network', symbol: 'γ', name: 'decoder' },
    lights: 'decoder',
  },
  {
    ...{ id: 'y', kind: 'observed', symbol: 'y_n', name: 'observation' },
    ...{ lights: 'observations', each: 'row' },
  },
  {
    ...{ id: 'encoder', kind: 'network', symbol: 'φ', name: 'encoder' },
    lights: 'posteriors',
  },
];

/** Thesis, figure 2.5. */
const MODEL: PlateModel = {
  nodes: NODES,
  edges: [
    { from: 'prior', to: 'x' },
    { from: 'x', to: 'y', by: 'decoder' },
    { from: 'y', to: 'x', by: 'encoder', isInference: true },
  ],
  plates: [{ id: 'rows', symbol: 'N', members: ['x', 'y'] }],
};

export const diagram: LabDiagram<VaeSettings, Shown> = { modelOf: () => MODEL, live };

function live(snapshot: Shown, context: DiagramContext<VaeSettings>): LiveModel {
  const { rows, latentDimension, dataDimension } = snapshot;
  const { settings } = context;
  const latents = `${latentDimension} ${latentDimension === 1 ? 'latent' : 'latents'}`;
  const values = `${dataDimension} ${snapshot.pixels === null ? 'coordinates' : 'pixels'}`;
  return {
    counts: { rows },
    nodes: {
      prior: {
        picture: null,
        words: `A standard normal in ${latentDimension} ${latentDimension === 1 ? 'dimension' : 'dimensions'}.`,
      },
      x: latent(snapshot, context),
      decoder: { picture: null, words: networkInWords(settings, latents, values) },
      y: observation(snapshot, context),
      encoder: {
        picture: null,
        words: networkInWords(settings, values, `mean and precision of ${latents}`),
      },
    },
  };
}

function latent(snapshot: Shown, { row, dataset }: DiagramContext<VaeSettings>) {
  const { rows, latents, deviations, latentDimension, rowKl } = snapshot;
  if (row === null || row >= rows) {
    const kl = rowKl.reduce((sum, value) => sum + value / rows, 0);
    return {
      picture: dotsOf({
        ...{ values: latents, dimension: latentDimension },
        ...{ groups: dataset?.labels ?? null, row: null },
      }),
      words: `${rows} posteriors; their mean KL from the prior is ${formatFixed(kl, 2)} nats.`,
    };
  }
  const mean = rowOf(latents, row, latentDimension);
  const deviation = rowOf(deviations, row, latentDimension);
  const correlation = latentDimension > 1 ? correlationOf(snapshot, row, [0, 1]) : 0;
  const correlated = snapshot.factors
    ? `, correlation of the first two ${formatFixed(correlation, 2)}`
    : '';
  return {
    picture: besidePrior(mean, deviation, correlation),
    words: `q for observation ${row + 1}: mean ${vectorInWords(mean)}, standard deviations ${vectorInWords(deviation)}${correlated}; its KL from the prior is ${formatFixed(rowKl[row], 2)} nats.`,
  };
}

/** A posterior, and the prior as a grey circle. */
function besidePrior(
  mean: readonly number[],
  deviation: readonly number[],
  correlation: number,
): LivePicture {
  const [x, y = 0] = mean;
  const [first, second = 0.02] = deviation;
  return {
    kind: 'ellipses',
    of: [
      { id: -1, weight: 1, mean: [0, 0], covariance: { xx: 1, xy: 0, yy: 1 } },
      {
        ...{ id: 0, weight: 1, mean: [x, y] },
        covariance: { xx: first ** 2, xy: correlation * first * second, yy: second ** 2 },
      },
    ],
  };
}

function observation(snapshot: Shown, { row, dataset }: DiagramContext<VaeSettings>) {
  const { rows, dataDimension, pixels } = snapshot;
  const values = dataset?.values ?? [];
  const isRow = row !== null && row < rows;
  if (pixels !== null) {
    return {
      picture: {
        ...{ kind: 'cells' as const, map: 'intensity' as const, columns: pixels },
        values: rowOf(values, isRow ? row : 0, dataDimension),
      },
      words: isRow
        ? `Picture ${row + 1} of ${rows}, ${pixels} by ${pixels} pixels.`
        : `${rows} pictures of ${pixels} by ${pixels} pixels; the first is drawn.`,
    };
  }
  return {
    picture: dotsOf({ values, dimension: dataDimension, groups: dataset?.labels ?? null, row }),
    words: isRow
      ? `Observation ${row + 1}: ${vectorInWords(rowOf(values, row, dataDimension), dataset?.units)}.`
      : `${rows} observations with ${dataDimension} coordinates each.`,
  };
}
