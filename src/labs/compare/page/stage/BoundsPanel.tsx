import { memo, useMemo } from 'react';
import { StepChart } from '../../../../plots/chart/StepChart.tsx';
import { MODEL_LOOK } from '../../../../plots/style/modelStyle.ts';
import { useTheme } from '../../../../plots/style/theme.ts';
import { useRun } from '../../../../store/context.ts';
import { runTools } from '../../../shared/runs/laterRunTools.tsx';
import boundStyles from '../../../shared/stage/BoundPanel.module.css';
import { chartEvents, lastEventInWords } from '../../../shared/stage/eventLog.ts';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { compare } from '../../lab.ts';
import { MODEL_TITLES, MODELS } from '../names.ts';

const NO_STEPS: readonly number[] = [];
/** EM uses all points at every step, so its curve ends at the value among the figures. The other two need not. */
const BATCHES = 'Curves of VAE and SVAE: single batches. Figures: all data.';

/** The bounds of all three over the steps, on one axis, with what happened on the way. */
export const BoundsPanel = memo(function BoundsPanel() {
  const theme = useTheme();
  const runId = useRun((state) => state.runId);
  const happened = useRun((state) => state.history.events);
  const { snapshot, isWanting } = useDrawn(compare);
  const course = snapshot?.course;
  const lines = useMemo(
    () =>
      MODELS.map((model) => ({
        key: model,
        name: MODEL_TITLES[model],
        values: course?.[model] ?? NO_STEPS,
        stroke: MODEL_LOOK[theme][model],
      })),
    [course, theme],
  );
  const events = useMemo(() => chartEvents(happened), [happened]);
  const ghosts = useGhosts('ELBO');
  const last = lastEventInWords(events);
  const steps = course?.step ?? NO_STEPS;
  return (
    <StagePanel name="ELBO" part="bounds" litBy={['bounds']} actions={runTools}>
      <div className={boundStyles.bound}>
        <div className={boundStyles.chart}>
          <StepChart
            label="ELBO of the three models, nats per point"
            steps={steps}
            lines={lines}
            yLabel="ELBO, nats per point"
            events={events}
            ghosts={ghosts}
            domainKey={runId}
            placeholder={
              steps.length > 0 || (snapshot === null && !isWanting)
                ? null
                : {
                    kind: 'empty',
                    message: isWanting
                      ? 'The bounds appear here when there are points to learn from.'
                      : 'Press Play: the bounds are drawn here step by step.',
                  }
            }
          />
        </div>
        <div className={boundStyles.words}>
          <p className={boundStyles.log} data-export="text">
            {last ?? (steps.length > 0 && BATCHES)}
          </p>
        </div>
      </div>
    </StagePanel>
  );
});
