/**
 * Initial state and transition as global parameters: their prior, edits laid over them, and what
 * a plot shows of them. The flat layout is that of `distributions/linearDynamics.ts`.
 */
import {
  createLinearDynamicsFamily,
  type LinearDynamicsFamily,
} from '../../../distributions/linearDynamics.ts';
import { diagonal } from '../../../math/diagonal.ts';
import { type Eigenvalue, eigenvalues } from '../../../math/eigenvalues.ts';
import { FamilyGlobals } from '../../shared/engine/familyModel.ts';
import type { SvaeLdsEdit } from '../edits.ts';
import { Rotations } from './rotations.ts';

/** The priors, in the thesis's proportions to the latent dimension d. */
export interface LdsPrior {
  /** Psi = scale (d + 1) I, for initial state and transition alike. */
  readonly noiseScale: number;
  /** K = spread I / d; the mean of the transition is I. */
  readonly transitionSpread: number;
}

/** kappa of the initial state's prior: it knows next to nothing of where windows begin. */
const INITIAL_KAPPA = 0.1;

/**
 * Dynamics to start from: round trips between these and half a window, shrinking a little from step
 * to step (those of a known period less), as sure as so many observed steps of a state of variance 1
 * would make them.
 */
const SHORTEST_TURN = 5;
/** Overtones that turn faster are left out. */
const FASTEST_TURN = 2.2;
const TURNING = { radius: 0.97, ofSeason: 0.99, steps: 1000 } as const;

/** What a plot shows of the dynamics. */
export interface TransitionSummary {
  /** d x d row-major: E[A]. */
  readonly matrix: readonly number[];
  /** d x d: the inverse of E[Q^-1]. */
  readonly noise: readonly number[];
  /** By falling modulus, conjugates side by side. */
  readonly eigenvalues: readonly Eigenvalue[];
}

export class LdsGlobals extends FamilyGlobals<LinearDynamicsFamily> {
  readonly prior: Float64Array;
  /** The pairs last asked for, and of which parameters. */
  private known: { readonly natural: Float64Array; readonly rotations: Rotations } | null = null;

  constructor(dimension: number, { noiseScale, transitionSpread }: LdsPrior) {
    super(dimension, createLinearDynamicsFamily(dimension));
    this.prior = new Float64Array(this.length);
    const { layout, initial, transition } = this.family;
    const nu = dimension + 1;
    const psi = diagonal(dimension, () => noiseScale * nu);
    const mean = new Float64Array(dimension);
    initial.fromStandard({ mean, kappa: INITIAL_KAPPA, psi, nu }, this.prior, layout.initialAt);
    transition.fromStandard(
      {
        transition: diagonal(dimension, () => 1),
        columns: diagonal(dimension, () => transitionSpread / dimension),
        psi,
        nu,
      },
      this.prior,
      layout.transitionAt,
    );
  }

  /**
   * Natural parameters of pairs of coordinates that turn, with the noise that keeps their variance at 1: at
   * the pace of the data and those of its overtones, or, where no period was found, at paces from fast to
   * slow, so that one pair is near.
   *
   * @param season steps of the period; null for none
   */
  turning(windowSteps: number, season: number | null): Float64Array {
    const { dimension: d } = this;
    const { steps } = TURNING;
    const radius = season === null ? TURNING.radius : TURNING.ofSeason;
    const longest = Math.max(2 * SHORTEST_TURN, windowSteps / 2);
    const pairs = Math.floor(d / 2);
    const matrix = diagonal(d, () => radius);
    for (let pair = 0; pair < pairs; pair++) {
      const anyPace = longest * (SHORTEST_TURN / longest) ** ((pair + 0.5) / pairs);
      const overtone = (season ?? 0) / (pair + 1);
      const period = overtone >= FASTEST_TURN ? overtone : anyPace;
      const angle = (2 * Math.PI) / period;
      const at = 2 * pair * (d + 1);
      matrix[at] = radius * Math.cos(angle);
      matrix[at + 1] = -radius * Math.sin(angle);
      matrix[at + d] = radius * Math.sin(angle);
      matrix[at + d + 1] = matrix[at];
    }
    const natural = this.prior.slice();
    const { transition, layout } = this.family;
    const nu = d + 1 + steps;
    const psi = diagonal(d, () => (1 - radius ** 2) * nu);
    const columns = diagonal(d, () => 1 / steps);
    transition.fromStandard({ transition: matrix, columns, psi, nu }, natural, layout.transitionAt);
    return natural;
  }

