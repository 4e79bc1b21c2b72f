import { lazy, memo, Suspense, useMemo } from 'react';
import { useController, useDocument, useSnapshot } from '../../../../store/context.ts';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { Switch } from '../../../../ui/Switch.tsx';
import { settingsOf } from '../../../lab.ts';
import { EditsOverModel } from '../../../shared/editing/EditsOverModel.tsx';
import { HalfStepButtons } from '../../../shared/em/HalfStepButtons.tsx';
import { ModeSwitch } from '../../../shared/em/ModeSwitch.tsx';
import { em } from '../../lab.ts';
import { type EmAlgorithm, emTable } from '../../settings.ts';
import { createMeanEditing } from '../editing/meanEditing.ts';
import styles from './AlgorithmBar.module.css';

// One algorithm of four has it, and its place is kept.
const SettingSlider = lazy(() => import('../../../shared/stage/SettingSlider.tsx'));

const WIDTH = emTable('em').settings.clusterWidth;
const WIDTH_HELP =
  'sigma, the standard deviation of all clusters: how softly points are assigned. Small widths give k-means; with large widths all means become equal.';

const ALGORITHMS = [
  {
    value: 'k-means',
    label: 'k-means',
    tooltip: 'Hard assignments: each point belongs to the nearest mean alone',
  },
  {
    value: 'soft-k-means',
    label: 'Soft k-means',
    tooltip: 'Soft assignments; all clusters are round and equally wide',
  },
  {
    value: 'gmm',
    label: 'Gaussian mixture',
    tooltip: 'Every cluster learns a mean, a covariance and a weight',
  },
] as const;

const HELP =
  'A moved mean is first an edit over the model: the responsibilities stay, and the gap opens. Play, Step and E-step continue from the moved mean; while EM plays, it does so at once. Clear the edits to restore the model.';

/** What is fitted, by which algorithm, half-step by half-step; and the means that were moved. */
export const AlgorithmBar = memo(function AlgorithmBar() {
  const controller = useController();
  const algorithm = useDocument((document) => settingsOf(em, document).algorithm);
  const snapshot = useSnapshot(em);
  const editing = useMemo(() => createMeanEditing(controller, [0, 1]), [controller]);
  const isBayesian = algorithm === 'bayesian-gmm';
  const changeTo = (next: EmAlgorithm) => void controller.changeSettings({ algorithm: next });
  return (
    <section aria-label="Algorithm" className={styles.bar}>
      <div className={styles.row}>
        <ModeSwitch mode="em" />
        {algorithm === 'soft-k-means' && (
          <div className={styles.width}>
            <Suspense fallback={null}>
              <SettingSlider name="clusterWidth" {...WIDTH} label="Width" help={WIDTH_HELP} />
            </Suspense>
          </div>
        )}
        <div className={styles.edits}>
          <EditsOverModel clear={editing.clear} bake={editing.bake} help={HELP} />
        </div>
      </div>
      <div className={styles.row}>
        <div className={styles.dials}>
          <Segmented
            label="Algorithm"
            value={isBayesian ? 'gmm' : algorithm}
            segments={ALGORITHMS}
            onChange={changeTo}
          />
          <div className={styles.priors}>
            <Switch
              label="Bayesian"
              checked={isBayesian}
              onChange={(on) => changeTo(on ? 'bayesian-gmm' : 'gmm')}
              help="Priors over weights, means and covariances: the weights of clusters that are not needed go to zero. Here only Gaussian mixtures have priors."
            />
          </div>
        </div>
        <HalfStepButtons ascent={snapshot} />
      </div>
    </section>
  );
});
