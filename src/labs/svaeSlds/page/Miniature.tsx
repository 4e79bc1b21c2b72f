import { DynamicsMiniature } from '../../../plots/strip/DynamicsMiniature.tsx';
import { colour } from '../../../plots/style/palette.ts';
import { useTheme } from '../../../plots/style/theme.ts';
import result from '../miniature.generated.json';
import styles from './Miniature.module.css';

const STEPS = result.states.length;

/** What the shipped model sees and predicts, and the states behind it; made by `npm run models`. */
export default function Miniature() {
  const theme = useTheme();
  return (
    <div className={styles.picture}>
      <DynamicsMiniature
        {...result}
        latents={[]}
        label="A dot that circles slowly, then fast: observations before the line, the prediction of the model without input after it."
      />
      <svg
        className={styles.ribbon}
        viewBox={`0 0 ${STEPS} 10`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {result.states.map((state, t) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the step is its place
          <rect key={t} x={t} y={0} width={1.05} height={10} fill={colour(state, theme)} />
        ))}
      </svg>
    </div>
  );
}
