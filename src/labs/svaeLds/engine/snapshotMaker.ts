import { inOwnUnits } from '../../../datasets/columnUnits.ts';
import type { Sequence } from '../../../datasets/dataset.ts';
import { modulus } from '../../../math/eigenvalues.ts';
import { float64, int32, unitArrays } from '../../shared/engine/arrays.ts';
import { meanSquaredError, spreadOf } from '../../shared/engine/forecastFigures.ts';
import { heldOutStretch, type Stretch } from '../../shared/engine/heldOut.ts';
import { naiveForecasts } from '../../shared/engine/naiveForecasts.ts';
import { inputEnd, type SvaeLdsEdit } from '../edits.ts';
import type { SvaeLdsSnapshot } from '../snapshot.ts';
import { latentArrays } from './arrays.ts';
import type { FedData } from './fedData.ts';
import type { Forecast, Forecaster } from './forecast.ts';
import type { LdsGlobals } from './globals.ts';
import { type MeasuredPeriods, measuredPeriods, predictedMotion } from './predictedPeriod.ts';

/** What the page can ask for with `setView`; absent values mean the first line each. */
interface View {
  /** Steps shown (200), and the first of them within the held-out stretch (0). */
  readonly steps: number;
  readonly from: number;
  /** Which sample to show by itself, counted from 1; 0 for none. */
  readonly sample: number;
  /** 1 to show how far samples spread. */
  readonly spread: number;
}

const VIEW: View = { steps: 200, from: 0, sample: 0, spread: 0 };

export class SnapshotMaker {
  /** Samples the prediction is the mean of, at least 1. */
  samples: number;
  private view: View = VIEW;
  private stretch: Stretch | null = null;
  private last: Forecast | null = null;
  private known: { readonly of: Sequence; readonly periods: MeasuredPeriods } | null = null;
  private readonly globals: LdsGlobals;
  private readonly forecaster: Forecaster;
  private readonly data: FedData;

  constructor(globals: LdsGlobals, forecaster: Forecaster, data: FedData, samples: number) {
    this.samples = samples;
    this.globals = globals;
    this.forecaster = forecaster;
    this.data = data;
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.view = { ...VIEW, ...view };
    this.forget();
  }

  /** Other data are fed: what was shown of the last ones is over. */
  forget(): void {
    this.stretch = null;
    this.last = null;
  }

  /** @param natural eta as learned, length P */
  make(natural: Float64Array, edits: readonly SvaeLdsEdit[]): SvaeLdsSnapshot {
    const { globals, view, samples } = this;
    const { dataset } = this.data;
    const stretch = this.shown();
    const { steps, values, clean, firstRow } = stretch;
    const D = dataset.dimension;
    const inputEnds = inputEnd(edits, stretch);
    const edited = globals.withEdits(natural, edits);
    const { matrix, noise, eigenvalues } = globals.summary(edited);
    const rotations = globals.rotations(natural);
    const outcome = this.forecaster.run({
      values,
      steps,
      inputEnds,
      natural: edited,
      edits,
      samples,
    });
    if (outcome.ok) this.last = outcome.forecast;
    const forecast = outcome.ok ? outcome.forecast : (this.last ?? nothing(steps, D, globals));
    const prediction = forecast.mean.slice();
    const latents = forecast.latents.slice();
    const one = Math.min(Math.round(view.sample), forecast.decoded.length / prediction.length);
    const d = globals.dimension;
    const sample = one > 0 ? forecast.decoded.slice((one - 1) * steps * D, one * steps * D) : null;
    const sampleLatents =
      one > 0
        ? Float32Array.from(forecast.draws.subarray((one - 1) * steps * d, one * steps * d))
        : null;
    const spread = view.spread > 0 ? spreadOf(forecast) : null;
    const truth = clean ?? values;
    const { distance, delays } = dataset;
    const naive = dataset.own && inputEnds > 0 ? this.naive(dataset, stretch, inputEnds) : null;
    const error = (guess: Float32Array, from: number, to: number) =>
      meanSquaredError(guess, truth, D, from, to, distance, delays?.columns);
    return {
      kind: 'svae-lds',
      steps,
      dataDimension: D,
      latentDimension: d,
      firstRow,
      inputEnds,
      data: values.slice(),
      clean: clean?.slice() ?? null,
      prediction,
      spread,
      sample,
      sampleLatents,
      sampleCount: samples,
      latents,
      transition: matrix,
      noise,
      eigenvalues,
      rotations: rotations.list,
      columnInfluence: rotations.columnInfluence(),
      absentPairs: rotations.absent(edits),
      spectralRadius: modulus(eigenvalues[0]),
      ...predictedMotion(forecast, steps, inputEnds, dataset),
      truePeriod: dataset.truePeriod,
      trainingPeriod: this.periodsOf(dataset).training,
      errors: {
        seen: error(prediction, 0, inputEnds),
        ahead: error(prediction, inputEnds, steps),
      },
      naiveErrors: naive && {
        lastValue: error(naive.lastValue, inputEnds, steps),
        seasonal: naive.seasonal && error(naive.seasonal, inputEnds, steps),
      },
      edited: edits.some(({ kind }) => kind !== 'setInputEnd'),
      heldFrom: forecast.heldFrom,
      trouble: outcome.ok
        ? null
        : `The ${outcome.status.what} came out as ${outcome.status.value}${outcome.status.index === undefined ? '' : ` at step ${outcome.status.index + 1}`}: with these edits the state has no distribution. The lab shows the last state that had one.`,
    };
  }

