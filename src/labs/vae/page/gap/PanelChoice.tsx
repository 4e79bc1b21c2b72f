import { useEffect, useRef } from 'react';
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

/** The panel that is chosen brings a choice of its own: the focus goes over to it. */
let takesFocus = false;

/** Chooses which of three panels is shown next to the bound. */
export default function PanelChoice() {
  const controller = useController();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) element.current?.querySelector<HTMLElement>(':checked')?.focus();
    takesFocus = false;
  }, []);
  return (
    <div ref={element} className={styles.choice}>
      <Segmented
        label="What is shown next to the bound"
        value={usePanel()}
        segments={SEGMENTS}
        onChange={(value) => {
          takesFocus = true;
          showPanel(controller, value);
        }}
      />
    </div>
  );
}
