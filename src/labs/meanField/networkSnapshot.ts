/** What the page shows of a network. Lists of nodes are in the order of `nodes`; figures in nats. */
import type { AscentCourse } from './course.ts';
import type { EditedNode } from './networkEdits.ts';

/** A list of probabilities for each node, one for each of its states. */
export type Marginals = readonly (readonly number[])[];

export interface NetworkSnapshot {
  readonly kind: 'mean-field';
  readonly part: 'network';
  readonly nodes: readonly EditedNode[];
  /** The observed state of each node; null of hidden ones. */
  readonly evidence: readonly (number | null)[];
  /** By enumeration; null where the hidden nodes have too many joint states. */
  readonly exact: { readonly marginals: Marginals; readonly logEvidence: number } | null;
  /** Joint states of the hidden nodes. */
  readonly jointStates: number;
  readonly q: Marginals;
  /** E_q[log p(x, evidence)] + entropy; null where it is minus infinity. */
  readonly elbo: number | null;
  readonly entropy: number;
  readonly gibbs: {
    /** Estimated from the conditionals drawn from; uniform before the first draw. */
    readonly marginals: Marginals;
    /** The present state of each node; null before the first draw. */
    readonly sample: readonly number[] | null;
    /** Draws of each node. */
    readonly draws: readonly number[];
  };
  /** Id of the node that is updated next; null where all are observed. */
  readonly next: number | null;
  /** Of the node that is looked at, or of the next one; null where that is observed. */
  readonly update: NodeUpdate | null;
  /** Updates of q would change nothing. */
  readonly converged: boolean;
  readonly course: AscentCourse;
}

/** E_q[log p(x_owner | its parents)] for each state of the node that is updated. */
export interface NodeMessage {
  /** The node whose table it is: the node itself, or a child. */
  readonly owner: number;
  /** Null where a probability of zero has weight under q: that state is ruled out. */
  readonly log: readonly (number | null)[];
}

/** What an update of a node would do now: the messages from its Markov blanket. */
export interface NodeUpdate {
  /** Its id. */
  readonly node: number;
  /** Ids of the Markov blanket, and what each is to the node. */
  readonly parents: readonly number[];
  readonly children: readonly number[];
  /** Other parents of its children. */
  readonly coParents: readonly number[];
  /** From its own table, then from each child's. */
  readonly messages: readonly NodeMessage[];
  /** Null where it is minus infinity. */
  readonly elboBefore: number | null;
  readonly elboAfter: number | null;
  /** q of the node now, and after the update. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}
