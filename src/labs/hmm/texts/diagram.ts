import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import { densitiesOf, ownNumber, rowOf, sharesInWords } from '../../shared/diagram/livePictures.ts';
import type { HmmSettings } from '../settings.ts';
import type { HmmSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type Shown = Pick<HmmSnapshot, 'rows' | 'states' | 'responsibilities'>;

type Node = ModelNode & { readonly lights?: Highlight };

/** The steps shown: before, at and after the one that is pointed at. */
const STEPS = [
  { id: 'before', of: 't−1', offset: -1, time: 'step t − 1' },
  { id: 'now', of: 't', offset: 0, time: 'step t' },
  { id: 'after', of: 't+1', offset: 1, time: 'step t + 1' },
] as const;

/** The step that is pointed at is step t. */
const EACH_ROW = { each: 'row' } as const;

const OVER_TIME: readonly Node[] = STEPS.flatMap(({ id, of, time }): Node[] => [
  {
    ...{ id: `z-${id}`, kind: 'latent', symbol: `z_{${of}}`, name: `state at ${time}` },
    ...{ lights: 'responsibilities', ...(id === 'now' && EACH_ROW) },
  },
  {
    ...{ id: `y-${id}`, kind: 'observed', symbol: `y_{${of}}`, name: `value at ${time}` },
    ...{ lights: 'observations', ...(id === 'now' && EACH_ROW) },
  },
]);

/** Thesis, figure 4.2, with discrete states. */
const MODEL: PlateModel = {
  nodes: [
    {
      ...{ id: 'transition', kind: 'learned', symbol: 'A' },
      ...{ name: 'transition probabilities', lights: 'transition' },
    } satisfies Node,
    ...OVER_TIME,
    {
      ...{ id: 'states', kind: 'learned', symbol: 'μ_k, σ_k' },
      ...{ name: 'mean and width of a state', lights: 'means', each: 'cluster' },
    } satisfies Node,
  ],
  edges: [
    { to: 'z-before', isNext: true },
    { from: 'z-before', to: 'z-now', isNext: true },
    { from: 'z-now', to: 'z-after', isNext: true },
    { from: 'z-after', isNext: true },
    ...STEPS.flatMap(({ id }) => [
      { from: 'transition', to: `z-${id}` },
      { from: `z-${id}`, to: `y-${id}` },
      { from: 'states', to: `y-${id}`, isUpwards: true as const },
    ]),
  ],
  plates: [{ id: 'states', symbol: 'K', members: ['states'] }],
};

export const diagram: LabDiagram<HmmSettings, Shown> = { modelOf: () => MODEL, live };

function live(snapshot: Shown, context: DiagramContext<HmmSettings>): LiveModel {
  const { states, rows, responsibilities } = snapshot;
  const { dataset, cluster, row } = context;
  const K = states.length;
  const unit = dataset?.units[0];
  const own = (value: number): string => ownNumber(value, unit);
  // Of the first and the last step a neighbour is missing; without a step, in the middle.
  const now = Math.max(1, Math.min(rows - 2, row ?? Math.floor(rows / 2)));
  const steps = STEPS.flatMap(({ id, offset }) => {
    const step = now + offset;
    const shares = rowOf(responsibilities, step, K);
    const value = dataset?.values[step] ?? Number.NaN;
    return [
      [
        `z-${id}`,
        {
          picture: { kind: 'bars', values: shares, most: 1 },
          words: `q at step ${step + 1}: ${sharesInWords(shares, 'state')}.`,
        },
      ],
      [
        `y-${id}`,
        {
          // Values of a series lie between 0 and 1.
          picture: { kind: 'bars', values: [value || 0], ids: [-1], most: 1 },
          words: Number.isNaN(value)
            ? `Step ${step + 1}: the value is missing.`
            : `Step ${step + 1}: ${own(value)}.`,
        },
      ],
    ] as const;
  });
  const chosen = states.find(({ id }) => id === cluster);
  return {
    counts: { states: K },
    nodes: {
      ...Object.fromEntries(steps),
      transition: {
        picture: {
          ...{ kind: 'cells', map: 'intensity', columns: K },
          values: states.flatMap(({ transition }) => transition),
        },
        words: chosen
          ? `From state ${chosen.id + 1}: ${sharesInWords(chosen.transition, 'to state')}.`
          : `Probability of staying: ${states.map(({ id, transition }) => `state ${id + 1}: ${formatFixed(transition[id], 2)}`).join(', ')}.`,
      },
      states: {
        picture: densitiesOf(states, chosen?.id),
        words: `${(chosen ? [chosen] : states.slice(0, 4))
          .map(
            ({ id, mean, deviation }) =>
              `State ${id + 1}: mean ${own(mean)}, width ${formatFixed(deviation * (unit?.scale ?? 1), 2)}`,
          )
          .join('; ')}.`,
      },
    },
  };
}
