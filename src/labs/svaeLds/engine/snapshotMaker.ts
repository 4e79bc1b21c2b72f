import type { Sequence } from '../../../datasets/dataset.ts';
import { modulus } from '../../../math/eigenvalues.ts';
import { isInputEnd } from '../../shared/data/inputEnd.ts';
import { spreadOf } from '../../shared/engine/forecastFigures.ts';
import type { Stretch } from '../../shared/engine/heldOut.ts';
import { naiveForecasts } from '../../shared/engine/naiveForecasts.ts';
import { forecastOf, SeriesSnapshots } from '../../shared/engine/seriesSnapshots.ts';
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

const NO_POSTERIOR = 'the state has no distribution. The lab shows the last state that had one.';

export class SnapshotMaker extends SeriesSnapshots<View, Forecast> {
  private known: { readonly of: Sequence; readonly periods: MeasuredPeriods } | null = null;
  private readonly globals: LdsGlobals;
  private readonly forecaster: Forecaster;
  private readonly data: FedData;

  constructor(globals: LdsGlobals, forecaster: Forecaster, data: FedData, samples: number) {
    super(VIEW, samples);
    this.globals = globals;
    this.forecaster = forecaster;
    this.data = data;
  }

  protected get dataset(): Sequence {
    return this.data.dataset;
  }

  /** @param natural eta as learned, length P */
  make(natural: Float64Array, edits: readonly SvaeLdsEdit[]): SvaeLdsSnapshot {
    const { globals, view, samples, dataset } = this;
    const stretch = this.shown();
    const { steps, values } = stretch;
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
    const forecast = this.toShow(outcome);
    const one = Math.min(Math.round(view.sample), forecast.decoded.length / forecast.mean.length);
    const d = globals.dimension;
    const sample = one > 0 ? forecast.decoded.slice((one - 1) * steps * D, one * steps * D) : null;
    const sampleLatents =
      one > 0
        ? Float32Array.from(forecast.draws.subarray((one - 1) * steps * d, one * steps * d))
        : null;
    const spread = view.spread > 0 ? spreadOf(forecast) : null;
    const naive = dataset.own && inputEnds > 0 ? this.naive(dataset, stretch, inputEnds) : null;
    const ahead = (guess: Float32Array) => this.error(guess, inputEnds, steps);
    return {
      kind: 'svae-lds',
      ...this.common(outcome, forecast, inputEnds, NO_POSTERIOR),
      spread,
      sample,
      sampleLatents,
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
      naiveErrors: naive && {
        lastValue: ahead(naive.lastValue),
        seasonal: naive.seasonal && ahead(naive.seasonal),
      },
      edited: !edits.every(isInputEnd),
    };
  }

  /** What is computed for the stretch on show, and from what. Throws an Error where edits break inference. */
  arrays(natural: Float64Array, edits: readonly SvaeLdsEdit[]) {
    const { globals, forecaster, samples } = this;
    const stretch = this.shown();
    const { steps, values } = stretch;
    const inputEnds = inputEnd(edits, stretch);
    const edited = globals.withEdits(natural, edits);
    const request = { values, steps, inputEnds, natural: edited, edits, samples };
    const forecast = forecastOf(forecaster.run(request));
    const noise = forecaster.noiseOf(steps, samples);
    return {
      ...latentArrays(globals.dimension, edits),
      ...this.shownArrays(forecast, { inputEnds, noise }),
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

  protected nothing(steps: number): Forecast {
    return {
      mean: new Float32Array(steps * this.dataset.dimension),
      decoded: new Float32Array(0),
      draws: new Float64Array(0),
      latents: new Float32Array(steps * this.globals.dimension),
      heldFrom: null,
    };
  }
}
