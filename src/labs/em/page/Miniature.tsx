import { LatentMiniature } from '../../shared/LatentMiniature.tsx';
import result from '../miniature.generated.json';

/** A Gaussian mixture after EM, every fourth point of it; made by `npm run models`. */
export default function Miniature() {
  return (
    <LatentMiniature
      latents={result.latents}
      dimension={2}
      assignments={result.assignments}
      clusters={result.clusters}
      label={`Points in the plane and the ${result.clusters.length} clusters that EM found in them.`}
    />
  );
}
