/** Posteriors by the name of the target. */

import { GaussianPosterior } from '../../../../inference/variational/plane/gaussianPosterior.ts';
import { GridPosterior } from '../../../../inference/variational/plane/gridPosterior.ts';
import { NormalGammaPosterior } from '../../../../inference/variational/plane/normalGammaPosterior.ts';
import {
  type Box,
  middlesOf,
  normalDensity,
  type Posterior,
} from '../../../../inference/variational/plane/posterior.ts';
import { DRAWN_REACH } from '../../planeEdits.ts';
import type { Place } from '../../planeSnapshot.ts';
import type { MeanFieldSettings } from '../../settings.ts';

/** What a person gives besides settings. */
export interface Given {
  readonly observations: readonly number[];
  readonly drawn: readonly Place[];
}

const square = (reach: number): Box => [
  [-reach, reach],
  [-reach, reach],
];
/** Of a round component. */
const MODE_WIDTH = 0.6;
/** Of the banana, across it. */
const BANANA_WIDTH = 0.5;
const LOG_2PI = Math.log(2 * Math.PI);

/** Three strokes, until something else is drawn: an arch that no product can follow. */
export const FIRST_DRAWING: readonly Place[] = Array.from({ length: 15 }, (_, index) => {
  const angle = (Math.PI * (index - 1)) / 12;
  const round = (value: number) => Math.round(100 * value) / 100;
  return [round(2 * Math.cos(angle)), round(2 * Math.sin(angle) - 0.8)];
});
export const FIRST_OBSERVATIONS: readonly number[] = [1, 2, 3, 4, 5];

/** @throws Error or RangeError that names the value that cannot be used */
export function posteriorOf(settings: MeanFieldSettings, given: Given): Posterior {
  switch (settings.target) {
    case 'gaussian':
      return new GaussianPosterior(settings.correlation);
    case 'normal':
      return new NormalGammaPosterior(given.observations, {
        mean: settings.priorMean,
        scale: settings.priorScale,
        shape: settings.priorShape,
        rate: settings.priorRate,
      });
    case 'banana':
      return banana(settings.bend);
    case 'two-modes':
      return twoModes(settings.separation, settings.heavier);
    case 'drawn':
      return mixture(
        square(DRAWN_REACH + 0.6),
        given.drawn.map((mean) => ({ mean, weight: 1 / given.drawn.length })),
        settings.brush,
      );
    default:
      throw new Error(`The target ${settings.target} is no density in the plane.`);
  }
}

/** x ~ N(0, 1), y | x ~ N(bend (x² - 1), 0.5²). */
function banana(bend: number): Posterior {
  const box: Box = [
    [-3.2, 3.2],
    [-1.6 - bend, 1.6 + 7.4 * bend],
  ];
  return new GridPosterior(box, (x, y) => {
    const across = (y - bend * (x * x - 1)) / BANANA_WIDTH;
    return -LOG_2PI - Math.log(BANANA_WIDTH) - (x * x + across * across) / 2;
  });
}

function twoModes(separation: number, heavier: number): Posterior {
  const half = separation / (2 * Math.SQRT2);
  const modes = [
    { mean: [half, half], weight: heavier },
    { mean: [-half, -half], weight: 1 - heavier },
  ] as const;
  return mixture(square(3.6), modes, MODE_WIDTH);
}

/** Added to a mixture, whose own density underflows far from all components. */
const FLOOR = 1e-300;

/** Round Gaussians of one width: each is a product over the columns and the rows of the box. */
function mixture(
  box: Box,
  components: readonly { readonly mean: Place; readonly weight: number }[],
  width: number,
): Posterior {
  const [ofColumns, ofRows] = ([0, 1] as const).map((axis) => {
    const middles = middlesOf(box, axis);
    return components.map(({ mean }) => middles.map(normalDensity(mean[axis], width * width)));
  });
  return new GridPosterior(box, (_x, _y, column, row) => {
    let density = FLOOR;
    for (let k = 0; k < components.length; k++) {
      density += components[k].weight * ofColumns[k][column] * ofRows[k][row];
    }
    return Math.log(density);
  });
}
