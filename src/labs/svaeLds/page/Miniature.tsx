import { DynamicsMiniature } from '../../../plots/strip/DynamicsMiniature.tsx';
import type { Theme } from '../../../plots/style/palette.ts';
import result from '../miniature.generated.json';

/** What the shipped model sees and foretells, and two of its latents; made by `npm run models`. */
export default function Miniature({ theme }: { readonly theme: Theme }) {
  return (
    <DynamicsMiniature
      theme={theme}
      {...result}
      label="A bouncing dot: observations before the line, the prediction of the model without input after it."
    />
  );
}
