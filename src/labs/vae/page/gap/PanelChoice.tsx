import { useController, useViewEntry } from '../../../../store/context.ts';
import { Segmented } from '../../../../ui/Segmented.tsx';
import styles from './GapPanel.module.css';
import { gapIsShown } from './gap.ts';

const SEGMENTS = [
  { value: 'forces', label: 'Forces', tooltip: 'Reconstruction against KL' },
  {
    value: 'gap',
    label: 'Gap',
    tooltip: 'Between the ELBO of an observation and its log-likelihood',
  },
] as const;

/** Which of two panels stands at their place. */
export default function PanelChoice() {
  const controller = useController();
  const isGap = useViewEntry(gapIsShown);
  return (
    <div className={styles.choice}>
      <Segmented
        label="What is shown of the ELBO"
        value={isGap ? 'gap' : 'forces'}
        segments={SEGMENTS}
        onChange={(value) => controller.setEntry(gapIsShown, () => value === 'gap')}
      />
    </div>
  );
}
