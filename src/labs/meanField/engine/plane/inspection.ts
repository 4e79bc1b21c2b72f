import {
  CELLS,
  type Coordinate,
  cellOf,
  type Posterior,
} from '../../../../inference/variational/plane/posterior.ts';
import type { UpdateInspection } from '../../planeSnapshot.ts';

/** The next update step by step; q stays as it is. */
export function inspectUpdate(posterior: Posterior, coordinate: Coordinate): UpdateInspection {
  const { factors, logEvidence } = posterior;
  const before = factors.slice();
  const momentsBefore = posterior.moments();
  const elboBefore = posterior.elbo();
  const densityBefore = Float32Array.from(posterior.density(coordinate));
  const expectedLog = expectedLogDensity(posterior, coordinate);
  try {
    posterior.update(coordinate);
    return {
      kind: 'update',
      coordinate,
      before: densityBefore,
      after: Float32Array.from(posterior.density(coordinate)),
      expectedLog,
      momentsBefore,
      momentsAfter: posterior.moments(),
      elboBefore,
      elboAfter: posterior.elbo(),
      logEvidence,
    };
  } finally {
    factors.set(before);
  }
}

/** CELLS: E[log p(x, y)] over the other factor, by its cells. */
function expectedLogDensity(posterior: Posterior, coordinate: Coordinate): Float32Array {
  const { grid, box } = posterior;
  const other = coordinate === 0 ? 1 : 0;
  const shares = posterior.density(other);
  const sum = shares.reduce((total, share) => total + share, 0);
  const logArea = Math.log(cellOf(box, 0) * cellOf(box, 1));
  const [stride, otherStride] = coordinate === 0 ? [1, CELLS] : [CELLS, 1];
  return Float32Array.from({ length: CELLS }, (_, i) => {
    let expected = 0;
    shares.forEach((share, j) => {
      const log = grid.logWeights[i * stride + j * otherStride];
      if (share > 0) expected += (share / sum) * log;
    });
    return expected - logArea;
  });
}
