/** What the page is shown of an SVAE-SLDS. */
import { inOwnUnits } from '../../../datasets/columnUnits.ts';
import type { Sequence } from '../../../datasets/dataset.ts';
import { likeliest } from '../../shared/data/likeliest.ts';
import { labelCount, occupancy } from '../../shared/data/segmentation.ts';
import { float64, int32, unitArrays } from '../../shared/engine/arrays.ts';
import { meanSquaredError, spreadOf } from '../../shared/engine/forecastFigures.ts';
import { heldOutStretch, type Stretch } from '../../shared/engine/heldOut.ts';
import type { SvaeSldsEdit } from '../edits.ts';
import type { SvaeSldsSettings } from '../settings.ts';
import type { SvaeSldsSnapshot } from '../snapshot.ts';
import { removedBy } from './editedGlobals.ts';
import type { Forecast, Forecaster, ForecastRequest } from './forecast.ts';
import type { SldsGlobals } from './globals.ts';
import { oracleStates } from './oracle.ts';
import { paintedRows, taughtSteps } from './paint.ts';
import { segmentationScores, truePeriods } from './scores.ts';

/** What the page can ask for with `setView`. */
interface View {
  /** Steps shown, and the first of them within the held-out stretch. */
  readonly steps: number;
  readonly from: number;
  /** Samples to show one by one. */
  readonly fan: number;
}

const VIEW: View = { steps: 200, from: 0, fan: 0 };
/** Where the input ends unless an edit says otherwise, as a share of the steps shown. */
const INPUT_SHARE = 0.6;

/** How the model is at present, beyond its parameters. */
export interface Standing {
  readonly hasBegun: boolean;
  readonly onTrial: string | null;
  /** N x K: q(z) of the step from each training row to the next, as training left it. */
  readonly trained: Float64Array;
}

export class SnapshotMaker {
  /** Samples the prediction is the mean of, at least 1. */
  samples: number;
  private view: View = VIEW;
  private stretch: Stretch | null = null;
  private last: Forecast | null = null;
  /** States by the true parameters, of the stretch shown: they need no model and are found once. */
  private oracle: Int32Array | null | undefined;
  private readonly globals: SldsGlobals;
  private readonly forecaster: Forecaster;
  private readonly dataset: Sequence;
  private readonly settings: SvaeSldsSettings;

  constructor(
    globals: SldsGlobals,
    forecaster: Forecaster,
    dataset: Sequence,
    settings: SvaeSldsSettings,
  ) {
    this.samples = settings.samples;
    this.globals = globals;
    this.forecaster = forecaster;
    this.dataset = dataset;
    this.settings = settings;
  }

  setView(view: Readonly<Record<string, number>>): void {
    this.view = { ...VIEW, ...view };
    this.stretch = null;
    this.last = null;
    this.oracle = undefined;
  }

  /**
   * The stretch on show as a question to the forecaster.
   *
   * @param natural eta with its edits in, length P
   */
  lookAt(natural: Float64Array, edits: readonly SvaeSldsEdit[], hasBegun = true): ForecastRequest {
    const { steps, values, firstRow, context } = this.shown();
    const said = edits.findLast((edit) => edit.kind === 'setInputEnd');
    const usual = Math.max(context, Math.round(INPUT_SHARE * steps));
    return {
      values,
      steps,
      inputEnds: said ? Math.min(said.step, steps) : usual,
      natural,
      removed: hasBegun ? removedBy(edits, this.globals.states) : this.globals.others(0),
      painted: paintedRows(edits, firstRow, steps, this.globals.states),
      samples: this.samples,
    };
  }

  /** @param natural eta with its edits in, length P */
  make(
    natural: Float64Array,
    edits: readonly SvaeSldsEdit[],
    { hasBegun, onTrial, trained }: Standing,
  ): SvaeSldsSnapshot {
    const { globals, view, dataset, samples } = this;
    const { states: K, dimension: d } = globals;
    const { steps, values, clean, firstRow } = this.shown();
    const D = dataset.dimension;
    const request = this.lookAt(natural, edits, hasBegun);
    const { inputEnds, painted, removed } = request;
    const outcome = this.forecaster.run(request);
    if (outcome.ok) this.last = outcome.forecast;
    const forecast = outcome.ok ? outcome.forecast : (this.last ?? this.nothing(steps, D));
    const prediction = forecast.mean.slice();
    const fanCount = Math.min(Math.round(view.fan), forecast.decoded.length / (steps * D));
    const assignments = likeliest(forecast.responsibilities, K);
    const truth = dataset.labels?.slice(firstRow, firstRow + steps) ?? null;
    const scores = truth && inputEnds > 1 ? this.scores(assignments, truth, inputEnds) : null;
    const counts = globals.stepCounts(natural);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const shares = counts.map((count) => (total > 0 ? count / total : 0));
    const against = clean ?? values;
    const error = (from: number, to: number) =>
      meanSquaredError(prediction, against, D, from, to, dataset.distance);
    return {
      kind: 'svae-slds',
      steps,
      dataDimension: D,
      latentDimension: d,
      firstRow,
      inputEnds,
      data: values.slice(),
      clean: clean?.slice() ?? null,
      prediction,
      spread: spreadOf(forecast),
      fan: forecast.decoded.slice(0, fanCount * steps * D),
      fanStates: forecast.states.slice(0, fanCount * steps),
      fanCount,
      sampleCount: samples,
      latents: forecast.latents.slice(),
      stateCount: K,
      states: globals.summary(
        natural,
        hasBegun ? removed : [],
        shares,
        hasBegun ? taughtSteps(request, K) : [],
      ),
      chain: Array.from(globals.chain(natural, hasBegun ? removed : [])),
      initial: Array.from(globals.initial(natural, hasBegun ? removed : [])),
      responsibilities: forecast.responsibilities.slice(),
      assignments,
      truth,
      matched: truth && this.matched(trained, edits),
      painted,
      scores,
      truePeriods: truePeriods(this.settings),
      errors: { seen: error(0, inputEnds), ahead: error(inputEnds, steps) },
      phase: hasBegun ? 'states' : 'warm-up',
      onTrial,
      edited: edits.length > 0,
      heldFrom: forecast.heldFrom,
      trouble: outcome.ok
        ? null
        : `The ${outcome.status.what} came out as ${outcome.status.value}${outcome.status.index === undefined ? '' : ` at step ${outcome.status.index + 1}`}: with these edits there is no distribution of latents and states. The lab shows the last one.`,
    };
  }

