/** Snapshots of models of a series: the stretch on show, its forecast, and what all of them say of it. */
import { inOwnUnits } from '../../../datasets/columnUnits.ts';
import type { Sequence } from '../../../datasets/dataset.ts';
import type { FailedStatus } from '../../../math/status.ts';
import type { SeriesSnapshot } from '../data/seriesSnapshot.ts';
import { float64, int32, unitArrays } from './arrays.ts';
import { meanSquaredError } from './forecastFigures.ts';
import { heldOutStretch, type Stretch } from './heldOut.ts';

/** What the page can ask for with `setView`: steps shown, and the first of them within the held-out stretch. */
interface StretchView {
  readonly steps: number;
  readonly from: number;
}

/** Arrays of its own. */
export interface SeriesForecast {
  /** T x D: mean of the decoded samples. */
  readonly mean: Float32Array;
  /** S x T x D: the decoded samples. */
  readonly decoded: Float32Array;
  /** T x d: means of the latents, edited like the samples. */
  readonly latents: Float32Array;
  /** First step whose latent ran away so far that it is held; null where none did. */
  readonly heldFrom: number | null;
}

export type Outcome<Forecast> =
  | { readonly ok: true; readonly forecast: Forecast }
  | { readonly ok: false; readonly status: FailedStatus };

/** The forecast. Throws an Error where there is none. */
export function forecastOf<Forecast>(outcome: Outcome<Forecast>): Forecast {
  if (outcome.ok) return outcome.forecast;
  throw new Error(`The ${outcome.status.what} is ${outcome.status.value}.`);
}

export abstract class SeriesSnapshots<View extends StretchView, Forecast extends SeriesForecast> {
  /** Samples the prediction is the mean of, at least 1. */
  samples: number;
  protected view: View;
  private readonly usual: View;
  private stretch: Stretch | null = null;
  private last: Forecast | null = null;

  /** @param usual the view until another is asked for */
  constructor(usual: View, samples: number) {
    this.usual = usual;
    this.view = usual;
    this.samples = samples;
  }

  /** As shown at present. */
  protected abstract get dataset(): Sequence;
  /** A blank picture of T steps, for a model that has never had one. */
  protected abstract nothing(steps: number): Forecast;

  setView(view: Readonly<Record<string, number>>): void {
    this.view = { ...this.usual, ...view };
    this.forget();
  }

  /** What was shown of other data, or in another view, is over. */
  forget(): void {
    this.stretch = null;
    this.last = null;
  }

  /** The stretch on show. */
  shown(): Stretch {
    const { from, steps } = this.view;
    this.stretch ??= heldOutStretch(this.dataset, Math.round(from), Math.round(steps));
    return this.stretch;
  }

  /** What there is to show: where edits break inference, what was shown last. */
  protected toShow(outcome: Outcome<Forecast>): Forecast {
    if (outcome.ok) this.last = outcome.forecast;
    return outcome.ok ? outcome.forecast : (this.last ?? this.nothing(this.shown().steps));
  }

  /** T x D against the clean signal, or the data where that is not known, over rows from..to-1. */
  protected error(guess: Float32Array, from: number, to: number): number | null {
    const { clean, values } = this.shown();
    const { dimension, distance, delays } = this.dataset;
    return meanSquaredError(guess, clean ?? values, dimension, from, to, distance, delays?.columns);
  }

  /** @param without what edits take away that break inference, and what is shown instead */
  protected common(
    outcome: Outcome<Forecast>,
    { mean, latents, heldFrom }: Forecast,
    inputEnds: number,
    without: string,
  ): Omit<SeriesSnapshot, 'kind' | 'edited'> {
    const { steps, values, clean, firstRow } = this.shown();
    return {
      steps,
      dataDimension: this.dataset.dimension,
      latentDimension: latents.length / steps,
      firstRow,
      inputEnds,
      data: values.slice(),
      clean: clean?.slice() ?? null,
      prediction: mean.slice(),
      sampleCount: this.samples,
      latents: latents.slice(),
      errors: { seen: this.error(mean, 0, inputEnds), ahead: this.error(mean, inputEnds, steps) },
      heldFrom,
      trouble: outcome.ok ? null : `${inWords(outcome.status)}: with these edits ${without}`,
    };
  }

  /**
   * What is computed for the stretch on show, and from what; see `shownStepsTable`.
   *
   * @param noise S x T x d
   */
  protected shownArrays(
    { mean, latents }: SeriesForecast,
    { inputEnds, noise }: { readonly inputEnds: number; readonly noise: Float64Array },
  ) {
    const { dimension: D, units, own } = this.dataset;
    const { steps, values, firstRow } = this.shown();
    const d = latents.length / steps;
    const shown = own?.subarray(firstRow * D, (firstRow + steps) * D);
    return {
      ...unitArrays({ units }),
      observations: float64(shown ?? inOwnUnits(units, values), steps, D),
      first_row: int32([firstRow]),
      input_ends: int32([inputEnds]),
      noise: float64(noise, this.samples, steps, d),
      latent_means: float64(latents, steps, d),
      prediction: float64(inOwnUnits(units, mean), steps, D),
    };
  }
}

const inWords = ({ what, value, index }: FailedStatus): string =>
  `The ${what} came out as ${value}${index === undefined ? '' : ` at step ${index + 1}`}`;
