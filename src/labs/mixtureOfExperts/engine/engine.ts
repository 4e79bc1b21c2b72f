/** A mixture of experts at the work of generalised EM, and what the page shows of it. */
import type { Points } from '../../../datasets/dataset.ts';
import {
  createExpertsWorkspace,
  type ExpertsOptions,
  type ExpertsWorkspace,
  evaluateExperts,
  maximiseExperts,
} from '../../../inference/expectationMaximisation/mixtureOfExperts.ts';
import {
  assignments,
  assignSoftly,
  measureFreeEnergy,
  requireShares,
} from '../../../inference/expectationMaximisation/responsibilities.ts';
import { adjustedRandIndex } from '../../../math/adjustedRandIndex.ts';
import { forkRandom } from '../../../math/random.ts';
import { copies, fittingArrays } from '../../../svae/checkpoint.ts';
import type {
  Breakdown,
  Checkpoint,
  Engine,
  EngineRequest,
  NamedArrays,
  ObjectiveTerms,
  Score,
  StepOutcome,
} from '../../engine.ts';
import { isInUse } from '../../shared/data/inUse.ts';
import { climbsAnew } from '../../shared/data/stepKind.ts';
import { changedArrays } from '../../shared/engine/arrays.ts';
import { clusteringScores } from '../../shared/engine/clusteringScores.ts';
import { type BoundParts, freeEnergyOf } from '../../shared/engine/emCourse.ts';
import { HalfSteps } from '../../shared/engine/halfSteps.ts';
import { mustHaveRows } from '../../shared/engine/planarData.ts';
import { explainBreakdown, largerLeastWidth } from '../../shared/engine/remedies.ts';
import { expertsArrays } from '../arrays.ts';
import { type ExpertsSettings, expertsTable } from '../settings.ts';
import type { ExpertsInspection, ExpertsQuery, ExpertsSnapshot } from '../snapshot.ts';
import { expertArrays, expertsArraysOf, takeExperts } from './arrays.ts';
import { curvesOf, summaryOf } from './curves.ts';
import { heldOutPairs } from './data.ts';
import { startExperts } from './start.ts';

