import { DynamicsMiniature } from '../../../plots/strip/DynamicsMiniature.tsx';
import result from '../miniature.generated.json';

/** What the shipped model sees and predicts, and the states it finds; made by `npm run models`. */
export default function Miniature() {
  return (
    <DynamicsMiniature
      {...result}
      label="A dot that circles slowly, then fast: observations before the line, the prediction of the model without input after it, and the state at each step."
    />
  );
}
