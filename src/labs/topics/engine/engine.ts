/** Topics at work: steps of CAVI, of stochastic VI, or of both in a race, and changes by hand. */
import type { Documents } from '../../../datasets/dataset.ts';
import {
  copyOf,
  mergeTopics,
  removeTopic,
  splitTopic,
  withLock,
} from '../../../inference/topics/actions.ts';
import { exactEvidence, singleTopicEvidence } from '../../../inference/topics/bound.ts';
import { type Bags, lengthOf, tokensIn, withoutWords } from '../../../inference/topics/corpus.ts';
import { unigramPerplexity, unseenWords } from '../../../inference/topics/heldOut.ts';
import { type DocumentLimits, fitDocument, stepSize } from '../../../inference/topics/passes.ts';
import {
  freshShares,
  meanShares,
  NO_TOPIC,
  type TopicState,
} from '../../../inference/topics/state.ts';
import { copies, nested, nestedAt } from '../../../svae/checkpoint.ts';
import type {
  Checkpoint,
  Engine,
  EngineRequest,
  Evaluated,
  NamedArrays,
  NumberArray,
  ObjectiveTerms,
  Score,
  StepOutcome,
} from '../../engine.ts';
import { changedArrays, float64, requirePositive } from '../../shared/engine/arrays.ts';
import { explainBreakdown } from '../../shared/engine/remedies.ts';
import { topicsArrays } from '../arrays.ts';
import type { TopicsEdit } from '../edits.ts';
import { type TopicsSettings, topicsTable } from '../settings.ts';
import {
  SHOWN_DOCUMENTS,
  type TopicsAnswer,
  type TopicsQuery,
  type TopicsSnapshot,
} from '../snapshot.ts';
import {
  type Asked,
  answerDocument,
  answerDocuments,
  answerMap,
  answerSharing,
  answerTime,
  answerVocabulary,
  foldIn,
  placeOfTopic,
} from './answers.ts';
import { topicsArraysOf } from './arrays.ts';
import { goingOn, startingFits, startingTopics } from './contest.ts';
import { TopicFit } from './fit.ts';
import { type Material, materialOf, type Split, splitDocuments, stoppedWords } from './material.ts';
import { meanTopics, topicRows } from './topicTable.ts';
import { shareErrors, topicsRecovered } from './truth.ts';

/** K x V up to which all topics go to the page. */
const SHOWN_TOPICS = 20_000;
const RELEVANCE = 0.6;
const HELD_OUT: DocumentLimits = { sweeps: 50, tolerance: 1e-3 };

const isStructural = ({ kind }: TopicsEdit): boolean =>
  kind === 'mergeTopics' || kind === 'splitTopic' || kind === 'removeTopic' || kind === 'lockTopic';

export class TopicsEngine implements Engine<TopicsEdit, TopicsSnapshot, TopicsQuery, TopicsAnswer> {
  step = 0;
  private settings: TopicsSettings;
  private readonly data: Documents;
  private readonly seed: number;
  private readonly split: Split;
  private stopped: Uint8Array;
  private material: Material;
  /** All documents without stopped words. */
  private bags: Bags;
  /** Starts of CAVI that are still in the contest, the one that is shown first; or none. */
  private batch: TopicFit[];
  private stochastic: TopicFit | null;
  private edits: readonly TopicsEdit[] = [];
  /** The topics under the edits; null until it is asked for. */
  private edited: TopicFit | null = null;
  private relevance = RELEVANCE;
  private fixed: Pick<
    TopicsSnapshot,
    'singleTopic' | 'singleTopicPerplexity' | 'unigram' | 'unseen' | 'logEvidence'
  > | null = null;

  constructor({ settings, dataset, seed }: EngineRequest<TopicsSettings, Documents>) {
    this.settings = settings;
    this.data = dataset;
    this.seed = seed;
    this.split = splitDocuments(dataset.rows, settings.heldOut, seed);
    this.stopped = stoppedWords(dataset, []);
    this.material = materialOf(dataset, this.split, this.stopped, seed);
    this.bags = this.allBags();
    const { algorithm } = settings;
    this.batch = algorithm === 'stochastic' ? [] : startingFits(settings, this.material);
    this.stochastic =
      algorithm === 'batch'
        ? null
        : new TopicFit('stochastic', startingTopics(settings, this.material), this.material);
  }