export class ExpertsEngine
  implements Engine<never, ExpertsSnapshot, ExpertsQuery, ExpertsInspection>
{
  step = 0;
  private readonly ws: ExpertsWorkspace;
  private readonly dataset: Points;
  private readonly seed: number;
  private readonly halfSteps = new HalfSteps();
  private readonly bound = { logLikelihood: 0, energy: 0, entropy: 0, klGap: 0 };
  private settings: ExpertsSettings;

  constructor({ settings, dataset, seed }: EngineRequest<ExpertsSettings>) {
    mustHaveRows(dataset.rows, settings.experts, 'experts');
    this.settings = settings;
    this.dataset = dataset;
    this.seed = seed;
    this.ws = workspaceOf(dataset.values, settings, Math.log(dataset.units[1].scale));
    startExperts(this.ws, settings, forkRandom(seed, 'experts'));
    this.refresh();
    this.halfSteps.begin(this.boundParts());
  }

  train(): StepOutcome {
    const { ws, bound, settings, halfSteps } = this;
    for (const half of halfSteps.halvesOf(settings.stepKind)) {
      const before = this.boundParts();
      let shift = 0;
      if (half === 'e') {
        shift = assignSoftly(ws.responsibilities);
        measureFreeEnergy(ws.responsibilities, bound);
      } else {
        maximiseExperts(ws, optionsOf(settings));
        this.refresh();
      }
      if (!Number.isFinite(bound.energy) || !Number.isFinite(bound.logLikelihood))
        return { ok: false, breakdown: this.explain() };
      halfSteps.record(half, before, this.boundParts(), { shift });
    }
    this.step += 1;
    return { ok: true, objective: this.evaluate(), events: [] };
  }

  /** EM has arrived, or takes one half again and again: going on changes nothing. */
  get converged(): boolean {
    return this.halfSteps.restsAt(this.settings.stepKind);
  }

  evaluate(): ObjectiveTerms {
    const { bound, ws } = this;
    const { rows, q } = ws.responsibilities;
    let chosen = 0;
    for (let at = 0; at < q.length; at++) if (q[at] > 0) chosen += q[at] * ws.gate.logGate[at];
    const total = (bound.energy + bound.entropy) / rows;
    const reconstruction = (bound.energy - chosen) / rows;
    return { total, reconstruction, localKl: reconstruction - total, globalKl: 0 };
  }

  snapshot(): ExpertsSnapshot {
    const { ws, bound, dataset, halfSteps } = this;
    const { rows, components: K, q } = ws.responsibilities;
    const responsibilities = Float32Array.from(q);
    const most = assignments(q, K);
    const confidence = Float32Array.from(most, (k, n) => q[n * K + k]);
    return {
      kind: 'mixture-of-experts',
      rows,
      responsibilities,
      assignments: most,
      confidence,
      experts: summaryOf(ws),
      ...curvesOf(ws, dataset.values),
      logLikelihood: bound.logLikelihood / rows,
      freeEnergy: freeEnergyOf(this.boundParts()),
      energy: bound.energy / rows,
      entropy: bound.entropy / rows,
      globalKl: 0,
      edited: false,
      klGap: bound.klGap / rows,
      nextHalf: halfSteps.nextHalf,
      converged: halfSteps.converged,
      ...halfSteps.check,
      course: halfSteps.course.columns(),
    };
  }

  inspect({ row }: ExpertsQuery): ExpertsInspection {
    const { rows, components: K, q, logJoint, posterior, logEvidence } = this.ws.responsibilities;
    if (!Number.isInteger(row) || row < 0 || row >= rows) {
      throw new RangeError(`There is no row ${row}; rows are counted from 0 to ${rows - 1}.`);
    }
    const ofRow = (values: Float64Array) => Array.from(values.subarray(row * K, (row + 1) * K));
    return {
      kind: 'point',
      row,
      responsibilities: ofRow(q),
      logJoint: ofRow(logJoint),
      posterior: ofRow(posterior),
      logEvidence: logEvidence[row],
    };
  }

  scores(): readonly Score[] {
    const { experts, assignments, logLikelihood } = this.snapshot();
    return [
      ...clusteringScores(this.dataset, assignments, experts.filter(isInUse).length, 'experts'),
      { name: 'log-likelihood', value: logLikelihood, better: 'higher', decimals: 3 },
    ];
  }

  arrays(): NamedArrays {
    return expertsArraysOf(this.ws, this.dataset);
  }

  takeArrays(given: NamedArrays): readonly string[] {
    const { ws, dataset, halfSteps } = this;
    const taken = changedArrays(expertsArrays, expertArrays(ws, dataset.units), given);
    const names = Object.keys(taken);
    if (names.length === 0) return [];
    takeExperts(ws, taken, dataset.units);
    this.refresh();
    halfSteps.begin(this.boundParts());
    return names;
  }

  measure() {
    const { labels } = this.dataset;
    const { experts, assignments: most, logLikelihood, falls } = this.snapshot();
    return {
      adjustedRandIndex: labels ? adjustedRandIndex(labels, most) : null,
      clustersUsed: experts.filter(isInUse).length,
      logLikelihood,
      heldOutLogLikelihood: this.heldOutLogLikelihood(),
      elbo: this.evaluate(),
      falls,
    };
  }

  /** log p(y | x) of pairs not learned from, per pair in nats; null where there are none. */
  heldOutLogLikelihood(): number | null {
    const { ws, settings, seed, dataset } = this;
    const pairs = heldOutPairs(settings, seed, dataset);
    if (!pairs) return null;
    const other = workspaceOf(pairs, settings, ws.logVolume, ws.scale);
    for (const name of ['experts', 'variances'] as const) other[name].set(ws[name]);
    other.gate.coefficients.set(ws.gate.coefficients);
    evaluateExperts(other);
    const { logEvidence, rows } = other.responsibilities;
    return logEvidence.reduce((sum, value) => sum + value, 0) / rows;
  }

  updateSettings(settings: ExpertsSettings): void {
    const changed = climbsAnew(this.settings, settings);
    this.settings = settings;
    if (!changed) return;
    // Widened here and not in the next M-step, where the log-likelihood would seem to fall.
    const { variances } = this.ws;
    const least = settings.leastWidth ** 2;
    for (let k = 0; k < variances.length; k++) variances[k] = Math.max(least, variances[k]);
    this.refresh();
    this.halfSteps.begin(this.boundParts());
  }

  breakDown(): void {
    const { q, logEvidence } = this.ws.responsibilities;
    q.fill(Number.NaN);
    logEvidence.fill(Number.NaN);
    this.halfSteps.converged = false;
  }

  save(): Checkpoint {
    return { step: this.step, arrays: { ...copies(this.state()), ...this.halfSteps.save() } };
  }

  load(checkpoint: Checkpoint): void {
    const own = this.state();
    const saved = fittingArrays(checkpoint, own);
    requireShares(saved.responsibilities);
    for (const [name, array] of Object.entries(own)) array.set(saved[name as keyof typeof saved]);
    this.step = checkpoint.step;
    this.halfSteps.load(checkpoint);
    this.refresh();
  }

  dispose(): void {}

  /** What goes on from step to step, as it is. */
  private state() {
    const { experts, variances, gate, responsibilities } = this.ws;
    const { q, logQ } = responsibilities;
    const { coefficients } = gate;
    return {
      ...{ experts, variances, gate: coefficients },
      ...{ responsibilities: q, logResponsibilities: logQ },
    };
  }

  private refresh(): void {
    evaluateExperts(this.ws);
    measureFreeEnergy(this.ws.responsibilities, this.bound);
  }

  private boundParts(): BoundParts {
    const { logLikelihood, energy, entropy } = this.bound;
    const { rows } = this.ws.responsibilities;
    return {
      logLikelihood: logLikelihood / rows,
      energy: energy / rows,
      entropy: entropy / rows,
      globalKl: 0,
    };
  }

  private explain(): Breakdown {
    const status = {
      ok: false,
      what: 'log-likelihood',
      value: this.bound.logLikelihood,
    } as const;
    const trouble = { status, step: this.step + 1, process: 'EM' } as const;
    const remedy = largerLeastWidth(this.settings.leastWidth, 'expert', 0.1);
    return explainBreakdown(trouble, expertsTable, this.settings, [remedy]);
  }
}

/** @param pairs N x 2: x and y */
function workspaceOf(
  pairs: Float32Array,
  { experts, degree }: ExpertsSettings,
  logVolume: number,
  scale?: number,
): ExpertsWorkspace {
  const column = (j: number) => pairs.filter((_, i) => i % 2 === j);
  return createExpertsWorkspace(column(0), column(1), experts, degree, logVolume, scale);
}

function optionsOf({ gateSteps, leastWidth }: ExpertsSettings): ExpertsOptions {
  return { gateSteps, varianceFloor: leastWidth ** 2 };
}
