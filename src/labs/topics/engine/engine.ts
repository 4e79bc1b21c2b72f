/** Topics at work: passes over the documents, and what the page sees of them. */
import type { Documents } from '../../../datasets/dataset.ts';
import { forkRandom } from '../../../math/random.ts';
import { digamma, lgamma } from '../../../math/specialFunctions.ts';
import { copies, fittingArrays } from '../../../svae/checkpoint.ts';
import type {
  Checkpoint,
  Engine,
  EngineRequest,
  ObjectiveTerms,
  StepOutcome,
} from '../../engine.ts';
import { explainBreakdown } from '../../shared/engine/remedies.ts';
import type { TopicsEdit } from '../edits.ts';
import { type TopicsSettings, topicsTable } from '../settings.ts';
import {
  SHOWN_DOCUMENTS,
  type TopicsAnswer,
  type TopicsQuery,
  type TopicsSnapshot,
} from '../snapshot.ts';

const SWEEPS = 20;
const PICTURES = 400;

export class TopicsEngine implements Engine<TopicsEdit, TopicsSnapshot, TopicsQuery, TopicsAnswer> {
  step = 0;
  private settings: TopicsSettings;
  private readonly data: Documents;
  private readonly K: number;
  private readonly V: number;
  private readonly tokens: number;
  /** K x V and D x K */
  private lambda: Float64Array;
  private gamma: Float64Array;
  private seen: number[] = [];
  private elbos: number[] = [];

  constructor({ settings, dataset, seed }: EngineRequest<TopicsSettings, Documents>) {
    this.settings = settings;
    this.data = dataset;
    this.K = settings.topics;
    this.V = dataset.vocabulary.length;
    this.tokens = dataset.counts.reduce((a, b) => a + b, 0);
    const random = forkRandom(seed, 'topics');
    this.lambda = Float64Array.from({ length: this.K * this.V }, () => 1 + random.uniform());
    this.gamma = new Float64Array(dataset.rows * this.K).fill(1);
  }

