/** Mean field and Gibbs sampling in a discrete Bayesian network, node by node. */
import type { NoRows } from '../../../../datasets/dataset.ts';
import {
  type NetworkBound,
  type NetworkMeanField,
  networkBound,
  updateNode,
} from '../../../../inference/variational/network/meanField.ts';
import { HIDDEN, hiddenNodes } from '../../../../inference/variational/network/network.ts';
import { arrayNamed } from '../../../../svae/checkpoint.ts';
import type {
  Breakdown,
  Checkpoint,
  Engine,
  EngineRequest,
  Evaluated,
  NamedArrays,
  ObjectiveTerms,
  StepOutcome,
} from '../../../engine.ts';
import { explainBreakdown } from '../../../shared/engine/remedies.ts';
import { isOfNetwork, type NetworkEdit } from '../../networkEdits.ts';
import type { NetworkSnapshot } from '../../networkSnapshot.ts';
import { type MeanFieldSettings, meanFieldTable } from '../../settings.ts';
import { isNetwork } from '../../targets.ts';
import { networkArrays } from '../arrays.ts';
import { Course } from '../course.ts';
import { Chain, readChain } from './chain.ts';
import { Factors, mustBeDistribution, readFactors } from './factors.ts';
import { inspectUpdate } from './inspection.ts';
import { marginalsOf, networkFigures } from './measures.ts';
import { type GivenNetwork, presetNetwork } from './presets.ts';
import { indexOfNode, type NetworkTargetState, targetOf } from './target.ts';

/** Playing rests when coordinate ascent has arrived and Gibbs has swept so often. */
const ENOUGH_SWEEPS = 10_000;
const NO_TURN = -1;
const NO_NODE = -1;

export class NetworkEngine implements Engine<NetworkEdit, NetworkSnapshot, never, never> {
  step = 0;
  private settings: MeanFieldSettings;
  private readonly factors: Factors;
  private readonly chain: Chain;
  private readonly course = new Course();
  private edits: readonly NetworkEdit[] = [];
  /** Without edits, and with those of the target. */
  private preset: NetworkTargetState;
  private target: NetworkTargetState;
  /** q as learned, in the target. */
  private field: NetworkMeanField;
  private bound: NetworkBound;
  /** The target that the course is of. */
  private climbed: number;
  /** Id of the node whose turn it is. */
  private turn = NO_TURN;
  /** Id of the node whose update is looked at; that of the next one where there is no such node. */
  private lookedAt = NO_NODE;
  /** What `targetUnder` was asked last, and what it found. */
  private asked = '';
  private found: NetworkTargetState;

  constructor({ settings, seed }: EngineRequest<MeanFieldSettings, NoRows>) {
    this.settings = settings;
    this.factors = new Factors(seed, settings.start === 'random');
    this.chain = new Chain(seed);
    this.preset = this.target = this.found = targetOf(givenBy(settings), []);
    this.field = this.factors.in(this.target);
    this.bound = networkBound(this.field);
    this.climbed = this.target.key;
    this.beginCourse();
  }

  train(): StepOutcome {
    const { target, settings, field } = this;
    if (this.climbed !== target.key) this.beginCourse();
    const hidden = hiddenNodes(target.evidence);
    const updates = settings.stepKind === 'sweep' ? hidden.length : Math.min(1, hidden.length);
    for (let update = 0; update < updates; update++) {
      const index = this.nextIndex(update === 0 ? this.chosen() : undefined);
      if (index === null) break;
      if (!this.course.isFlat(hidden.length)) {
        const change = updateNode(field, index);
        if (Number.isNaN(change)) return { ok: false, breakdown: this.explain(change) };
        this.bound = networkBound(field);
        const { offsets } = target.network;
        const id = target.nodes[index].id;
        this.factors.set(id, field.marginals.subarray(offsets[index], offsets[index + 1]));
        this.course.took(id, this.bound.elbo, logEvidenceOf(target), hidden.length);
      }
      if (settings.gibbs) this.chain.draw(target, index);
      this.turn = target.nodes[this.indexAfter(index)].id;
    }
    this.step += 1;
    return { ok: true, objective: termsOf(this.bound), events: [] };
  }

