/** One algorithm at work on the documents, and its way so far. */
import { topicBound } from '../../../inference/topics/bound.ts';
import { type Bags, documentsIn, tokensIn } from '../../../inference/topics/corpus.ts';
import { heldOutPerplexity } from '../../../inference/topics/heldOut.ts';
import {
  createTopicWorkspace,
  fitDocument,
  moveTopics,
  refreshTopics,
  stepSize,
  type TopicWorkspace,
  visitDocuments,
} from '../../../inference/topics/passes.ts';
import { freshShares, type TopicState } from '../../../inference/topics/state.ts';
import { forkRandom, shuffle } from '../../../math/random.ts';
import type { ObjectiveTerms } from '../../engine.ts';
import type { TopicsSettings } from '../settings.ts';
import type { Course } from '../snapshot.ts';
import type { Material } from './material.ts';

/** Pairs times topics that are visited in one piece: a few milliseconds a sweep. */
const PIECE = 1_000_000;
/** Points of the stochastic curve in each pass through a corpus that is not small. */
const POINTS_PER_PASS = 5;
/** Pairs times topics up to which every batch is a point of the curve. */
const SMALL = 400_000;
/** Pairs times topics from which on a step does one thing, so that the worker can answer after it. */
const LARGE = 8_000_000;
const FITTED = { sweeps: 50, tolerance: 1e-3 };
/** CAVI rests where a pass raises the bound by less than this, relatively. */
const RESTS = 1e-8;

export type Algorithm = Course['algorithm'];

export class TopicFit {
  readonly algorithm: Algorithm;
  state: TopicState;
  ws: TopicWorkspace;
  private material: Material;
  /** Documents visited since the seed, and since the topics last moved. */
  seen = 0;
  private position = 0;
  /** How often the topics have moved. */
  moves = 0;
  private course = { seen: [] as number[], elbo: [] as number[], perplexity: [] as number[] };
  private order: Int32Array | null = null;
  private orderOf = -1;
  private last: ObjectiveTerms | null = null;
  /** Documents have been visited since. */
  private isLastOld = false;
  /** The topics have moved, and what came of it is still to be judged. */
  private isPointDue = false;
  rests = false;

  constructor(algorithm: Algorithm, state: TopicState, material: Material) {
    this.algorithm = algorithm;
    this.state = state;
    this.material = material;
    this.ws = this.workspace();
  }

  private workspace(): TopicWorkspace {
    const ws = createTopicWorkspace(this.material.corpus, this.state.topics);
    refreshTopics(ws, this.material.corpus, this.state);
    return ws;
  }

  /** Other topics, or other numbers in the same: what was visited counts no more. */
  replace(state: TopicState): void {
    this.state = state;
    this.ws = this.workspace();
    this.begin();
  }

  /** Other words in the documents. */
  learnFrom(material: Material): void {
    this.material = material;
    this.ws.statistics.fill(0);
    this.begin();
  }

  private begin(): void {
    this.seen -= this.position;
    this.position = 0;
    this.last = null;
    this.isPointDue = false;
    this.rests = false;
  }

  /** Brings what is derived up to date with the state. */
  refresh(): void {
    refreshTopics(this.ws, this.material.corpus, this.state);
    this.last = null;
  }

  /** Goes on with other pins or priors, from where it is. */
  goOnWith(change: Partial<Pick<TopicState, 'pins' | 'alpha' | 'eta'>>): void {
    this.state = { ...this.state, ...change };
    this.refresh();
    this.rests = false;
  }

  /** Whether a pass or a batch is over, with its point of the curve, or none has begun. */
  get isBetweenPasses(): boolean {
    return this.position === 0 && !this.isPointDue;
  }

  get isLarge(): boolean {
    return this.material.corpus.words.length * this.state.topics > LARGE;
  }

  /** Visits the next documents; after all of a pass or a batch the topics move. */
  step({ batch, kappa, tau }: TopicsSettings): void {
    if (this.isPointDue) {
      this.addPoint();
      return;
    }
    const { ws, state, material } = this;
    const { corpus } = material;
    const all = documentsIn(corpus);
    const isBatch = this.algorithm === 'batch';
    const order = isBatch ? null : this.batchAt(all, batch);
    const size = order?.length ?? all;
    this.isLastOld = true;
    const to = pieceEnd(corpus, order, this.position, size, PIECE / state.topics);
    visitDocuments(ws, corpus, state, order, this.position, to);
    this.seen += to - this.position;
    this.position = to;
    if (to < size) return;
    this.position = 0;
    const rho = isBatch ? 1 : stepSize(this.moves, tau, kappa);
    moveTopics(ws, corpus, state, rho, size > 0 ? all / size : 1);
    this.moves += 1;
    this.isPointDue = this.hasPoint(batch);
    if (this.isPointDue && !this.isLarge) this.addPoint();
  }

  /** Each pass through the documents has an order of its own; within a batch they ascend. */
  private batchAt(all: number, batch: number): Int32Array {
    const perPass = Math.max(1, Math.ceil(all / batch));
    const pass = Math.floor(this.moves / perPass);
    if (!this.order || this.orderOf !== pass || this.order.length !== all) {
      this.order = Int32Array.from({ length: all }, (_, d) => d);
      shuffle(forkRandom(this.material.seed, `documents ${pass}`), this.order);
      this.orderOf = pass;
    }
    const i = this.moves % perPass;
    const [from, to] = [i, i + 1].map((n) => Math.floor((n * all) / perPass));
    return this.order.slice(from, to).sort();
  }

