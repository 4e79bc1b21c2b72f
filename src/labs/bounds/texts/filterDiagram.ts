/** The model of the particle filter: states in time, one coordinate of each observed. */
import type { ModelNode, PlateModel } from '../../../plots/diagram/plateModel.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import type { LiveModel } from '../../shared/diagram/labDiagram.ts';
import { densitiesOf } from '../../shared/diagram/livePictures.ts';
import { chainOf, STEPS, stepNow } from '../../shared/diagram/steps.ts';
import type { FilterView } from '../filterView.ts';

type Node = ModelNode & { readonly lights?: 'particles' | 'likelihood' };

export const FILTER_MODEL: PlateModel = {
  nodes: STEPS.flatMap(({ id, of, time }): Node[] => [
    {
      ...{ id: `x-${id}`, kind: 'latent', symbol: `x_{${of}}`, name: `state at ${time}` },
      lights: 'particles',
    },
    {
      ...{ id: `y-${id}`, kind: 'observed', symbol: `y_{${of}}`, name: `observation at ${time}` },
      lights: 'likelihood',
    },
  ]),
  edges: [...chainOf('x'), ...STEPS.map(({ id }) => ({ from: `x-${id}`, to: `y-${id}` }))],
  plates: [],
};

/** In the middle of the series. */
export function liveFilter({ observations, means, sds, particles, run }: FilterView): LiveModel {
  const now = stepNow(Math.floor(observations.length / 2), observations.length);
  const nodes = STEPS.flatMap(({ id, offset }) => {
    const t = now + offset;
    const [mean, sd] = [means[t], sds[t]];
    const counting = `${formatFixed(run.effective[t], 1)} of ${particles} particles count`;
    return [
      [
        `x-${id}`,
        {
          picture: densitiesOf([{ id: -1, mean, deviation: sd }]),
          words: `Step ${t}, observed coordinate: exact mean ${formatFixed(mean, 2)}, standard deviation ${formatFixed(sd, 2)}; ${counting}.`,
        },
      ],
      [`y-${id}`, { picture: null, words: `Step ${t}: ${formatFixed(observations[t], 2)}.` }],
    ] as const;
  });
  return { counts: {}, nodes: Object.fromEntries(nodes) };
}
