/** How much the encoder's gradient varies from draw to draw, by each estimator, in the networks as they are. */
import { fillNormal, forkRandom } from '../../../math/random.ts';
import type { Autoencoder } from '../../../networks/autoencoder.ts';
import type { GraphicalModel } from '../../../svae/graphicalModel.ts';
import { type DrawsEstimator, SeveralDrawsPass } from '../../../svae/severalDraws.ts';
import { gatherRows, type TrainingData } from '../../../svae/trainer.ts';
import { isImportanceWeighted } from '../objective.ts';
import type { VaeSettings } from '../settings.ts';
import type { GradientEstimatorId, GradientSpreadInspection, VaeQuery } from '../snapshot.ts';
import {
  importanceWeighted,
  leaveOneOut,
  reparameterised,
  scoreFunction,
  stickingTheLanding,
} from './drawsEstimators.ts';

/** Observations whose gradient is averaged, drawn once: a batch of training has 100. */
const ROWS = 100;
/** Repetitions of one question, so that others are answered in between. */
const MOST_REPEATS = 50;

/**
 * All take the same number of draws for each observation, that of the settings: training takes as many
 * for the score function and the importance-weighted bound, and one for the other two.
 */
function estimatorsOf(
  settings: VaeSettings,
): readonly (readonly [GradientEstimatorId, DrawsEstimator])[] {
  const isWeighted = isImportanceWeighted(settings);
  const K = isWeighted ? settings.importanceSamples : settings.scoreDraws;
  const beta = isWeighted ? 1 : settings.klWeight;
  return [
    ['pathwise', reparameterised(K, beta)],
    ['sticking', stickingTheLanding(K, beta)],
    ...(K > 1 ? [['leaveOneOut', leaveOneOut(K, beta)] as const] : []),
    ['score', scoreFunction(K, beta)],
    ...(isWeighted
      ? [
          ['iwae', importanceWeighted(K, false)] as const,
          ['iwae-dreg', importanceWeighted(K, true)] as const,
        ]
      : []),
  ];
}

/**
 * Sums over repetitions, which have noise of their own, the same for all estimators: those of several
 * questions add up.
 */
export function gradientSpread(
  { from, count }: Extract<VaeQuery, { kind: 'gradientSpread' }>,
  networks: Autoencoder,
  model: GraphicalModel,
  data: TrainingData,
  settings: VaeSettings,
  seed: number,
): GradientSpreadInspection {
  if (!Number.isInteger(from) || from < 0) {
    throw new RangeError(`Repetitions are counted from 0, not ${from}.`);
  }
  if (!Number.isInteger(count) || count < 1 || count > MOST_REPEATS) {
    throw new RangeError(`One question takes 1 to ${MOST_REPEATS} repetitions, not ${count}.`);
  }
  const drawRows = forkRandom(seed, 'gradient rows');
  const rows = Int32Array.from({ length: Math.min(ROWS, data.rows) }, () =>
    drawRows.integer(data.rows),
  );
  const B = rows.length;
  const values = new Float32Array(B * data.dimension);
  gatherRows(data, rows, values);
  const pass = new SeveralDrawsPass(networks, B);
  const expected = new Float64Array(model.parameterLength);
  const noise = new Float64Array(B * model.latentDimension);
  const gradient = new Float64Array(networks.layout.length);
  const ofEncoder = gradient.subarray(0, networks.layout.decoder.layers[0].weights.offset);
  const estimators = estimatorsOf(settings).map(([id, estimator]) => ({
    ...{ id, estimator, squares: 0 },
    sum: new Float64Array(ofEncoder.length),
  }));
  for (let repeat = from; repeat < from + count; repeat++) {
    for (const measured of estimators) {
      const random = forkRandom(seed, `gradient ${repeat}`);
      fillNormal(random, noise);
      const potentials = networks.encode(values, B);
      const local = model.infer({ potentials, expected, noise, rows, sequenceLength: 1 });
      const decoded = pass.run(local, noise, values, random, measured.estimator, 1 / B);
      const { dPrecision, dLinear } = decoded.backward();
      networks.encodeBackward(dPrecision, dLinear);
      networks.gradient(gradient);
      for (let p = 0; p < ofEncoder.length; p++) {
        measured.sum[p] += ofEncoder[p];
        measured.squares += ofEncoder[p] * ofEncoder[p];
      }
    }
  }
  return {
    kind: 'gradientSpread',
    ...{ rows: B, repeats: count, draws: estimators[0].estimator.draws },
    estimators: estimators.map(({ id, sum, squares }) => ({ id, sum, squares })),
  };
}
