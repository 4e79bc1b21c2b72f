/** The complex eigenvalue pairs of a learned transition, as the frequency dial changes them. */
import { type ModalForm, modalForm, modulus, type PairTurn } from '../../../math/eigenvalues.ts';
import type { SvaeLdsEdit } from '../edits.ts';

/** A complex pair as the page shows it, in the order edits count. */
export interface Rotation {
  readonly re: number;
  readonly im: number;
  readonly radius: number;
  /** Steps of a full turn. */
  readonly period: number;
  /** Share of the motion that happens in the pair's plane, 0..1 among all pairs. */
  readonly share: number;
  /**
   * The pair sets a pace: it goes on, moves much, and is not an overtone of another that does, which
   * only shapes what goes round at that one's pace.
   */
  readonly leads: boolean;
}

/** Slower turns than this, in steps, are drift: they say where the state is, not how it goes round. */
const DRIFT_PERIOD = 1000;
/** What a pair that goes on keeps of its size from step to step; its least share of the motion. */
const LASTING_RADIUS = 0.97;
const LEAST_SHARE = 0.05;
/** A pair turns as an overtone when it lasts and its angle is a multiple to so much. */
const OVERTONE_TOLERANCE = 0.03;
const HIGHEST_OVERTONE = 12;

export class Rotations {
  /** Pairs that lead first, drift last, each by falling share of the motion. */
  readonly list: readonly Rotation[];
  private readonly form: ModalForm;
  /** Which pair of the form each entry of the list is. */
  private readonly order: readonly number[];
  private influence: readonly number[] | null = null;

  /**
   * @param transition d x d row-major
   * @param moment E[x x'], d x d, up to a factor
   */
  constructor(transition: Float64Array, dimension: number, moment: Float64Array) {
    this.form = modalForm(transition, dimension, moment);
    const { pairs } = this.form;
    const total = pairs.reduce((sum, { energy }) => sum + energy, 0);
    const found = pairs.map(({ re, im, energy }) => ({
      re,
      im,
      radius: modulus({ re, im }),
      period: (2 * Math.PI) / Math.atan2(im, re),
      share: energy / total,
    }));
    const strong = found.filter(
      ({ radius, period, share }) =>
        radius >= LASTING_RADIUS && period < DRIFT_PERIOD && share >= LEAST_SHARE,
    );
    const rotations = found.map((pair) => ({
      ...pair,
      leads: strong.includes(pair) && !strong.some((base) => isOvertone(pair, base)),
    }));
    this.order = pairs.map((_, i) => i).sort((a, b) => rank(rotations[b]) - rank(rotations[a]));
    this.list = this.order.map((index) => rotations[index]);
  }

  /**
   * The transition with pairs turned. Overtones follow the pair they belong to, so that what goes
   * round keeps its shape and only its pace changes; a pair with an edit of its own follows that.
   * Edits of `absent` pairs wait.
   */
  turned(edits: readonly SvaeLdsEdit[]): Float64Array {
    const turns = new Map<number, PairTurn>();
    const known = turnsIn(edits).filter(({ pair }) => pair < this.list.length);
    for (const { pair, angleFactor } of known)
      for (const overtone of this.overtonesOf(pair))
        turns.set(overtone, this.turn(overtone, angleFactor, 1));
    for (const { pair, angleFactor, radiusFactor } of known)
      turns.set(pair, this.turn(pair, angleFactor, radiusFactor));
    return this.form.turned([...turns.values()]);
  }

  /**
   * Pairs that edits turn and that are not there: in training pairs come and go, and at its start
   * there is none.
   */
  absent(edits: readonly SvaeLdsEdit[]): number[] {
    return turnsIn(edits)
      .map(({ pair }) => pair)
      .filter((pair) => pair >= this.list.length);
  }

  /** What columns of the transition do to the pace of the first pair; empty where there is none. */
  columnInfluence(): readonly number[] {
    this.influence ??=
      this.order.length > 0 ? Array.from(this.form.columnInfluence(this.order[0])) : [];
    return this.influence;
  }

  private turn(entry: number, angleFactor: number, radiusFactor: number): PairTurn {
    return { pair: this.order[entry], angleFactor, radiusFactor };
  }

  private overtonesOf(entry: number): number[] {
    return this.list.flatMap((pair, other) => (isOvertone(pair, this.list[entry]) ? [other] : []));
  }
}

function isOvertone(
  { period, radius }: Pick<Rotation, 'period' | 'radius'>,
  base: Pick<Rotation, 'period'>,
): boolean {
  const multiple = Math.round(base.period / period);
  return (
    radius >= LASTING_RADIUS &&
    multiple >= 2 &&
    multiple <= HIGHEST_OVERTONE &&
    Math.abs(base.period / period / multiple - 1) < OVERTONE_TOLERANCE
  );
}

function turnsIn(edits: readonly SvaeLdsEdit[]) {
  return edits.filter((edit) => edit.kind === 'turnEigenvalue');
}

/** Shares are at most 1. */
function rank({ leads, period, share }: Rotation): number {
  return (leads ? 2 : period < DRIFT_PERIOD ? 1 : 0) + share / 2;
}
