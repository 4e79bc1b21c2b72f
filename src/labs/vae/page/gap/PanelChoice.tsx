import { useController } from '../../../../store/context.ts';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { showPanel, usePanel } from '../panels.ts';
import styles from './GapPanel.module.css';

const SEGMENTS = [
  { value: 'forces', label: 'Forces', tooltip: 'Reconstruction against KL' },
  {
    value: 'gap',
    label: 'Gap',
    tooltip: 'Between the ELBO of an observation and its log-likelihood',
  },
  {
    value: 'gradient',
    label: 'Gradient',
    tooltip: 'The noise of the encoder’s gradient, by each estimator',
  },
] as const;

/** Which of three panels stands at their place. */
export default function PanelChoice() {
  const controller = useController();
  return (
    <div className={styles.choice}>
      <Segmented
        label="What is shown next to the bound"
        value={usePanel()}
        segments={SEGMENTS}
        onChange={(value) => showPanel(controller, value)}
      />
    </div>
  );
}
