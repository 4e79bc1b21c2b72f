import {
  type ComponentDensities,
  fillLogJoint,
} from '../../../inference/expectationMaximisation/componentDensities.ts';
import {
  createResponsibilities,
  type Responsibilities,
} from '../../../inference/expectationMaximisation/responsibilities.ts';
import { expDown } from '../../../math/expDown.ts';
import { checkLandscape, type LandscapeQuery } from '../landscapeQuery.ts';
import type { EmLandscape, MeanCoordinate } from '../snapshot.ts';
import type { MixtureFit } from './fit.ts';

/** Values that can be computed without a noticeable wait; beyond it, every so many rows are left out. */
const MOST_VALUES = 4e6;

/**
 * The objective and the bound over two coordinates of the means, everything else as it is. The
 * bound is that of q as it stands: it touches the log-likelihood where q is the posterior, and an
 * M-step goes to its top (figure 2.2 as a surface). With priors the coordinates are those of the
 * means that q(theta) expects, and the objective is the bound at its best q(Z).
 *
 * Only the clusters the two coordinates belong to change from cell to cell: what all others say of
 * a row is summed up once.
 *
 * @param values N x D
 * @param isHard whether assignments leave no doubt (k-means)
 */
export function landscape(
  fit: MixtureFit,
  values: Float64Array,
  query: LandscapeQuery,
  isHard: boolean,
): Omit<EmLandscape, 'path'> {
  checkLandscape(fit, query);
  const { cells } = query;
  const all = fit.responsibilities.rows;
  const stride = Math.ceil(all / Math.max(1, Math.floor(MOST_VALUES / cells ** 2)));
  const rows = Math.ceil(all / stride);
  const isOne = query.x.cluster === query.y.cluster;
  const survey = new Survey(fit, values, { rows, stride, isHard });
  const others = survey.withoutClusters([query.x.cluster, query.y.cluster]);
  const [x, y] = [steps(query.xRange, cells), steps(query.yRange, cells)];
  const present = [...new Set([query.x.cluster, query.y.cluster])];
  const pull = (moved: readonly { readonly pull: number }[]) =>
    moved.reduce((sum, one) => sum + one.pull, 0);
  // KL(q(theta) || p(theta)) of all but how far the two means are from the prior's.
  const globalKl = fit.bound.globalKl - pull(present.map((k) => survey.present(k)));
  const objective = new Float32Array(cells * cells);
  const freeEnergy = new Float32Array(cells * cells);
  // Where the coordinates belong to two clusters, what one says does not depend on the other.
  const columns = isOne ? [] : x.map((value) => survey.moved([query.x], [value]));
  for (let line = 0, at = 0; line < cells; line++) {
    const ofLine = isOne ? null : survey.moved([query.y], [y[line]]);
    for (let column = 0; column < cells; column++, at++) {
      const moved = ofLine
        ? [ofLine, columns[column]]
        : [survey.moved([query.x, query.y], [x[column], y[line]])];
      // Of all rows, whatever part of them is looked at.
      const cost = (globalKl + pull(moved)) / all;
      objective[at] = survey.objective(others.logSum, moved) / rows - cost;
      const energy = moved.reduce((sum, one) => sum + one.energy, others.freeEnergy);
      freeEnergy[at] = energy / rows - cost;
    }
  }
  return { kind: 'landscape', cells, x, y, objective, freeEnergy, rows };
}

/** What one cluster says of all rows, its mean somewhere else. */
interface Moved {
  /** N: log p(x_n, z_n = k). */
  readonly logJoint: Float64Array;
  /** Its part of E_q[log p(X, Z)]. */
  readonly energy: number;
  /** What the prior asks for its mean being there: its part of KL(q(theta) || p(theta)). */
  readonly pull: number;
}

/** Densities of some of the rows, cluster by cluster. */
class Survey {
  private readonly fit: MixtureFit;
  private readonly values: Float64Array;
  private readonly rows: number;
  private readonly stride: number;
  private readonly isHard: boolean;
  /** One cluster at a time. */
  private readonly single: ComponentDensities;
  private readonly shares: Responsibilities;
  private readonly chosen: Float64Array;