  private hasPoint(batch: number): boolean {
    const { corpus } = this.material;
    if (this.algorithm === 'batch' || corpus.words.length * this.state.topics <= SMALL) return true;
    const all = documentsIn(corpus);
    const perPass = Math.max(1, Math.ceil(all / batch));
    return this.moves % Math.max(1, Math.floor(perPass / POINTS_PER_PASS)) === 0;
  }

  /** Adds bound and held-out perplexity to the course. */
  private addPoint(): void {
    const { course } = this;
    const before = course.elbo.at(-1);
    this.isPointDue = false;
    this.last = null;
    const { total } = this.objective();
    course.seen.push(this.seen);
    course.elbo.push(total);
    course.perplexity.push(this.perplexity);
    this.rests =
      this.algorithm === 'batch' &&
      before !== undefined &&
      // A pass after changes by hand may come out below what was before them.
      Math.abs(total - before) < RESTS * Math.abs(total);
  }

  /**
   * The bound per word. Of CAVI under gamma as it is; of stochastic VI with all documents fitted to the
   * topics as they are now, as most were last visited long ago. Of a large corpus, an estimate from the
   * documents it is judged by.
   */
  objective(): ObjectiveTerms {
    if (this.last && !this.isLastOld) return this.last;
    const { ws, state, material } = this;
    const { corpus } = material;
    const bags: Bags = material.judged?.bags ?? corpus;
    const gamma = this.algorithm === 'batch' ? this.judgedShares() : this.fittedShares(bags);
    const bound = topicBound(ws, { ...corpus, ...bags }, { ...state, gamma });
    const perWord = Math.max(1, tokensIn(bags));
    const likelihood = bound.likelihood / perWord;
    const localKl = bound.localKl / perWord;
    const globalKl = bound.globalKl / Math.max(1, tokensIn(corpus));
    this.last = { total: likelihood - localKl - globalKl, likelihood, localKl, globalKl };
    this.isLastOld = false;
    return this.last;
  }

  /** The bound as it was last taken: in the middle of a pass taking it would cost more than a step. */
  get lastObjective(): ObjectiveTerms {
    return this.last ?? this.objective();
  }

  /** gamma as it is, of the documents that the bound is taken on. */
  private judgedShares(): Float64Array {
    const { gamma, topics: K } = this.state;
    const { judged } = this.material;
    if (!judged) return gamma;
    const out = new Float64Array(judged.documents.length * K);
    judged.documents.forEach((d, i) => {
      out.set(gamma.subarray(d * K, (d + 1) * K), i * K);
    });
    return out;
  }

  private fittedShares(bags: Bags): Float64Array {
    const { topics: K, alpha } = this.state;
    const gamma = freshShares(bags, alpha);
    for (let d = 0; d < documentsIn(bags); d++)
      fitDocument(this.ws, bags, d, gamma, d * K, alpha, FITTED);
    return gamma;
  }

  get perplexity(): number {
    const { material } = this;
    return heldOutPerplexity(this.ws, material.corpus, this.state, material.heldOut);
  }

  shownCourse(): Course {
    const { seen, elbo, perplexity } = this.course;
    return {
      algorithm: this.algorithm,
      documentsSeen: Float64Array.from(seen),
      elbo: Float64Array.from(elbo),
      perplexity: perplexity.some(Number.isNaN) ? null : Float64Array.from(perplexity),
    };
  }

  saved(): Record<string, Float64Array | Int32Array> {
    const { state, course } = this;
    return {
      ids: state.ids,
      lambda: state.lambda,
      gamma: state.gamma,
      alpha: state.alpha,
      locked: state.locked,
      statistics: this.ws.statistics,
      at: Float64Array.of(
        this.seen,
        this.position,
        this.moves,
        Number(this.rests),
        Number(this.isPointDue),
      ),
      courseSeen: Float64Array.from(course.seen),
      courseElbo: Float64Array.from(course.elbo),
      coursePerplexity: Float64Array.from(course.perplexity, (p) => (Number.isNaN(p) ? 0 : p)),
    };
  }

  /** Takes up arrays that fit the corpus. */
  restore(arrays: Readonly<Record<string, ArrayLike<number>>>): void {
    const float = (name: string) => Float64Array.from(arrays[name]);
    const ids = Int32Array.from(arrays.ids);
    this.state = {
      ...this.state,
      ...{ topics: ids.length, ids, locked: Int32Array.from(arrays.locked) },
      ...{ lambda: float('lambda'), gamma: float('gamma'), alpha: float('alpha') },
    };
    this.ws = this.workspace();
    this.ws.statistics.set(float('statistics'));
    const [seen, position, moves, rests, isPointDue] = float('at');
    Object.assign(this, { seen, position, moves, last: null, order: null });
    this.rests = rests === 1;
    this.isPointDue = isPointDue === 1;
    this.course = {
      seen: Array.from(arrays.courseSeen),
      elbo: Array.from(arrays.courseElbo),
      perplexity: Array.from(arrays.coursePerplexity, (p) => (p === 0 ? Number.NaN : p)),
    };
  }
}

/** The documents of a piece end here: after some that have `pairs` together, or at `end`. */
function pieceEnd(
  { starts }: Bags,
  order: Int32Array | null,
  from: number,
  end: number,
  pairs: number,
): number {
  let sum = 0;
  for (let i = from; i < end; i++) {
    const d = order ? order[i] : i;
    sum += starts[d + 1] - starts[d];
    if (sum > pairs) return i + 1;
  }
  return end;
}