  train(): StepOutcome {
    const { K, V, data, settings, gamma } = this;
    const beta = logMeans(this.lambda, K, V);
    const next = new Float64Array(K * V).fill(settings.eta);
    const phi = new Float64Array(K);
    for (let d = 0; d < data.rows; d++) {
      const own = gamma.subarray(d * K, (d + 1) * K);
      for (let sweep = 0; sweep <= SWEEPS; sweep++) {
        const theta = logMeans(own, 1, K);
        const isLast = sweep === SWEEPS;
        if (!isLast) own.fill(settings.alpha);
        for (let at = data.starts[d]; at < data.starts[d + 1]; at++) {
          const word = data.words[at];
          responsibilities(theta, beta, word, V, phi);
          for (let k = 0; k < K; k++) {
            if (isLast) next[k * V + word] += data.counts[at] * phi[k];
            else own[k] += data.counts[at] * phi[k];
          }
        }
      }
    }
    const bad = next.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) {
      const status = { ok: false, what: 'weight of a word', index: bad, value: next[bad] } as const;
      const trouble = { status, step: this.step + 1 };
      return { ok: false, breakdown: explainBreakdown(trouble, topicsTable, settings, []) };
    }
    this.lambda = next;
    this.step += 1;
    const objective = this.evaluate();
    this.seen.push(this.step * data.rows);
    this.elbos.push(objective.total);
    return { ok: true, objective, events: [] };
  }

  evaluate(): ObjectiveTerms {
    const { K, V, data, settings, gamma, lambda, tokens } = this;
    const beta = logMeans(lambda, K, V);
    const phi = new Float64Array(K);
    let likelihood = 0;
    let localKl = 0;
    let globalKl = 0;
    for (let d = 0; d < data.rows; d++) {
      const own = gamma.subarray(d * K, (d + 1) * K);
      const theta = logMeans(own, 1, K);
      localKl += klFromSymmetric(own, theta, settings.alpha);
      for (let at = data.starts[d]; at < data.starts[d + 1]; at++)
        likelihood += data.counts[at] * responsibilities(theta, beta, data.words[at], V, phi);
    }
    for (let k = 0; k < K; k++) {
      const row = (of: Float64Array) => of.subarray(k * V, (k + 1) * V);
      globalKl += klFromSymmetric(row(lambda), row(beta), settings.eta);
    }
    const total = (likelihood - localKl - globalKl) / tokens;
    return {
      total,
      likelihood: likelihood / tokens,
      localKl: localKl / tokens,
      globalKl: globalKl / tokens,
    };
  }

  snapshot(): TopicsSnapshot {
    const { K, V, data } = this;
    const beta = means(this.lambda, K, V);
    const shares = means(this.gamma, data.rows, K);
    return {
      kind: 'topics',
      documents: data.rows,
      tokens: this.tokens,
      topics: Array.from({ length: K }, (_, id) => ({
        ...{ id, share: 0, isLocked: false, top: [], match: null },
      })),
      beta: V <= PICTURES ? beta : null,
      shares: data.rows <= SHOWN_DOCUMENTS ? shares : null,
      courses: [
        {
          algorithm: 'batch',
          documentsSeen: Float64Array.from(this.seen),
          elbo: Float64Array.from(this.elbos),
          perplexity: null,
        },
      ],
      singleTopic: 0,
      unigram: null,
      logEvidence: null,
      rho: 1,
      converged: false,
    };
  }

  measure() {
    return { elbo: this.evaluate().total };
  }

  updateSettings(settings: TopicsSettings): void {
    this.settings = settings;
  }

  setEdits(): void {}

  breakDown(): void {
    this.lambda[0] = Number.NaN;
  }

  save(): Checkpoint {
    const course = { seen: Float64Array.from(this.seen), elbos: Float64Array.from(this.elbos) };
    return { step: this.step, arrays: { ...copies(this.state()), ...course } };
  }

  load(checkpoint: Checkpoint): void {
    const { lambda, gamma } = fittingArrays(checkpoint, this.state());
    this.lambda = lambda.slice();
    this.gamma = gamma.slice();
    this.step = checkpoint.step;
    this.seen = Array.from(checkpoint.arrays.seen ?? []);
    this.elbos = Array.from(checkpoint.arrays.elbos ?? []);
  }

  dispose(): void {}

  private state() {
    return { lambda: this.lambda, gamma: this.gamma };
  }
}

/** Writes q(z) of a word to `out`; the result is the log of its normaliser. */
function responsibilities(
  theta: Float64Array,
  beta: Float64Array,
  word: number,
  V: number,
  out: Float64Array,
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < out.length; k++) {
    out[k] = theta[k] + beta[k * V + word];
    most = Math.max(most, out[k]);
  }
  let sum = 0;
  for (let k = 0; k < out.length; k++) sum += Math.exp(out[k] - most);
  const log = most + Math.log(sum);
  for (let k = 0; k < out.length; k++) out[k] = Math.exp(out[k] - log);
  return log;
}

const sumOf = (row: Float64Array): number => row.reduce((a, b) => a + b, 0);

/** Rows of E[log p] under Dirichlet distributions. */
function logMeans(rows: Float64Array, count: number, width: number): Float64Array {
  const out = new Float64Array(rows.length);
  for (let row = 0; row < count; row++) {
    const all = digamma(sumOf(rows.subarray(row * width, (row + 1) * width)));
    for (let i = row * width; i < (row + 1) * width; i++) out[i] = digamma(rows[i]) - all;
  }
  return out;
}

function means(rows: Float64Array, count: number, width: number): Float32Array {
  const out = new Float32Array(rows.length);
  for (let row = 0; row < count; row++) {
    const all = sumOf(rows.subarray(row * width, (row + 1) * width));
    for (let i = row * width; i < (row + 1) * width; i++) out[i] = rows[i] / all;
  }
  return out;
}

/** KL(Dir(row) || Dir(prior, ..., prior)), given E[log p] under the first. */
function klFromSymmetric(row: Float64Array, logs: Float64Array, prior: number): number {
  const n = row.length;
  let kl = lgamma(sumOf(row)) - lgamma(n * prior) + n * lgamma(prior);
  for (let i = 0; i < n; i++) kl += (row[i] - prior) * logs[i] - lgamma(row[i]);
  return kl;
}
