import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import {
  dotsOf,
  functionsOf,
  ownNumber,
  rowOf,
  sharesInWords,
} from '../../shared/diagram/livePictures.ts';
import type { ExpertsSettings } from '../settings.ts';
import type { ExpertsSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type Shown = Pick<
  ExpertsSnapshot,
  'rows' | 'responsibilities' | 'assignments' | 'experts' | 'x' | 'predictions' | 'gates'
>;

const NODES: readonly (ModelNode & { readonly lights?: Highlight })[] = [
  {
    ...{ id: 'gate', kind: 'learned', symbol: 'η', name: 'parameters of the gate' },
    lights: 'gate',
  },
  { id: 'x', kind: 'observed', symbol: 'x_n', name: 'input', each: 'row' },
  {
    ...{ id: 'z', kind: 'latent', symbol: 'z_n', name: 'expert of a pair' },
    ...{ lights: 'responsibilities', each: 'row' },
  },
  {
    ...{ id: 'y', kind: 'observed', symbol: 'y_n', name: 'output' },
    ...{ lights: 'observations', each: 'row' },
  },
  {
    ...{ id: 'experts', kind: 'learned', symbol: 'f_k, s_k' },
    ...{ name: 'curve and width of an expert', lights: 'experts', each: 'cluster' },
  },
];

const MODEL: PlateModel = {
  nodes: NODES,
  edges: [
    { from: 'gate', to: 'z' },
    { from: 'x', to: 'z' },
    { from: 'z', to: 'y' },
    { from: 'x', to: 'y' },
    { from: 'experts', to: 'y' },
  ],
  plates: [
    { id: 'rows', symbol: 'N', members: ['x', 'z', 'y'] },
    { id: 'experts', symbol: 'K', members: ['experts'] },
  ],
};

export const diagram: LabDiagram<ExpertsSettings, Shown> = { modelOf: () => MODEL, live };

function live(snapshot: Shown, context: DiagramContext<ExpertsSettings>): LiveModel {
  const { rows, experts, responsibilities, assignments, x, predictions, gates } = snapshot;
  const { dataset, cluster, row: pointedAt } = context;
  const K = experts.length;
  const row = pointedAt !== null && pointedAt < rows ? pointedAt : null;
  const shares =
    row === null ? experts.map(({ count }) => count / rows) : rowOf(responsibilities, row, K);
  const values = dataset?.values ?? [];
  const inputs = Array.from({ length: rows }, (_, n) => values[2 * n] ?? 0);
  const own = (column: number): string =>
    ownNumber(values[2 * (row ?? 0) + column], dataset?.units[column]);
  const chosen = experts.find(({ id }) => id === cluster);
  return {
    counts: { rows, experts: K },
    nodes: {
      gate: {
        picture: functionsOf(x, gates, K, chosen?.id),
        words: 'The gate weight of each expert along x.',
      },
      x: {
        picture: dotsOf({ values: inputs, dimension: 1, groups: assignments, row }),
        words: row === null ? `${rows} inputs.` : `Input of pair ${row + 1}: ${own(0)}.`,
      },
      z: {
        picture: { kind: 'bars', values: shares, most: 1 },
        words: `q ${row === null ? 'on average over all pairs' : `for pair ${row + 1}`}: ${sharesInWords(shares, 'expert')}.`,
      },
      y: {
        picture: dotsOf({ values, dimension: 2, groups: assignments, row }),
        words: row === null ? `${rows} outputs.` : `Output of pair ${row + 1}: ${own(1)}.`,
      },
      experts: {
        picture: functionsOf(x, predictions, K, chosen?.id),
        words: chosen
          ? `Expert ${chosen.id + 1}: ${Math.round(chosen.count)} pairs, width ${ownNumber(chosen.deviation * (dataset?.units[1].scale ?? 1))}.`
          : `${K} experts with ${experts.map(({ count }) => Math.round(count)).join(', ')} pairs.`,
      },
    },
  };
}