  get converged(): boolean {
    const { target, settings } = this;
    const hasSampled = !settings.gibbs || this.chain.sweeps(target) >= ENOUGH_SWEEPS;
    return !target.evidence.includes(HIDDEN) || (this.hasArrived && hasSampled);
  }

  /** A whole sweep has changed nothing of q, and nothing has been put elsewhere since. */
  private get hasArrived(): boolean {
    const hidden = hiddenNodes(this.target.evidence).length;
    return this.isHere && this.course.isFlat(hidden);
  }

  /** q and the target are where the climb has led. */
  private get isHere(): boolean {
    return this.climbed === this.target.key && this.shownField() === this.field;
  }

  evaluate(of: Evaluated = 'shown'): ObjectiveTerms {
    return termsOf(
      of === 'shown' ? networkBound(this.shownField()) : networkBound(this.factors.in(this.preset)),
    );
  }

  snapshot(): NetworkSnapshot {
    const { target, chain } = this;
    const { nodes, network, evidence, exact, jointStates } = target;
    const field = this.shownField();
    const bound = networkBound(field);
    const next = this.nextIndex(this.chosen());
    const looked = target.indexOf.get(this.lookedAt) ?? next;
    const isUpdated = looked !== null && evidence[looked] === HIDDEN;
    return {
      kind: 'mean-field',
      part: 'network',
      nodes,
      evidence: Array.from(evidence, (state) => (state === HIDDEN ? null : state)),
      exact: exact && {
        marginals: marginalsOf(network, exact.marginals),
        logEvidence: exact.logEvidence,
      },
      jointStates,
      q: marginalsOf(network, field.marginals),
      elbo: Number.isFinite(bound.elbo) ? bound.elbo : null,
      entropy: bound.entropy,
      gibbs: chain.seen(target),
      next: next === null ? null : nodes[next].id,
      update: isUpdated ? inspectUpdate(target, field, looked, bound.elbo) : null,
      converged: this.hasArrived,
      course: this.course.columns(
        this.isHere ? undefined : { elbo: bound.elbo, logEvidence: logEvidenceOf(target) },
      ),
    };
  }

  arrays(): NamedArrays {
    return networkArrays(this.snapshot());
  }

  setView({ node = NO_NODE }: Readonly<Record<string, number>>): void {
    this.lookedAt = node;
  }

  measure() {
    const { target } = this;
    const q = this.shownField();
    return networkFigures(
      target,
      q,
      networkBound(q),
      this.chain.seen(target),
      this.chain.sweeps(target),
    );
  }

  setEdits(edits: readonly NetworkEdit[]): void {
    const target = this.targetUnder(edits);
    for (const edit of edits) {
      if (edit.kind === 'chooseNodes')
        for (const [, node] of edit.turns) indexOfNode(target.indexOf, node);
      if (edit.kind === 'setFactor') mustBeFactor(target, edit);
    }
    this.edits = edits;
    this.put(target);
  }

  /** q goes on from where it was put; what the target is made of stays an edit. */
  bakeEdits(): void {
    if (this.isHere) return;
    for (const edit of this.edits) {
      if (edit.kind === 'setFactor') this.factors.set(edit.node, edit.q);
    }
    this.edits = this.edits.filter(({ kind }) => kind !== 'setFactor');
    this.put(this.target);
    this.beginCourse();
  }

  updateSettings(settings: MeanFieldSettings): void {
    this.settings = settings;
    this.preset = targetOf(givenBy(settings), []);
    this.put(this.targetUnder(this.edits));
  }

