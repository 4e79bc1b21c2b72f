import { LatentMiniature } from '../../shared/LatentMiniature.tsx';
import result from '../miniature.generated.json';

/** The latent space of the shipped model, every fourth point of it; made by `npm run models`. */
export default function Miniature() {
  return (
    <LatentMiniature
      latents={result.latents}
      dimension={2}
      assignments={result.assignments}
      clusters={result.clusters}
      label={`Latent space after training: the spiral arms lie in ${result.clusters.length} Gaussian clusters.`}
    />
  );
}
