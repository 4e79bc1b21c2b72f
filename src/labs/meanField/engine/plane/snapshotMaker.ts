import type { Chain } from '../../../../inference/variational/plane/gibbsChain.ts';
import {
  CELLS,
  type Coordinate,
  cellOf,
  type Posterior,
} from '../../../../inference/variational/plane/posterior.ts';
import { planeSettings } from '../../planeSettings.ts';
import type { PlaneSnapshot, ShownTarget } from '../../planeSnapshot.ts';
import type { MeanFieldSettings } from '../../settings.ts';
import type { PlaneTargetName } from '../../targets.ts';
import type { Course } from '../course.ts';
import type { Given } from './densities.ts';
import type { Track } from './track.ts';

interface Shown {
  readonly settings: MeanFieldSettings;
  readonly given: Given;
  readonly course: Course;
  readonly track: Track;
  readonly chain: Chain | null;
  readonly next: Coordinate;
  readonly isPlaced: boolean;
}

/** The same for equal targets. */
export function targetKey(settings: MeanFieldSettings, given: Given): string {
  const { target } = settings;
  const values = Object.entries(planeSettings).flatMap(([name, { shownWhen }]) =>
    name !== 'gibbs' && (shownWhen.is as readonly string[]).includes(target)
      ? [settings[name as keyof MeanFieldSettings]]
      : [],
  );
  const { observations, drawn } = given;
  const own = target === 'normal' ? observations : target === 'drawn' ? drawn : [];
  return JSON.stringify([target, values, own]);
}

/** A picture of q and its target as they stand, in arrays of its own. */
export function snapshotOf(
  posterior: Posterior,
  { settings, given, course, track, chain, next, isPlaced }: Shown,
): PlaneSnapshot {
  const { logEvidence } = posterior;
  const elbo = posterior.elbo();
  return {
    kind: 'mean-field',
    part: 'plane',
    target: {
      name: settings.target as PlaneTargetName,
      key: targetKey(settings, given),
      ...shownTarget(posterior),
    },
    factors: [Float32Array.from(posterior.density(0)), Float32Array.from(posterior.density(1))],
    moments: posterior.moments(),
    ...{ elbo, logEvidence },
    next,
    converged: !isPlaced && course.isFlat(2),
    placed: isPlaced,
    course: course.columns(isPlaced ? { elbo, logEvidence } : undefined),
    path: track.path,
    errors: track.errors(posterior),
    contraction: posterior.contraction,
    // The chain keeps its own.
    chain: chain && structuredClone(chain.shown(posterior.box)),
    observations: settings.target === 'normal' ? given.observations : null,
    messages: posterior.messages?.() ?? null,
    drawn: settings.target === 'drawn' ? given.drawn : null,
  };
}

function shownTarget({ names, box, grid, exact }: Posterior): Omit<ShownTarget, 'name' | 'key'> {
  const [width, height] = [cellOf(box, 0), cellOf(box, 1)];
  return {
    names,
    box,
    cells: CELLS,
    density: Float32Array.from(grid.probabilities, (share) => share / (width * height)),
    marginals: [
      Float32Array.from(grid.columnMarginal, (share) => share / width),
      Float32Array.from(grid.rowMarginal, (share) => share / height),
    ],
    moments: exact,
  };
}