  train(): StepOutcome {
    this.edited = null;
    for (const fit of this.next()) fit.step(this.settings);
    if (this.batch.length > 0) this.batch = goingOn(this.batch);
    const objective = this.learned.lastObjective;
    if (!Number.isFinite(objective.total)) return { ok: false, breakdown: this.explain(objective) };
    this.step += 1;
    return { ok: true, objective, events: [] };
  }

  /** What takes the next step: who has seen the fewest documents, all starts of CAVI together. */
  private next(): readonly TopicFit[] {
    const first = this.fits.reduce((least, fit) => (fit.seen < least.seen ? fit : least));
    // In a large corpus one at a time, so that no step is long.
    return first === this.stochastic || first.isLarge ? [first] : this.batch;
  }

  /** CAVI has come to rest, and stochastic VI, where it takes part, will not. */
  get converged(): boolean {
    return this.stochastic === null && this.batch.length === 1 && this.batch[0].rests;
  }

  evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    return (of === 'shown' ? this.shown() : this.learned).objective();
  }

  snapshot(): TopicsSnapshot {
    const { data, material, settings } = this;
    const shown = this.shown();
    const { state } = shown;
    const { corpus } = material;
    const isSmall =
      state.topics * corpus.vocabulary.length <= SHOWN_TOPICS &&
      (data.side !== null || data.tables !== null || data.truth !== null);
    const others = this.batch.length > 0 && this.stochastic ? [this.stochastic] : [];
    return {
      kind: 'topics',
      documents: data.rows,
      tokens: tokensIn(corpus),
      topics: topicRows(data, corpus, state, this.relevance),
      beta: isSmall ? Float32Array.from(meanTopics(corpus, state)) : null,
      shares:
        data.rows <= SHOWN_DOCUMENTS
          ? Float32Array.from(meanShares(this.allShares(shown), state.topics))
          : null,
      courses: [this.learned, ...others].map((fit) => fit.shownCourse()),
      ...this.fixedFigures(),
      rho: this.stochastic ? stepSize(this.stochastic.moves, settings.tau, settings.kappa) : 1,
      converged: this.converged,
    };
  }

  inspect(query: TopicsQuery): TopicsAnswer {
    const asked = this.asked();
    switch (query.kind) {
      case 'document':
        return answerDocument(asked, query.document);
      case 'documents':
        return answerDocuments(asked, query);
      case 'vocabulary':
        return answerVocabulary(asked, query);
      case 'foldIn':
        return foldIn(asked, query.text);
      case 'map':
        return answerMap(asked);
      case 'time':
        return answerTime(asked);
      case 'sharing':
        return answerSharing(asked, this.split.learned);
    }
  }

  scores(): readonly Score[] {
    const { perplexity } = this.shown();
    const value = Number.isNaN(perplexity) ? null : perplexity;
    return [{ name: 'held-out perplexity', value, better: 'lower', decimals: 1 }];
  }

  arrays(): NamedArrays {
    return topicsArraysOf(this.asked(), this.split.heldOut);
  }

  takeArrays(given: NamedArrays): readonly string[] {
    const state = this.shownState();
    const V = this.data.vocabulary.length;
    const own = { lambda: float64(state.lambda, state.topics, V) };
    const { lambda } = changedArrays(topicsArrays, own, given);
    if (!lambda) return [];
    requirePositive('lambda', lambda);
    this.bakeEdits();
    this.batch = this.batch.slice(0, 1);
    for (const fit of this.fits) fit.replace(copyOf({ ...state, lambda }));
    return ['lambda'];
  }

  measure() {
    const shown = this.shown();
    const elbo = shown.objective();
    const { singleTopicPerplexity, unigram } = this.fixedFigures();
    const heldOut = shown.perplexity;
    const isHeldOut = !Number.isNaN(heldOut);
    return {
      topicsRecovered: topicsRecovered(this.data, meanTopics(this.material.corpus, shown.state)),
      ...shareErrors(this.data, shown.state, this.allShares(shown), this.settings.mixing),
      elbo,
      perplexity: Math.exp(-elbo.total),
      heldOutPerplexity: isHeldOut ? heldOut : null,
      singleTopicPerplexity,
      unigramPerplexity: unigram,
      passes: shown.seen / Math.max(1, this.split.learned.length),
    };
  }

  setEdits(edits: readonly TopicsEdit[]): void {
    const before = this.edits;
    this.edits = edits;
    this.edited = null;
    try {
      // Throws for topics that are not there.
      this.shownState();
    } catch (error) {
      this.edits = before;
      throw error;
    }
    this.leaveOut(stoppedWords(this.data, edits));
    for (const fit of this.fits) {
      const pins = this.pinsOf(fit.state);
      if (pins.some((topic, word) => topic !== fit.state.pins[word])) fit.goOnWith({ pins });
    }
  }

  bakeEdits(): void {
    if (this.edits.some(isStructural)) {
      const state = this.shownState();
      this.batch = this.batch.slice(0, 1);
      for (const fit of this.fits) fit.replace(copyOf(state));
    }
    this.edits = [];
    this.edited = null;
  }

  updateSettings(settings: TopicsSettings): void {
    const { alpha, eta } = settings;
    const isOther = alpha !== this.settings.alpha || eta !== this.settings.eta;
    this.settings = settings;
    this.fixed = null;
    this.edited = null;
    if (!isOther) return;
    for (const fit of this.fits)
      fit.goOnWith({ alpha: new Float64Array(fit.state.topics).fill(alpha), eta });
  }

  setView({ relevance = RELEVANCE }: Readonly<Record<string, number>>): void {
    this.relevance = relevance;
  }

  breakDown(): void {
    for (const fit of this.fits) {
      fit.state.lambda.fill(Number.NaN);
      fit.refresh();
    }
  }

  save(): Checkpoint {
    const { topics } = this.settings;
    const shape = Float64Array.of(topics, this.split.learned.length, this.data.vocabulary.length);
    const named = [
      ...this.batch.map((fit, i) => [`batch${i}`, fit] as const),
      ...(this.stochastic ? ([['stochastic', this.stochastic]] as const) : []),
    ];
    const arrays: Record<string, NumberArray> = { shape };
    for (const [name, fit] of named)
      Object.assign(arrays, nested(name, { step: fit.moves, arrays: copies(fit.saved()) }));
    return { step: this.step, arrays };
  }

  load(checkpoint: Checkpoint): void {
    const own = [this.settings.topics, this.split.learned.length, this.data.vocabulary.length];
    const saved = Array.from(checkpoint.arrays.shape ?? []);
    if (saved.join() !== own.join())
      throw new RangeError(
        `The state is of ${saved.join(', ') || 'no'} topics, documents and words; this model has ${own.join(', ')}.`,
      );
    const batch: TopicFit[] = [];
    for (let i = 0; ; i++) {
      const inside = nestedAt(checkpoint, `batch${i}`);
      if (!inside) break;
      batch.push(this.restored('batch', inside));
    }
    const inside = nestedAt(checkpoint, 'stochastic');
    if (
      batch.length > 0 !== this.batch.length > 0 ||
      (inside === null) !== (this.stochastic === null)
    )
      throw new RangeError('The state is of another algorithm.');
    const stochastic = inside && this.restored('stochastic', inside);
    this.batch = batch;
    this.stochastic = stochastic;
    this.step = checkpoint.step;
    this.edited = null;
  }

  dispose(): void {}

  // ---- what is shown --------------------------------------------------------------------------

  private get fits(): TopicFit[] {
    return this.stochastic ? [...this.batch, this.stochastic] : this.batch;
  }

  /** The one that is shown, without edits of its topics. */
  private get learned(): TopicFit {
    const fit = this.batch[0] ?? this.stochastic;
    if (!fit) throw new Error('Nothing is trained.');
    return fit;
  }

  private shown(): TopicFit {
    if (!this.edits.some(isStructural)) return this.learned;
    this.edited ??= new TopicFit(this.learned.algorithm, this.shownState(), this.material);
    return this.edited;
  }

  /** The learned topics under the edits. */
  private shownState(): TopicState {
    const { material } = this;
    let { state } = this.learned;
    for (const edit of this.edits) {
      if (edit.kind === 'lockTopic')
        state = withLock(state, placeOfTopic(state, edit.topic), edit.locked);
      else if (edit.kind === 'splitTopic')
        state = splitTopic(material.corpus, state, placeOfTopic(state, edit.topic));
      else if (edit.kind === 'removeTopic') {
        const k = placeOfTopic(state, edit.topic);
        if (state.topics === 1) throw new Error('The only topic cannot be removed.');
        state = removeTopic(state, k);
      } else if (edit.kind === 'mergeTopics') {
        const [from, into] = [edit.topic, edit.into].map((id) => placeOfTopic(state, id));
        if (from === into) throw new Error('A topic cannot be merged into itself.');
        state = mergeTopics(state, from, into);
      }
    }
    return { ...state, pins: this.pinsOf(state) };
  }

  private pinsOf({ ids }: TopicState): Int32Array {
    const { vocabulary } = this.data;
    const pins = new Int32Array(vocabulary.length).fill(NO_TOPIC);
    for (const edit of this.edits)
      if (edit.kind === 'pinWord' && edit.topic !== null) {
        const at = vocabulary.indexOf(edit.word);
        if (at >= 0) pins[at] = ids.indexOf(edit.topic);
      }
    return pins;
  }

  private leaveOut(stopped: Uint8Array): void {
    if (stopped.every((flag, v) => flag === this.stopped[v])) return;
    this.stopped = stopped;
    this.material = materialOf(this.data, this.split, stopped, this.seed);
    this.bags = this.allBags();
    this.fixed = null;
    for (const fit of this.fits) fit.learnFrom(this.material);
  }

  private allBags(): Bags {
    return this.stopped.some((flag) => flag === 1)
      ? withoutWords<Bags>(this.data, this.stopped)
      : this.data;
  }

  private asked(): Asked {
    const { data, bags, stopped } = this;
    const shown = this.shown();
    return {
      data,
      bags,
      stopped,
      state: shown.state,
      ws: shown.ws,
      gamma: () => this.allShares(shown),
      learned: (document) => this.sharesOf(shown, document),
    };
  }

  private sharesOf({ state: { topics: K, gamma } }: TopicFit, document: number) {
    const at = this.split.learned.indexOf(document);
    return at < 0 ? null : gamma.slice(at * K, (at + 1) * K);
  }

  /** D x K: as they were learned, and of held-out documents as the topics ask for. */
  private allShares({ state, ws }: TopicFit): Float64Array {
    const { topics: K, alpha, gamma: learned } = state;
    const { split, bags } = this;
    if (split.heldOut.length === 0) return learned;
    const gamma = freshShares(bags, alpha);
    split.learned.forEach((d, i) => {
      gamma.set(learned.subarray(i * K, (i + 1) * K), d * K);
    });
    for (const d of split.heldOut)
      if (lengthOf(bags, d) > 0) fitDocument(ws, bags, d, gamma, d * K, alpha, HELD_OUT);
    return gamma;
  }

  /** What no training changes. */
  private fixedFigures() {
    if (!this.fixed) {
      const { corpus, heldOut } = this.material;
      const { alpha, eta, topics } = this.settings;
      const tokens = Math.max(1, tokensIn(corpus));
      const exact = exactEvidence(corpus, new Float64Array(topics).fill(alpha), eta);
      this.fixed = {
        singleTopic: singleTopicEvidence(corpus, eta) / tokens,
        singleTopicPerplexity: finite(unigramPerplexity(corpus, eta, heldOut)),
        unigram: finite(unigramPerplexity(corpus, 0, heldOut)),
        unseen: unseenWords(corpus, heldOut),
        logEvidence: exact === null ? null : exact / tokens,
      };
    }
    return this.fixed;
  }

  private restored(algorithm: TopicFit['algorithm'], { arrays }: Checkpoint): TopicFit {
    const fit = new TopicFit(algorithm, this.learned.state, this.material);
    fit.restore(arrays);
    fit.state = { ...fit.state, pins: this.pinsOf(fit.state) };
    fit.refresh();
    return fit;
  }

  private explain({ total }: ObjectiveTerms) {
    const status = { ok: false, what: 'ELBO', value: total } as const;
    return explainBreakdown({ status, step: this.step + 1 }, topicsTable, this.settings, []);
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
