/** One algorithm at work on the documents, and its way so far. */
import { type TopicBound, topicBound } from '../../../inference/topics/bound.ts';
import {
  type Bags,
  type Corpus,
  documentsIn,
  takeDocuments,
  tokensIn,
} from '../../../inference/topics/corpus.ts';
import { type HeldOut, heldOutPerplexity } from '../../../inference/topics/heldOut.ts';
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

/** Pairs times topics that are visited in one piece: a few milliseconds a sweep. */
const PIECE = 1_000_000;
/** Documents without end are judged by a part of them: pairs times topics. */
const JUDGED = 4_000_000;
/** Looks at the stochastic way in each pass through a corpus that is not small. */
const LOOKS_PER_PASS = 5;
/** Where everything is so small that every batch can be looked at. */
const SMALL = 400_000;
const FITTED = { sweeps: 50, tolerance: 1e-3 };
/** CAVI rests where a pass raises the bound by less than this, relatively. */
const RESTS = 1e-8;

/** What topics are learned from and judged by. */
export interface Material {
  readonly corpus: Corpus;
  readonly heldOut: HeldOut;
  readonly seed: number;
}

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

  /** Whether the topics have just moved, or have not begun. */
  get passStart(): boolean {
    return this.position === 0;
  }

  /** Visits the next documents; after all of a pass or a batch the topics move. */
  step({ batch, kappa, tau }: TopicsSettings): void {
    const { ws, state, material } = this;
    const { corpus } = material;
    const all = documentsIn(corpus);
    const isBatch = this.algorithm === 'batch';
    const order = isBatch ? null : this.batchAt(all, batch);
    const size = order?.length ?? all;
    const to = pieceEnd(corpus, order, this.position, size, PIECE / state.topics);
    visitDocuments(ws, corpus, state, order, this.position, to);
    this.seen += to - this.position;
    this.position = to;
    if (to < size) return;
    this.position = 0;
    const rho = isBatch ? 1 : stepSize(this.moves, tau, kappa);
    moveTopics(ws, corpus, state, rho, size > 0 ? all / size : 1);
    this.moves += 1;
    if (this.isLookedAt(batch)) this.look();
  }

  /** Shuffled anew in each pass through the documents; ascending within a batch. */
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

  private isLookedAt(batch: number): boolean {
    const { corpus } = this.material;
    if (this.algorithm === 'batch' || corpus.words.length * this.state.topics <= SMALL) return true;
    const all = documentsIn(corpus);
    const perPass = Math.max(1, Math.ceil(all / batch));
    return this.moves % Math.max(1, Math.floor(perPass / LOOKS_PER_PASS)) === 0;
  }

  /** Notes bound and held-out perplexity. */
  private look(): void {
    const { material, course } = this;
    const before = course.elbo.at(-1);
    this.last = null;
    const { total } = this.objective();
    course.seen.push(this.seen);
    course.elbo.push(total);
    course.perplexity.push(
      heldOutPerplexity(this.ws, material.corpus, this.state, material.heldOut),
    );
    this.rests =
      this.algorithm === 'batch' &&
      before !== undefined &&
      // A pass after changes by hand may come out below what was before them.
      Math.abs(total - before) < RESTS * Math.abs(total);
  }

  /**
   * The bound per word. Of CAVI under gamma as it is; of stochastic VI with all documents fitted to the
   * topics as they are now, as most were last visited long ago. Judged by a part of a large corpus.
   */
  objective(): ObjectiveTerms {
    if (this.last) return this.last;
    const { ws, state, material } = this;
    const { corpus } = material;
    const judged = this.judged();
    let bound: TopicBound;
    const tokens = tokensIn(judged.bags);
    if (this.algorithm === 'batch') {
      const gamma = judged.documents
        ? rowsOf(state.gamma, judged.documents, state.topics)
        : state.gamma;
      bound = topicBound(ws, { ...corpus, ...judged.bags }, { ...state, gamma });
    } else {
      const gamma = freshShares(judged.bags, state.alpha);
      for (let d = 0; d < documentsIn(judged.bags); d++)
        fitDocument(ws, judged.bags, d, gamma, d * state.topics, state.alpha, FITTED);
      bound = topicBound(ws, { ...corpus, ...judged.bags }, { ...state, gamma });
    }
    const perWord = Math.max(1, tokens);
    const likelihood = bound.likelihood / perWord;
    const localKl = bound.localKl / perWord;
    const globalKl = bound.globalKl / Math.max(1, tokensIn(corpus));
    this.last = { total: likelihood - localKl - globalKl, likelihood, localKl, globalKl };
    return this.last;
  }

  /** Every so manyth document, where there are too many to look at all of them. */
  private judged(): { readonly bags: Bags; readonly documents: Int32Array | null } {
    const { corpus } = this.material;
    const every = Math.ceil((corpus.words.length * this.state.topics) / JUDGED);
    if (every <= 1) return { bags: corpus, documents: null };
    const documents = Int32Array.from(
      { length: Math.ceil(documentsIn(corpus) / every) },
      (_, i) => i * every,
    );
    return { bags: takeDocuments(corpus, documents), documents };
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
      at: Float64Array.of(this.seen, this.position, this.moves, Number(this.rests)),
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
    const [seen, position, moves, rests] = float('at');
    Object.assign(this, { seen, position, moves, rests: rests === 1, last: null, order: null });
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

function rowsOf(values: Float64Array, rows: Int32Array, columns: number): Float64Array {
  const out = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    out.set(values.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return out;
}
