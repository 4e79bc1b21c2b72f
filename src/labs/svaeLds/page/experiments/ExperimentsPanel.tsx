import { type ComponentType, useId } from 'react';
import { useController, useRun } from '../../../../store/context.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { Cite } from '../../../shared/sources/Cite.tsx';
import { EXPERIMENTS, type Experiment } from '../../layers.ts';
import styles from './ExperimentsPanel.module.css';
import { experimentTexts } from './experiments.ts';
import { FeedSpeed } from './FeedSpeed.tsx';
import { beginExperiment, closeExperiment, openExperiment } from './openExperiment.ts';
import { Retraining } from './Retraining.tsx';
import { ColumnScaling, LatentScaling } from './scaling.tsx';
import { LatentShift, NoInput } from './sliders.tsx';

const CONTROLS: Readonly<Record<Experiment, ComponentType | null>> = {
  prediction: null,
  latentScaling: LatentScaling,
  latentShift: LatentShift,
  otherFrequency: FeedSpeed,
  noInput: NoInput,
  columnScaling: ColumnScaling,
  retraining: Retraining,
};

/** The experiments of the thesis: one click starts each on the stage and shows its controls. */
export function ExperimentsPanel() {
  return (
    <div className={styles.panel}>
      <p className={styles.note}>
        The experiments of <Cite from="thesis">van den Heuvel’s thesis</Cite>, with its figures.
        Each starts from the learned model and shows on the stage.
      </p>
      <ol className={styles.list}>
        {EXPERIMENTS.map((experiment) => (
          <ExperimentItem key={experiment} experiment={experiment} />
        ))}
      </ol>
    </div>
  );
}

interface ExperimentItemProps {
  readonly experiment: Experiment;
}

function ExperimentItem({ experiment }: ExperimentItemProps) {
  const controller = useController();
  const id = useId();
  const isOpen = useRun(({ view }) => openExperiment(view.flags) === experiment);
  const isReady = useRun(({ snapshot, phase }) => snapshot !== null && phase !== 'failed');
  const { title, figure, text } = experimentTexts[experiment];
  const Controls = CONTROLS[experiment];
  return (
    <li className={styles.item} data-open={isOpen || undefined}>
      <button
        type="button"
        className={styles.trigger}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        disabled={!isReady}
        onClick={() =>
          void (isOpen ? closeExperiment(controller) : beginExperiment(controller, experiment))
        }
      >
        <span className={styles.arrow}>
          <Icon name="chevronRight" />
        </span>
        <span className={styles.title}>{title}</span>
        <span className={styles.number}>{figure}</span>
      </button>
      {isOpen && (
        <div id={id} className={styles.body}>
          <p>{text}</p>
          {Controls && <Controls />}
        </div>
      )}
    </li>
  );
}
