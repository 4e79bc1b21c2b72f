/** What the page is shown of an SVAE-SLDS. */
import type { Sequence } from '../../../datasets/dataset.ts';
import { inputEndAmong } from '../../shared/data/inputEnd.ts';
import { likeliest } from '../../shared/data/likeliest.ts';
import { labelCount, occupancy } from '../../shared/data/segmentation.ts';
import { float64, int32 } from '../../shared/engine/arrays.ts';
import { spreadOf } from '../../shared/engine/forecastFigures.ts';
import { forecastOf, SeriesSnapshots } from '../../shared/engine/seriesSnapshots.ts';
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
const NO_POSTERIOR = 'there is no distribution of latents and states. The lab shows the last one.';

/** How the model is at present, beyond its parameters. */
export interface Standing {
  readonly hasBegun: boolean;
  readonly onTrial: string | null;
  /** N x K: q(z) of the step from each training row to the next, as training left it. */
  readonly trained: Float64Array;
}

export class SnapshotMaker extends SeriesSnapshots<View, Forecast> {
  protected readonly dataset: Sequence;
  /** States by the true parameters, of the stretch shown: they need no model and are found once. */
  private oracle: Int32Array | null | undefined;
  private readonly globals: SldsGlobals;
  private readonly forecaster: Forecaster;
  private readonly settings: SvaeSldsSettings;

  constructor(
    globals: SldsGlobals,
    forecaster: Forecaster,
    dataset: Sequence,
    settings: SvaeSldsSettings,
  ) {
    super(VIEW, settings.samples);
    this.globals = globals;
    this.forecaster = forecaster;
    this.dataset = dataset;
    this.settings = settings;
  }

  override forget(): void {
    super.forget();
    this.oracle = undefined;
  }

  /**
   * The stretch on show as a question to the forecaster.
   *
   * @param natural eta with its edits in, length P
   */
  lookAt(natural: Float64Array, edits: readonly SvaeSldsEdit[], hasBegun = true): ForecastRequest {
    const stretch = this.shown();
    const { steps, values, firstRow } = stretch;
    return {
      values,
      steps,
      inputEnds: inputEndAmong(edits, stretch, INPUT_SHARE),
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
    const { globals, view, dataset } = this;
    const { states: K } = globals;
    const { steps, firstRow } = this.shown();
    const D = dataset.dimension;
    const request = this.lookAt(natural, edits, hasBegun);
    const { inputEnds, painted, removed } = request;
    const outcome = this.forecaster.run(request);
    const forecast = this.toShow(outcome);
    const fanCount = Math.min(Math.round(view.fan), forecast.decoded.length / (steps * D));
    const assignments = likeliest(forecast.responsibilities, K);
    const truth = dataset.labels?.slice(firstRow, firstRow + steps) ?? null;
    const scores = truth && inputEnds > 1 ? this.scores(assignments, truth, inputEnds) : null;
    const counts = globals.stepCounts(natural);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const shares = counts.map((count) => (total > 0 ? count / total : 0));
    return {
      kind: 'svae-slds',
      ...this.common(outcome, forecast, inputEnds, NO_POSTERIOR),
      spread: spreadOf(forecast),
      fan: forecast.decoded.slice(0, fanCount * steps * D),
      fanStates: forecast.states.slice(0, fanCount * steps),
      fanCount,
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
      phase: hasBegun ? 'states' : 'warm-up',
      onTrial,
      edited: edits.length > 0,
    };
  }

  /** What is computed for the stretch on show, and from what. Throws an Error where edits break inference. */
  arrays(natural: Float64Array, edits: readonly SvaeSldsEdit[], hasBegun: boolean) {
    const { globals, forecaster, samples } = this;
    const { states: K } = globals;
    const { steps } = this.shown();
    const request = this.lookAt(natural, edits, hasBegun);
    const forecast = forecastOf(forecaster.run(request));
    const { responsibilities, startsApart } = forecast;
    const { noise, uniforms } = forecaster.drawsFor(steps, samples);
    return {
      ...this.shownArrays(forecast, { inputEnds: request.inputEnds, noise }),
      removed: int32(
        Array.from({ length: K }, (_, k) => Number(request.removed.includes(k))),
        K,
      ),
      painted: int32(request.painted, steps),
      starts_apart: int32([Number(startsApart)]),
      uniforms: float64(uniforms, samples, steps),
      responsibilities: float64(responsibilities, steps, K),
      assignments: int32(likeliest(responsibilities, K), steps),
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

  protected nothing(steps: number): Forecast {
    const { states: K, dimension: d } = this.globals;
    return {
      mean: new Float32Array(steps * this.dataset.dimension),
      decoded: new Float32Array(0),
      states: new Uint8Array(0),
      latents: new Float32Array(steps * d),
      responsibilities: new Float32Array(steps * K).fill(1 / K),
      heldFrom: null,
      startsApart: false,
    };
  }
}
