import { DynamicsMiniature } from '../../plots/dynamics/DynamicsMiniature.tsx';
import type { Theme } from '../../plots/palette.ts';
import result from './miniature.generated.json';

/** What the shipped model sees and foretells, and two of its latents; made by `npm run models`. */
export default function Miniature({ theme }: { readonly theme: Theme }) {
  return (
    <DynamicsMiniature
      theme={theme}
      {...result}
      label="A bouncing dot as it was seen, and as the model dreams it on after the line, with no input."
    />
  );
}
