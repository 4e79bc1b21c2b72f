import { memo, useMemo } from 'react';
import type { SvaeGmmSnapshot } from '../../../models/svaeGmm/snapshot.ts';
import { ElboChart } from '../../../plots/ElboChart.tsx';
import type { Theme } from '../../../plots/palette.ts';
import { useRun } from '../../../store/context.ts';
import { emptyHistory } from '../../../store/history.ts';
import styles from './BoundPanel.module.css';
import { BreakdownBanner } from './BreakdownBanner.tsx';
import { chartEvents, lastEventInWords, trialInWords } from './eventLog.ts';
import { highlightedParts } from './highlights.ts';
import { StagePanel } from './StagePanel.tsx';
import { useWantsPoints } from './useWantsPoints.ts';

const NOTHING = emptyHistory();
const NO_STEPS = 'Press Play: the bound is drawn here step by step.';
const NO_DATA = 'The bound appears here when there are points to learn from.';

/** The bound and its parts over time, with what happened to the model on the way. */
export const BoundPanel = memo(function BoundPanel({ theme }: { readonly theme: Theme }) {
  const known = useRun((state) => state.history);
  const isWanting = useWantsPoints();
  const history = isWanting ? NOTHING : known;
  const runId = useRun((state) => state.runId);
  const isOpening = useRun(({ snapshot }) => snapshot === null);
  const highlight = useRun((state) => state.highlight);
  // The columns grow in place; the history around them is new whenever they have changed.
  const { steps, series, events } = useMemo(() => {
    const { step, total, reconstruction, localKl, globalKl } = history;
    return {
      steps: step,
      series: { total, reconstruction, localKl, globalKl },
      events: chartEvents(history.events),
    };
  }, [history]);
  const onTrial = useRun(({ snapshot }) => (snapshot as SvaeGmmSnapshot | null)?.onTrial ?? null);
  const last = onTrial === null ? lastEventInWords(events) : trialInWords(onTrial);
  return (
    <StagePanel name="Evidence lower bound" part="bound">
      <div className={styles.chart}>
        <ElboChart
          theme={theme}
          steps={steps}
          series={series}
          events={events}
          parts={highlightedParts(highlight)}
          domainKey={runId}
          placeholder={
            steps.length > 0 || isOpening
              ? null
              : { kind: 'empty', message: isWanting ? NO_DATA : NO_STEPS }
          }
        />
        <BreakdownBanner />
      </div>
      <p className={styles.log} data-export="text" data-tooltip={last ?? undefined}>
        {last}
      </p>
    </StagePanel>
  );
});
