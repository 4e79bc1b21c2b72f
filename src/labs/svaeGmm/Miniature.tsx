import { LatentMiniature } from '../../plots/LatentMiniature.tsx';
import type { Theme } from '../../plots/palette.ts';
import result from './miniature.json';

/** The latent space of a trained run, every fourth point of it; `source` in the file says which. */
export default function Miniature({ theme }: { readonly theme: Theme }) {
  return (
    <LatentMiniature
      theme={theme}
      latents={result.latents}
      dimension={2}
      assignments={result.assignments}
      clusters={result.clusters}
      label="Latent space after training: the spiral arms lie in six Gaussian clusters."
    />
  );
}