  /**
   * Learned parameters with the edits of the transition laid over them, as new natural parameters;
   * those of latents and input leave them alone, and turns of pairs that are not there at present
   * wait. Throws an Error naming an edit that can never fit.
   */
  withEdits(natural: Float64Array, edits: readonly SvaeLdsEdit[]): Float64Array {
    const edited = natural.slice();
    for (const edit of edits) this.checkEdit(edit);
    const { transition, layout } = this.family;
    const standard = transition.toStandard(natural, layout.transitionAt);
    const matrix = this.editTransition(natural, standard.transition, edits);
    if (matrix.every((value, i) => value === standard.transition[i])) return edited;
    transition.fromStandard({ ...standard, transition: matrix }, edited, layout.transitionAt);
    return edited;
  }

  /**
   * What takes a state to the next: E[A], and the noise local inference works with, the inverse of
   * E[Q^-1]; d x d row-major each.
   */
  step(natural: Float64Array): { readonly matrix: Float64Array; readonly noise: Float64Array } {
    const { transition, layout } = this.family;
    const { transition: matrix, psi, nu } = transition.toStandard(natural, layout.transitionAt);
    return { matrix, noise: psi.map((value) => value / nu) };
  }

  /** What a plot shows of the dynamics, at natural parameters that have their edits in. */
  summary(natural: Float64Array): TransitionSummary {
    const { matrix, noise } = this.step(natural);
    return {
      matrix: Array.from(matrix),
      noise: Array.from(noise),
      eigenvalues: eigenvalues(matrix, this.dimension),
    };
  }

  /** The complex pairs of the learned transition, in the order edits count them. */
  rotations(natural: Float64Array): Rotations {
    // Each edit of a drag asks for those of the same learned model.
    if (!this.known || !isEqual(this.known.natural, natural)) {
      const { transition, layout } = this.family;
      const { transition: matrix } = transition.toStandard(natural, layout.transitionAt);
      // K^-1 of the posterior is that of the prior plus the sum of x x' over all steps.
      const from = layout.transitionAt + layout.transition.past;
      const moment = natural.slice(from, from + this.dimension ** 2);
      const rotations = new Rotations(matrix, this.dimension, moment);
      this.known = { natural: natural.slice(), rotations };
    }
    return this.known.rotations;
  }

  private editTransition(
    natural: Float64Array,
    learned: Float64Array,
    edits: readonly SvaeLdsEdit[],
  ): Float64Array {
    const isTurned = edits.some(({ kind }) => kind === 'turnEigenvalue');
    const matrix = isTurned ? this.rotations(natural).turned(edits) : learned;
    return withColumnsAndEntries(matrix, this.dimension, edits);
  }

  private checkEdit(edit: SvaeLdsEdit): void {
    const check = (what: string, index: number, count = this.dimension, most = '') => {
      if (index < count) return;
      throw new Error(
        `There is no ${what} ${index + 1}: the model has ${most}${count} (counted from 0 in edits).`,
      );
    };
    if (edit.kind === 'setTransitionEntry') check('row', edit.row);
    if (edit.kind === 'setTransitionEntry' || edit.kind === 'scaleTransitionColumn')
      check('column', edit.column);
    if (edit.kind === 'scaleLatent') check('latent', edit.latent);
    if (edit.kind === 'turnEigenvalue')
      check('complex pair', edit.pair, Math.floor(this.dimension / 2), 'at most ');
  }
}

/** A transition, d x d, as a new one with its columns scaled and then its entries set. */
export function withColumnsAndEntries(
  transition: Float64Array,
  dimension: number,
  edits: readonly SvaeLdsEdit[],
): Float64Array {
  const matrix = transition.slice();
  for (const edit of edits)
    if (edit.kind === 'scaleTransitionColumn')
      for (let at = edit.column; at < matrix.length; at += dimension) matrix[at] *= edit.factor;
  for (const edit of edits)
    if (edit.kind === 'setTransitionEntry') matrix[edit.row * dimension + edit.column] = edit.value;
  return matrix;
}

const isEqual = (one: Float64Array, other: Float64Array): boolean =>
  one.length === other.length && one.every((value, i) => value === other[i]);