  breakDown(): void {
    this.field.marginals.fill(Number.NaN);
    this.beginCourse();
  }

  save(): Checkpoint {
    const { factors, chain, course, turn, climbed } = this;
    const arrays = { ...factors.save(), ...chain.save(), course: course.save() };
    return { step: this.step, arrays: { ...arrays, turn: Float64Array.of(turn, climbed) } };
  }

  load(checkpoint: Checkpoint): void {
    const factors = readFactors(checkpoint);
    const chain = readChain(checkpoint);
    const [turn, climbed] = arrayNamed(checkpoint, 'turn');
    this.course.load(arrayNamed(checkpoint, 'course'));
    this.factors.goOnFrom(factors);
    this.chain.goOnFrom(chain);
    this.turn = turn;
    this.climbed = climbed;
    this.step = checkpoint.step;
    this.put(this.target);
  }

  dispose(): void {}

  private put(target: NetworkTargetState): void {
    this.target = target;
    this.field = this.factors.in(target);
    this.bound = networkBound(this.field);
  }

  /** The target under edits; the same object while they say the same of it. */
  private targetUnder(edits: readonly NetworkEdit[]): NetworkTargetState {
    const own = edits.filter((edit) => isOfNetwork(edit) && edit.target === this.settings.target);
    const asked = JSON.stringify([this.preset.key, own]);
    if (asked !== this.asked) {
      this.asked = asked;
      this.found = targetOf(givenBy(this.settings), own);
    }
    return this.found;
  }

  /** What was known of the climb does not go on from here. */
  private beginCourse(): void {
    this.climbed = this.target.key;
    this.course.begin(this.bound.elbo, logEvidenceOf(this.target));
  }

  private shownField(): NetworkMeanField {
    const isPut = this.edits.some(({ kind }) => kind === 'setFactor');
    return isPut ? this.factors.in(this.target, this.edits) : this.field;
  }

  /** Id of the node that the next step begins with by hand. */
  private chosen(): number | undefined {
    const order = this.edits.find((edit) => edit.kind === 'chooseNodes');
    return order?.turns.findLast(([step]) => step === this.step)?.[1];
  }

  /** The hidden node whose turn it is, by index; null where all are observed. */
  private nextIndex(turn = this.turn): number | null {
    const { indexOf, evidence } = this.target;
    const index = indexOf.get(turn) ?? 0;
    if (!evidence.includes(HIDDEN)) return null;
    return evidence[index] === HIDDEN ? index : this.indexAfter(index);
  }

  /** The next hidden node in the order of the list, round and round. */
  private indexAfter(index: number): number {
    const { evidence } = this.target;
    const after = evidence.indexOf(HIDDEN, index + 1);
    return after >= 0 ? after : evidence.indexOf(HIDDEN);
  }

  private explain(value: number): Breakdown {
    const trouble = { status: { ok: false, what: 'factor', value }, step: this.step + 1 } as const;
    return explainBreakdown(trouble, meanFieldTable, this.settings, []);
  }
}

function givenBy({ target, coupling }: MeanFieldSettings): GivenNetwork {
  if (!isNetwork(target)) throw new Error(`The target ${target} is no network.`);
  return presetNetwork(target, coupling);
}

const logEvidenceOf = ({ exact }: NetworkTargetState): number | null => exact?.logEvidence ?? null;

const termsOf = ({ elbo, energy, entropy }: NetworkBound): ObjectiveTerms => ({
  ...{ total: elbo, energy, entropy },
});

function mustBeFactor(
  { nodes, indexOf }: NetworkTargetState,
  { node, q }: Extract<NetworkEdit, { readonly kind: 'setFactor' }>,
): void {
  const { name, states } = nodes[indexOfNode(indexOf, node)];
  if (q.length !== states.length)
    throw new Error(`The q of ${name} needs ${states.length} probabilities, not ${q.length}.`);
  mustBeDistribution(q, `The q of ${name}`);
}
