import { CompareMiniature } from '../../plots/compare/CompareMiniature.tsx';
import type { Theme } from '../../plots/palette.ts';
import result from './miniature.generated.json';

/** The four panels of the shipped models, every fourth point of them; made by `npm run models`. */
export default function Miniature({ theme }: { readonly theme: Theme }) {
  return (
    <CompareMiniature
      theme={theme}
      panels={result.panels}
      label="The same spiral arms four times: as they are, in pieces by a GMM, as one shape by a VAE, and as one cluster per arm by an SVAE."
    />
  );
}
