/** The text of each frame: one sentence, and the formula with its matrices. */

import { formatFixed } from '../../../../ui/numbers.ts';
import { type FrameText, lines } from '../../../shared/slowMotion/frameText.ts';
import { decimalsFor, texColumn, texMatrix } from '../../../shared/slowMotion/texNumbers.ts';
import type { TrackingInspection } from '../../snapshot.ts';
import type { TrackingFrame, TrackingStage } from './frames.ts';

type TracedGaussian = TrackingInspection['steps'][number]['predicted'];
type Writer = (inspection: TrackingInspection, step: number, write: Numbers) => FrameText;

/** Matrices and columns with the decimals that all frames share. */
interface Numbers {
  readonly matrix: (values: readonly number[]) => string;
  readonly column: (values: readonly number[]) => string;
}

function numbersOf({ steps, pair }: TrackingInspection): Numbers {
  const precisions = steps.flatMap(({ predicted, filtered, smoothed, conditional }) =>
    [predicted, filtered, smoothed, conditional].flatMap(({ precision }) => precision),
  );
  const decimals = decimalsFor([...precisions, ...pair.J22], 3);
  return {
    matrix: (values) => texMatrix(values, 2, decimals),
    column: (values) => texColumn(values, 2),
  };
}

const pairOf = (values: readonly number[]): string =>
  `(${values.map((value) => formatFixed(value, 2)).join(', ')})`;

const spreadOf = ({ covariance }: TracedGaussian): number[] => [
  Math.sqrt(covariance[0]),
  Math.sqrt(covariance[3]),
];

/** "near (1.20, −3.45), give or take (0.50, 0.61)" */
const place = (gaussian: TracedGaussian): string =>
  `near ${pairOf(gaussian.mean)}, give or take ${pairOf(spreadOf(gaussian))}`;

const minus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, i) => value - b[i]);

const predict: Writer = ({ steps, pair }, t, { matrix, column }) => {
  const { predicted } = steps[t];
  if (t === 0) {
    return {
      sentence: `Before the first observation the state has its prior: ${place(predicted)}.`,
      tex: lines(
        `J_{0|-1} &= Q_1^{-1} = ${matrix(predicted.precision)}`,
        String.raw`h_{0|-1} &= Q_1^{-1}\mu_1 = ${column(predicted.linear)}`,
      ),
      label: 'Precision J and linear term h of the prior of the first state.',
    };
  }
  return {
    sentence: `*A* maps the state of step ${t - 1} to this step, and noise makes it less certain: ${place(predicted)}.`,
    tex: lines(
      String.raw`J_{t|t-1} &= J_{22} - J_{12}^{\top}(J_{t-1|t-1} + J_{11})^{-1} J_{12}`,
      `${matrix(predicted.precision)} &= ${matrix(pair.J22)} - ${matrix(minus(pair.J22, predicted.precision))}`,
    ),
    label:
      'The predicted precision is J 22 minus J 12 transposed times the inverse of the last filtered precision plus J 11, times J 12.',
  };
};

const condition: Writer = ({ steps, observations }, t, { matrix, column }) => {
  const { predicted, filtered } = steps[t];
  const seen = observations[t];
  const sentence =
    seen === null
      ? `There is no observation at step ${t}: the node potential is zero, and the prediction stays as it is.`
      : `The observation is *y* = ${formatFixed(seen, 2)}. Precisions add up, so the more certain side counts for more: ${place(filtered)}.`;
  return {
    sentence,
    tex: lines(
      String.raw`J_{t|t} &= J_{t|t-1} + J_{\mathrm{obs}}`,
      `${matrix(filtered.precision)} &= ${matrix(predicted.precision)} + ${matrix(minus(filtered.precision, predicted.precision))}`,
      `h\\colon\\ ${column(filtered.linear)} &= ${column(predicted.linear)} + ${column(minus(filtered.linear, predicted.linear))}`,
    ),
    label:
      'The filtered precision is the predicted precision plus that of the observation; the same for the linear terms h.',
  };
};

const smooth: Writer = ({ steps }, t, { matrix }) => {
  const { filtered, smoothed } = steps[t];
  if (t === steps.length - 1) {
    return {
      sentence: `The last step has no later observations, so the filter and the smoother agree: ${place(smoothed)}.`,
      tex: lines(
        'J_{t|T} &= J_{t|t}',
        `${matrix(smoothed.precision)} &= ${matrix(filtered.precision)}`,
      ),
      label: 'At the last step the smoothed precision is the filtered precision.',
    };
  }
  const moved = minus(smoothed.mean, filtered.mean);
  return {
    sentence: `Later observations reach this step through step ${t + 1}. The estimate moves by ${pairOf(moved)} and becomes more certain: ${place(smoothed)}.`,
    tex: lines(
      'J_{t|T} &= J_{t|t} + J_{11}',
      String.raw`&\quad - J_{12}(J_{t+1|T} - J_{t+1|t} + J_{22})^{-1} J_{12}^{\top}`,
      `${matrix(smoothed.precision)} &= ${matrix(filtered.precision)} + ${matrix(minus(smoothed.precision, filtered.precision))}`,
    ),
    label:
      'The smoothed precision is the filtered precision plus J 11, minus J 12 times the inverse of the next smoothed minus the next predicted precision plus J 22, times J 12 transposed. Below, what comes from the future is the second matrix.',
  };
};

const sample: Writer = ({ steps, pair }, t, { matrix, column }) => {
  const { filtered, conditional, sample: drawn } = steps[t];
  const draw = String.raw`x_t &= ${column(drawn)} \sim \mathcal N(J^{-1}h,\ J^{-1})`;
  if (t === steps.length - 1) {
    return {
      sentence: `A path is drawn from its end. The last state is drawn from the filtered Gaussian: ${pairOf(drawn)}.`,
      tex: lines(`J &= J_{t|t} = ${matrix(filtered.precision)}`, draw),
      label: 'The last state is drawn from the filtered Gaussian.',
    };
  }
  return {
    sentence: `Given the state drawn for step ${t + 1}, this state lies ${place(conditional)}. The draw is ${pairOf(drawn)}.`,
    tex: lines(
      String.raw`J &= J_{t|t} + J_{11}, \qquad h = h_{t|t} - J_{12}\, x_{t+1}`,
      `${matrix(conditional.precision)} &= ${matrix(filtered.precision)} + ${matrix(pair.J11)}`,
      draw,
    ),
    label:
      'The state is drawn from a Gaussian whose precision is the filtered precision plus J 11, and whose linear term is the filtered one minus J 12 times the next sample.',
  };
};

const writers: Readonly<Record<TrackingStage, Writer>> = { predict, condition, smooth, sample };

export function describeFrame(
  inspection: TrackingInspection,
  { stage, step }: TrackingFrame,
): FrameText {
  return writers[stage](inspection, step, numbersOf(inspection));
}
