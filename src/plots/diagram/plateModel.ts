/** A graphical model as data: variables, what depends on what, and what is repeated. */

/**
 * What a node is: a random variable that is observed or latent, a value that training learns, a
 * network with the parameters it learns, or a number that is set.
 */
export type NodeKind = 'observed' | 'latent' | 'learned' | 'network' | 'fixed';

export interface ModelNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** As in the formulas; `_` lowers the next letter, or what stands in braces: 'x_{t−1}'. */
  readonly symbol: string;
  /** In words: "responsibilities". */
  readonly name: string;
  /** The part of the stage it lights up, by the names of the formulas; absent: none. */
  readonly lights?: string;
  /**
   * It stands for each row of the data, for each cluster or for each node of a network: pointing at
   * one points at the node.
   */
  readonly each?: 'row' | 'cluster' | 'node';
}

export interface ModelEdge {
  /** Absent where the chain began before the nodes shown. */
  readonly from?: string;
  /** Absent where the chain goes on after the nodes shown. */
  readonly to?: string;
  /** The network that computes the distribution of `to` from `from`: a node on the edge. */
  readonly by?: string;
  /** A part of the approximate posterior, not of the model: dashed. */
  readonly isInference?: true;
  /** A dependence that an approximation leaves out: dotted, without an arrowhead. */
  readonly isCut?: true;
  /** To the next step in time: both ends stand side by side. */
  readonly isNext?: true;
  /** As long as an edge with a network on it. */
  readonly isLong?: true;
  /** From a node that stands below all it points to. */
  readonly isUpwards?: true;
}

/** What is repeated, once for each value of an index; or what belongs to one of several models. */
export interface ModelPlate {
  readonly id: string;
  /** How many there are, 'N', or which model it is. */
  readonly symbol: string;
  readonly members: readonly string[];
}

export interface PlateModel {
  readonly nodes: readonly ModelNode[];
  readonly edges: readonly ModelEdge[];
  readonly plates: readonly ModelPlate[];
}

/** A piece of a symbol: single letters are set in italics, words, digits and signs upright. */
export interface SymbolPiece {
  readonly text: string;
  readonly isLowered: boolean;
  readonly isItalic: boolean;
}

const PIECES = /_\{([^}]*)\}|_(.)|([^_]+)/gu;
const RUNS = /\p{Lowercase}+|[A-Z]+|[^\p{Lowercase}A-Z]+/gu;

/** 'μ_k, Σ_k' in pieces. Capital Greek letters are upright, as in the formulas. */
export const symbolPieces = (symbol: string): readonly SymbolPiece[] =>
  [...symbol.matchAll(PIECES)].flatMap(([, inBraces, one, plain]) =>
    ((inBraces ?? one ?? plain).match(RUNS) ?? []).map((text) => ({
      text,
      isLowered: plain === undefined,
      isItalic: /^[\p{Lowercase}A-Z]$/u.test(text),
    })),
  );
