/** What the latent plot shows of an iteration, as plain numbers in the plane shown. */

import { DRAWN_DEVIATIONS } from '../../../../plots/layers/ellipse.ts';
import { cloudOf, type Latent, latent } from '../../../../plots/plane/coordinates.ts';
import { EMPTY_DOMAIN, fitDomain, type SquareDomain } from '../../../../plots/plane/domain.ts';
import { cloudExtent } from '../../../../plots/plane/extent.ts';
import type { ClusterSummary, IterationInspection } from '../../snapshot.ts';
import type { IterationFrame } from './frames.ts';
import type { PlaneGaussian, ScenePlane } from './scenePlane.ts';

/** What moves from frame to frame, packed so that it can glide. */
export interface MovingScene {
  /** q(x) */
  readonly posterior: PlaneGaussian;
  /** The cluster that is updated; before its step until the last frame. */
  readonly updated: PlaneGaussian;
  /** K */
  readonly responsibilities: ArrayLike<number>;
}

const NUMBERS = 5;

const flat = ({ mean, covariance: { xx, xy, yy } }: PlaneGaussian): number[] => [
  mean[0],
  mean[1],
  xx,
  xy,
  yy,
];

/** Five numbers of q(x), five of the updated cluster, then K responsibilities. */
export function packScene(
  inspection: IterationInspection,
  frame: IterationFrame,
  plane: ScenePlane,
): Float32Array {
  const { mean, covariance, responsibilities } = inspection.sweeps[frame.sweep];
  const cluster: ClusterSummary =
    frame.stage === 'update' ? inspection.step.after : inspection.step.before;
  return Float32Array.from([
    ...flat(plane.gaussian(mean, covariance, 'posterior')),
    ...flat(plane.gaussian(cluster.mean, cluster.covariance, 'clusters')),
    // The hint comes before anybody has asked the clusters.
    ...responsibilities.map((r) => (frame.stage === 'encode' ? 0 : r)),
  ]);
}

export function unpackScene(packed: ArrayLike<number>): MovingScene {
  const gaussianAt = (at: number): PlaneGaussian => ({
    mean: latent(packed[at], packed[at + 1]),
    covariance: { xx: packed[at + 2], xy: packed[at + 3], yy: packed[at + 4] },
  });
  return {
    posterior: gaussianAt(0),
    updated: gaussianAt(NUMBERS),
    responsibilities: Array.from(packed).slice(2 * NUMBERS),
  };
}

/** A cluster that never takes part this much does not decide what is shown. */
const PARTAKES = 0.03;

/** The square that holds all that happens to the point, the same for all frames. */
export function sceneDomain(inspection: IterationInspection, plane: ScenePlane): SquareDomain {
  const { sweeps, potential, sample, step, clusters } = inspection;
  const places: Latent[] = [
    plane.point(sample, 'posterior'),
    plane.point(potential.mean, 'hint'),
    ...sweeps.map(({ mean }) => plane.point(mean, 'posterior')),
  ];
  const around = ({ mean, covariance }: PlaneGaussian): void => {
    const x = DRAWN_DEVIATIONS * Math.sqrt(covariance.xx);
    const y = DRAWN_DEVIATIONS * Math.sqrt(covariance.yy);
    places.push(latent(mean[0] - x, mean[1] - y), latent(mean[0] + x, mean[1] + y));
  };
  around(plane.gaussian(step.before.mean, step.before.covariance, 'clusters'));
  const last = sweeps[sweeps.length - 1];
  around(plane.gaussian(last.mean, last.covariance, 'posterior'));
  for (const { id, mean } of clusters) {
    if (sweeps.slice(1).some(({ responsibilities }) => responsibilities[id] > PARTAKES)) {
      places.push(plane.point(mean, 'clusters'));
    }
  }
  const extent = cloudExtent(cloudOf(places.flat(), 2));
  return extent ? fitDomain(extent) : EMPTY_DOMAIN;
}