  /** What is computed for the stretch on show, and from what. Throws an Error where edits break inference. */
  arrays(natural: Float64Array, edits: readonly SvaeSldsEdit[], hasBegun: boolean) {
    const { globals, forecaster, dataset, samples } = this;
    const { states: K, dimension: d } = globals;
    const { dimension: D, units, own } = dataset;
    const { steps, values, firstRow } = this.shown();
    const request = this.lookAt(natural, edits, hasBegun);
    const outcome = forecaster.run(request);
    if (!outcome.ok) throw new Error(`The ${outcome.status.what} is ${outcome.status.value}.`);
    const { latents, mean, responsibilities, startsApart } = outcome.forecast;
    const { noise, uniforms } = forecaster.drawsFor(steps, samples);
    const shown = own?.subarray(firstRow * D, (firstRow + steps) * D);
    return {
      ...unitArrays({ units }),
      observations: float64(shown ?? inOwnUnits(units, values), steps, D),
      first_row: int32([firstRow]),
      input_ends: int32([request.inputEnds]),
      removed: int32(
        Array.from({ length: K }, (_, k) => Number(request.removed.includes(k))),
        K,
      ),
      painted: int32(request.painted, steps),
      starts_apart: int32([Number(startsApart)]),
      noise: float64(noise, samples, steps, d),
      uniforms: float64(uniforms, samples, steps),
      responsibilities: float64(responsibilities, steps, K),
      assignments: int32(likeliest(responsibilities, K), steps),
      latent_means: float64(latents, steps, d),
      prediction: float64(inOwnUnits(units, mean), steps, D),
    };
  }

  private scores(assignments: Uint8Array, truth: Int32Array, inputEnds: number) {
    const [found, known] = [assignments.subarray(0, inputEnds), truth.subarray(0, inputEnds)];
    const K = this.globals.states;
    const { accuracy, adjustedRandIndex } = segmentationScores(found, known, K);
    if (accuracy === null) return null;
    const { values, steps } = this.shown();
    if (this.oracle === undefined)
      this.oracle = oracleStates(this.settings, {
        values,
        rows: steps,
        dimension: this.dataset.dimension,
      });
    const best = this.oracle?.subarray(0, inputEnds);
    const oracleAdjustedRandIndex = best ? segmentationScores(best, known).adjustedRandIndex : null;
    return { accuracy, adjustedRandIndex, oracleAdjustedRandIndex };
  }

  /**
   * K: the true state each state goes with in the rows trained on, which have more switches than those
   * shown; edits that move states take it with them. A state that learns from paint in place of a
   * removed one has that one's.
   */
  private matched(trained: Float64Array, edits: readonly SvaeSldsEdit[]): number[] {
    const { labels } = this.dataset;
    const K = this.globals.states;
    if (!labels) return new Array<number>(K).fill(-1);
    const found = likeliest(trained, K);
    const truth = labels.subarray(1, found.length);
    const matched = [...segmentationScores(found.subarray(0, truth.length), truth, K).matched];
    for (const edit of edits) {
      if (edit.kind === 'swapStates') {
        const { state, with: other } = edit;
        [matched[state], matched[other]] = [matched[other], matched[state]];
      }
      if (edit.kind === 'mergeStates') {
        if (matched[edit.into] < 0) matched[edit.into] = matched[edit.state];
        matched[edit.state] = -1;
      }
      if (edit.kind === 'splitState') matched[edit.into] = matched[edit.state];
    }
    const removed = removedBy(edits, K);
    for (const edit of edits) {
      if (edit.kind !== 'paintState' || matched[edit.state] !== -1) continue;
      const stretch = labels.subarray(edit.from, edit.to);
      const shares = occupancy(stretch, labelCount(stretch));
      const painted = shares.indexOf(Math.max(...shares));
      const before = matched.indexOf(painted);
      if (!removed.includes(before)) continue;
      [matched[before], matched[edit.state]] = [-1, painted];
    }
    return matched;
  }

  /** The stretch on show. */
  shown(): Stretch {
    const { view } = this;
    this.stretch ??= heldOutStretch(this.dataset, Math.round(view.from), Math.round(view.steps));
    return this.stretch;
  }

  /** A blank picture, for a model that has never had one. */
  private nothing(steps: number, D: number): Forecast {
    const { states: K, dimension: d } = this.globals;
    return {
      mean: new Float32Array(steps * D),
      decoded: new Float32Array(0),
      states: new Uint8Array(0),
      latents: new Float32Array(steps * d),
      responsibilities: new Float32Array(steps * K).fill(1 / K),
      heldFrom: null,
      startsApart: false,
    };
  }
}
