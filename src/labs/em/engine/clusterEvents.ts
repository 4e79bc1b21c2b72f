/** What is worth a mark in the chart: clusters that die, collapse, or cannot be told apart. */
import type { TrainingEvent } from '../../engine.ts';
import type { EmSettings } from '../settings.ts';
import type { MixtureFit } from './fit.ts';

/** Summed responsibility below which a cluster has no points. */
export const EMPTY_BELOW = 1e-6;
/**
 * Clusters that differ by less than this share of their width stay together: equal clusters get
 * equal shares. While EM moves, those that have started in one spot may still part.
 */
const SAME_PLACE = 1e-6;
const SAME_PLACE_AT_REST = 0.01;

/** Conditions that are told, by the number they are saved under. */
const KINDS = ['empty-cluster', 'singular-covariance', 'coinciding-clusters'] as const;
type Kind = (typeof KINDS)[number];

export class ClusterEvents {
  /** Conditions that hold and have been told: kind and clusters in one number. */
  private readonly known = new Set<number>();

  /** Events of an M-step; a condition is told when it begins, not as long as it lasts. */
  after(
    fit: MixtureFit,
    counts: Float64Array,
    settings: EmSettings,
    step: number,
    isAtRest: boolean,
  ): TrainingEvent[] {
    const events: TrainingEvent[] = [];
    const K = settings.clusters;
    const begins = (kind: Kind, [one, other]: readonly [number, number], holds: boolean) => {
      const key = (KINDS.indexOf(kind) * K + one) * K + other;
      const isNews = holds && !this.known.has(key);
      if (holds) this.known.add(key);
      else this.known.delete(key);
      return isNews;
    };
    const push = (kind: Kind, label: string) =>
      events.push({ step, kind, label, accepted: true, gain: 0 });
    const tell = (kind: Kind, k: number, holds: boolean, label: string) => {
      if (begins(kind, [k, k], holds)) push(kind, label);
    };
    for (let k = 0; k < K; k++) {
      const name = `Cluster ${k + 1}`;
      tell('empty-cluster', k, counts[k] < EMPTY_BELOW, `${name} ${emptyBecause(settings)}`);
      tell(
        'singular-covariance',
        k,
        fit.conditions.singular[k] === 1,
        `${name} collapsed onto a point or a line, where the likelihood has no maximum; its width is kept at ${settings.leastWidth}.`,
      );
    }
    const sharesPoints = settings.algorithm !== 'k-means';
    const tolerance = isAtRest ? SAME_PLACE_AT_REST : SAME_PLACE;
    for (const group of coinciding(fit, counts, tolerance)) {
      const [first, ...others] = group;
      const joined = others.filter((k) => begins('coinciding-clusters', [first, k], sharesPoints));
      if (joined.length === 0) continue;
      const names = `${group
        .slice(0, -1)
        .map((k) => k + 1)
        .join(', ')} and ${group[group.length - 1] + 1}`;
      push(
        'coinciding-clusters',
        `Clusters ${names} are in the same place: they get the same share of every point and cannot separate by themselves. Drag one away.`,
      );
    }
    return events;
  }

  /** Saved with the state, so a resumed run does not report the same event twice. */
  save(): Float64Array {
    return Float64Array.from(this.known);
  }

  load(saved: Float64Array): void {
    this.forget();
    for (const key of saved) this.known.add(key);
  }

  /** A new state: whatever holds there is news. */
  forget(): void {
    this.known.clear();
  }
}

function emptyBecause({ algorithm }: EmSettings): string {
  if (algorithm === 'bayesian-gmm')
    return 'has no weight left: it costs the ELBO more than it gains.';
  const rest =
    algorithm === 'k-means'
      ? 'Its mean stays where it is'
      : 'Its mean stays where it is and its weight is 0';
  return `has no points. ${rest}; drag it to points to bring it back.`;
}

/**
 * Groups of two clusters and more, all in use, with the same mean and covariance up to `tolerance`
 * times the width of the widest direction.
 */
function coinciding(fit: MixtureFit, counts: Float64Array, tolerance: number): number[][] {
  const { means, covariances } = fit.parameters;
  const d = fit.dimension;
  const same = (values: Float64Array, size: number, a: number, b: number, unit: number) => {
    for (let i = 0; i < size; i++)
      if (Math.abs(values[a * size + i] - values[b * size + i]) > tolerance * unit) return false;
    return true;
  };
  const varianceOf = (k: number) => {
    let largest = 0;
    for (let i = 0; i < d; i++) largest = Math.max(largest, covariances[(k * d + i) * d + i]);
    return largest;
  };
  const groups: number[][] = [];
  for (let k = 0; k < counts.length; k++) {
    if (counts[k] < EMPTY_BELOW) continue;
    const variance = varianceOf(k);
    const joined = groups.find(
      ([first]) =>
        same(means, d, first, k, Math.sqrt(variance)) &&
        same(covariances, d * d, first, k, variance),
    );
    if (joined) joined.push(k);
    else groups.push([k]);
  }
  return groups.filter(({ length }) => length > 1);
}
