/** What is worth a mark in the chart: clusters that die, collapse, or cannot be told apart. */
import type { TrainingEvent } from '../engine.ts';
import type { MixtureFit } from './fit.ts';
import type { EmSettings } from './settings.ts';

/** Summed responsibility below which a cluster belongs to nobody. */
export const LEAST_COUNT = 1e-6;
/** Means closer than this, in model units, stay together: equal clusters get equal shares. */
const SAME_PLACE = 1e-6;

/** Conditions that are told, by the number they are saved under. */
const KINDS = ['empty-cluster', 'singular-covariance', 'coinciding-clusters'] as const;

export class ClusterEvents {
  /** Conditions that hold and have been told: kind and clusters in one number. */
  private readonly known = new Set<number>();

  /** Events of an M-step; a condition is told when it begins, not as long as it lasts. */
  after(
    fit: MixtureFit,
    counts: Float64Array,
    settings: EmSettings,
    step: number,
  ): TrainingEvent[] {
    const events: TrainingEvent[] = [];
    const K = settings.clusters;
    const tell = (
      kind: (typeof KINDS)[number],
      [one, other]: readonly [number, number],
      holds: boolean,
      label: string,
    ) => {
      const key = (KINDS.indexOf(kind) * K + one) * K + other;
      if (holds && !this.known.has(key)) {
        events.push({ step, kind, label, accepted: true, gain: 0 });
      }
      if (holds) this.known.add(key);
      else this.known.delete(key);
    };
    for (let k = 0; k < K; k++) {
      const name = `Cluster ${k + 1}`;
      tell('empty-cluster', [k, k], counts[k] < LEAST_COUNT, `${name} ${emptyBecause(settings)}`);
      tell(
        'singular-covariance',
        [k, k],
        fit.conditions.singular[k] === 1,
        `${name} fell onto a point or a line, where the likelihood has no maximum; it is kept ${settings.leastWidth} wide.`,
      );
    }
    for (const [one, other] of coinciding(fit, counts)) {
      tell(
        'coinciding-clusters',
        [one, other],
        settings.algorithm !== 'k-means',
        `Clusters ${one + 1} and ${other + 1} are in the same place: they get the same share of every point and cannot part by themselves. Drag one away.`,
      );
    }
    return events;
  }

  /** What has been told goes along with a state, lest it be told again. */
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
  if (algorithm === 'bayesian-gmm') return 'has faded: it costs the bound more than it brings.';
  const rest =
    algorithm === 'k-means'
      ? 'Its mean stays where it is'
      : 'Its mean stays where it is and its weight is 0';
  return `has no points. ${rest}; drag it to points to bring it back.`;
}

/** Pairs of clusters, both in use, with the same mean and covariance. */
function coinciding(fit: MixtureFit, counts: Float64Array): [number, number][] {
  const { means, covariances } = fit.parameters;
  const d = fit.dimension;
  const same = (values: Float64Array, size: number, a: number, b: number) => {
    for (let i = 0; i < size; i++)
      if (Math.abs(values[a * size + i] - values[b * size + i]) > SAME_PLACE) return false;
    return true;
  };
  const pairs: [number, number][] = [];
  for (let a = 0; a < counts.length; a++)
    for (let b = a + 1; b < counts.length; b++) {
      if (counts[a] < LEAST_COUNT || counts[b] < LEAST_COUNT) continue;
      if (same(means, d, a, b) && same(covariances, d * d, a, b)) pairs.push([a, b]);
    }
  return pairs;
}