  constructor(
    fit: MixtureFit,
    values: Float64Array,
    how: { readonly rows: number; readonly stride: number; readonly isHard: boolean },
  ) {
    const d = fit.dimension;
    this.fit = fit;
    this.values = values;
    this.rows = how.rows;
    this.stride = how.stride;
    this.isHard = how.isHard;
    this.single = {
      logScale: new Float64Array(1),
      means: new Float64Array(d),
      whitening: new Float64Array(d * d),
    };
    this.shares = createResponsibilities(how.rows, 1);
    this.chosen = new Float64Array(how.rows * d);
    for (let row = 0; row < how.rows; row++)
      for (let i = 0; i < d; i++) this.chosen[row * d + i] = this.values[row * how.stride * d + i];
  }

  /** All clusters but those of `left`, and the entropy of q, where they are. */
  withoutClusters(left: readonly number[]): { logSum: Float64Array; freeEnergy: number } {
    const { rows, stride, fit } = this;
    const { components: K, logJoint, q, logQ } = fit.responsibilities;
    const logSum = new Float64Array(rows);
    let freeEnergy = 0;
    for (let row = 0; row < rows; row++) {
      const at = row * stride * K;
      let most = -Infinity;
      for (let k = 0; k < K; k++) {
        const share = q[at + k];
        if (share > 0) freeEnergy -= share * logQ[at + k];
        if (left.includes(k)) continue;
        if (share > 0) freeEnergy += share * logJoint[at + k];
        most = Math.max(most, logJoint[at + k]);
      }
      let sum = 0;
      for (let k = 0; k < K && !this.isHard; k++)
        if (!left.includes(k)) sum += Math.exp(logJoint[at + k] - most);
      logSum[row] = this.isHard || most === -Infinity ? most : most + Math.log(sum);
    }
    return { logSum, freeEnergy };
  }

  /** Makes a cluster the one at hand, where it is. */
  private take(k: number): void {
    const d = this.fit.dimension;
    const { logScale, means, whitening } = this.fit.densities;
    this.single.logScale[0] = logScale[k];
    this.single.means.set(means.subarray(k * d, (k + 1) * d));
    this.single.whitening.set(whitening.subarray(k * d * d, (k + 1) * d * d));
  }

  /** A cluster where it is. */
  present(k: number): Pick<Moved, 'pull'> {
    this.take(k);
    return { pull: this.pull() };
  }

  /** kappa_0 nu m' Psi^-1 m / 2 of the present cluster; zero without priors. */
  private pull(): number {
    const { single, fit } = this;
    const d = fit.dimension;
    let square = 0;
    for (let i = 0; i < d; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += single.whitening[i * d + j] * single.means[j];
      square += sum * sum;
    }
    return (fit.pullToCentre * square) / 2;
  }

  /** The cluster of the coordinates with these at other values. */
  moved(coordinates: readonly MeanCoordinate[], places: readonly number[]): Moved {
    const { single, shares, fit, chosen, rows, stride } = this;
    const d = fit.dimension;
    const { cluster: k } = coordinates[0];
    this.take(k);
    coordinates.forEach(({ coordinate }, i) => {
      single.means[coordinate] = places[i];
    });
    fillLogJoint(single, chosen, d, shares);
    const logJoint = shares.logJoint.slice();
    const { components: K, q } = fit.responsibilities;
    let energy = 0;
    for (let row = 0; row < rows; row++) {
      const share = q[row * stride * K + k];
      if (share > 0) energy += share * logJoint[row];
    }
    return { logJoint, energy, pull: this.pull() };
  }

  /** Sum over rows of what all clusters say together: the likeliest alone, or the sum of all. */
  objective(others: Float64Array, moved: readonly Moved[]): number {
    let total = 0;
    for (let row = 0; row < this.rows; row++) {
      let together = others[row];
      for (let i = 0; i < moved.length; i++) {
        const one = moved[i].logJoint[row];
        together = this.isHard ? Math.max(together, one) : logOfSum(together, one);
      }
      total += together;
    }
    return total;
  }
}

/** A term so far behind another in nats does not change the last digit of their sum. */
const NOTHING = -40;

/** log(exp a + exp b); where neither weighs anything, neither does the sum. */
function logOfSum(a: number, b: number): number {
  const behind = -Math.abs(a - b);
  const most = Math.max(a, b);
  return behind > NOTHING ? most + Math.log1p(expDown(behind)) : most;
}

function steps([from, to]: readonly [number, number], cells: number): number[] {
  return Array.from({ length: cells }, (_, i) => from + ((to - from) * i) / (cells - 1));
}