  /** What is computed for the stretch on show, and from what. Throws an Error where edits break inference. */
  arrays(natural: Float64Array, edits: readonly SvaeLdsEdit[]) {
    const { globals, forecaster, samples } = this;
    const { dimension: D, units, own } = this.data.dataset;
    const { dimension: d } = globals;
    const stretch = this.shown();
    const { steps, values, firstRow } = stretch;
    const inputEnds = inputEnd(edits, stretch);
    const edited = globals.withEdits(natural, edits);
    const request = { values, steps, inputEnds, natural: edited, edits, samples };
    const outcome = forecaster.run(request);
    if (!outcome.ok) throw new Error(`The ${outcome.status.what} is ${outcome.status.value}.`);
    const { latents, mean } = outcome.forecast;
    const shown = own?.subarray(firstRow * D, (firstRow + steps) * D);
    return {
      ...latentArrays(d, edits),
      ...unitArrays({ units }),
      observations: float64(shown ?? inOwnUnits(units, values), steps, D),
      first_row: int32([firstRow]),
      input_ends: int32([inputEnds]),
      noise: float64(forecaster.noiseOf(steps, samples), samples, steps, d),
      latent_means: float64(latents, steps, d),
      prediction: float64(inOwnUnits(units, mean), steps, D),
    };
  }

  /** Forecasts of the steps shown that need no model. */
  private naive(dataset: Sequence, { firstRow, steps }: Stretch, inputEnds: number) {
    const D = dataset.dimension;
    // Rows before those shown may hold the last period.
    const values = dataset.values.subarray(0, (firstRow + steps) * D);
    const { lastValue, seasonal } = naiveForecasts(
      values,
      D,
      firstRow + inputEnds,
      this.periodsOf(dataset).season,
    );
    const shown = firstRow * D;
    return {
      lastValue: lastValue.subarray(shown),
      seasonal: seasonal?.subarray(shown) ?? null,
    };
  }

  private periodsOf(dataset: Sequence): MeasuredPeriods {
    if (this.known?.of !== dataset) this.known = { of: dataset, periods: measuredPeriods(dataset) };
    return this.known.periods;
  }

  /** The stretch on show. */
  shown(): Stretch {
    const { view, data } = this;
    this.stretch ??= heldOutStretch(data.dataset, Math.round(view.from), Math.round(view.steps));
    return this.stretch;
  }
}

/** A blank picture, for a model that has never had one. */
function nothing(steps: number, dataDimension: number, globals: LdsGlobals): Forecast {
  const blank = () => new Float32Array(steps * dataDimension);
  return {
    mean: blank(),
    decoded: new Float32Array(0),
    draws: new Float64Array(0),
    latents: new Float32Array(steps * globals.dimension),
    heldFrom: null,
  };
}
