import { LatentMiniature } from '../../shared/LatentMiniature.tsx';
import result from '../miniature.generated.json';

/** The prior, drawn at two standard deviations as clusters are. */
const PRIOR = [
  { id: 7, weight: 1, count: 1, mean: [0, 0], covariance: [1, 0, 0, 1], removed: false },
];

/** The latent space of the shipped model, every fourth point of it; made by `npm run models`. */
export default function Miniature() {
  return (
    <LatentMiniature
      latents={result.latents}
      dimension={2}
      assignments={result.labels}
      clusters={PRIOR}
      label="Latent space after training: the spiral arms lie side by side within one normal prior."
    />
  );
}
