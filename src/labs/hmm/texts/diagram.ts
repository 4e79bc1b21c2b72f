import { stepInWords } from '../../../datasets/calendarText.ts';
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { DiagramContext, LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import { densitiesOf, ownNumber, rowOf, sharesInWords } from '../../shared/diagram/livePictures.ts';
import { chainOf, eachRowAt, STEPS, stepNow } from '../../shared/diagram/steps.ts';
import type { HmmSettings } from '../settings.ts';
import type { HmmSnapshot } from '../snapshot.ts';
import type { Highlight } from './formulas.ts';

/** What the diagram needs of a snapshot. */
type Shown = Pick<HmmSnapshot, 'rows' | 'states' | 'responsibilities'>;

type Node = ModelNode & { readonly lights?: Highlight };

const OVER_TIME: readonly Node[] = STEPS.flatMap(({ id, of, time }): Node[] => [
  {
    ...{ id: `z-${id}`, kind: 'latent', symbol: `z_{${of}}`, name: `state at ${time}` },
    ...{ lights: 'responsibilities', ...eachRowAt(id) },
  },
  {
    ...{ id: `y-${id}`, kind: 'observed', symbol: `y_{${of}}`, name: `value at ${time}` },
    ...{ lights: 'observations', ...eachRowAt(id) },
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
    ...chainOf('z'),
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
  // Without a step pointed at, in the middle.
  const now = stepNow(row ?? Math.floor(rows / 2), rows);
  const steps = STEPS.flatMap(({ id, offset }) => {
    const step = now + offset;
    const shares = rowOf(responsibilities, step, K);
    const name = stepInWords(step + 1, step, context.calendar);
    const value = dataset?.values[step] ?? Number.NaN;
    return [
      [
        `z-${id}`,
        {
          picture: { kind: 'bars', values: shares, most: 1 },
          words: `q at ${name}: ${sharesInWords(shares, 'state')}.`,
        },
      ],
      [
        `y-${id}`,
        {
          // Values of a series lie between 0 and 1.
          picture: { kind: 'bars', values: [value || 0], ids: [-1], most: 1 },
          words: Number.isNaN(value)
            ? `At ${name} the value is missing.`
            : `At ${name}: ${own(value)}.`,
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
