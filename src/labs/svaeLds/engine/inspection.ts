/** Series of looks at one trained model: figures 6.6 and 6.9 of the thesis. */
import type { Sequence } from '../../../datasets/dataset.ts';
import { modulus } from '../../../math/eigenvalues.ts';
import { meanSquaredError } from '../../shared/engine/forecastFigures.ts';
import type { Stretch } from '../../shared/engine/heldOut.ts';
import { inputEnd, LEAST_SCAN_INPUT, type SvaeLdsEdit } from '../edits.ts';
import { motionLeft } from '../motionLeft.ts';
import type { ColumnScanInspection, LatentScalingInspection, SvaeLdsQuery } from '../snapshot.ts';
import type { Forecaster } from './forecast.ts';
import type { LdsGlobals } from './globals.ts';
import { predictedPeriod } from './predictedPeriod.ts';

interface Model {
  readonly globals: LdsGlobals;
  readonly forecaster: Forecaster;
  /** eta as learned, length P. */
  readonly natural: Float64Array;
  readonly edits: readonly SvaeLdsEdit[];
  readonly stretch: Stretch;
  readonly dataset: Sequence;
}

/** Samples per point of a scan: enough for a period. */
const SCAN_SAMPLES = 20;

/** Errors of single samples while everything is seen, with one latent times each factor. */
export function scaleLatent(
  query: Extract<SvaeLdsQuery, { kind: 'latentScaling' }>,
  { globals, forecaster, natural, edits, stretch, dataset }: Model,
): LatentScalingInspection {
  const { latent, factors, runs } = query;
  const { dimension: dataDimension, distance } = dataset;
  const { values, steps } = stretch;
  const truth = stretch.clean ?? values;
  const size = steps * dataDimension;
  const others = edits.filter((edit) => edit.kind !== 'scaleLatent' || edit.latent !== latent);
  const errors = factors.map((factor) => {
    const scaled = [...others, { kind: 'scaleLatent' as const, latent, factor }];
    const outcome = forecaster.run({
      values,
      steps,
      inputEnds: steps,
      natural: globals.withEdits(natural, scaled),
      edits: scaled,
      samples: runs,
    });
    if (!outcome.ok) return { factor, mean: Number.NaN, deviation: Number.NaN };
    const { decoded } = outcome.forecast;
    const each = Array.from(
      { length: runs },
      (_, run) =>
        meanSquaredError(
          decoded.subarray(run * size, (run + 1) * size),
          truth,
          dataDimension,
          0,
          steps,
          distance,
        ) ?? 0,
    );
    const mean = each.reduce((sum, value) => sum + value, 0) / runs;
    const variance = each.reduce((sum, value) => sum + (value - mean) ** 2, 0) / runs;
    return { factor, mean, deviation: Math.sqrt(variance) };
  });
  return { kind: 'latentScaling', latent, errors };
}

/** What becomes of the prediction's motion, with one column times each factor. */
export function scanColumn(
  { column, factors }: Extract<SvaeLdsQuery, { kind: 'columnScan' }>,
  { globals, forecaster, natural, edits, stretch, dataset }: Model,
): ColumnScanInspection {
  const { values, steps } = stretch;
  const inputEnds = Math.max(Math.min(LEAST_SCAN_INPUT, steps), inputEnd(edits, stretch));
  const others = edits.filter(
    (edit) => edit.kind !== 'scaleTransitionColumn' || edit.column !== column,
  );
  const points = factors.map((factor) => {
    const scaled = [...others, { kind: 'scaleTransitionColumn' as const, column, factor }];
    const edited = globals.withEdits(natural, scaled);
    const spectralRadius = modulus(globals.summary(edited).eigenvalues[0]);
    const outcome = forecaster.run({
      values,
      steps,
      inputEnds,
      natural: edited,
      edits: scaled,
      samples: SCAN_SAMPLES,
    });
    if (!outcome.ok) return { factor, period: null, spectralRadius, motion: null };
    const { mean: prediction } = outcome.forecast;
    const period = predictedPeriod(outcome.forecast, steps, inputEnds, dataset);
    const { clean, values: data } = stretch;
    const { dimension: dataDimension } = dataset;
    const motion = motionLeft({ steps, inputEnds, dataDimension, prediction, clean, data });
    return { factor, period, spectralRadius, motion };
  });
  return { kind: 'columnScan', column, points };
}
