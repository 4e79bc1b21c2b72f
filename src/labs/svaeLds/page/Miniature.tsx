import { DynamicsMiniature } from '../../../plots/strip/DynamicsMiniature.tsx';
import result from '../miniature.generated.json';

/** What the shipped model sees and predicts, and two of its latents; made by `npm run models`. */
export default function Miniature() {
  return (
    <DynamicsMiniature
      {...result}
      label="A bouncing dot: observations before the line, the prediction of the model without input after it."
    />
  );
}
