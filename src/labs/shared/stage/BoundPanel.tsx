import { memo, useMemo } from 'react';
import { ObjectiveChart } from '../../../plots/chart/ObjectiveChart.tsx';
import { keyOf, type Objective } from '../../../plots/chart/objective.ts';
import type { ShownBound } from '../../../session/protocol.ts';
import { useDocument, useLab, useRun } from '../../../store/context.ts';
import { emptyHistory } from '../../../store/history.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import { objectiveOf } from '../../lab.ts';
import { useWantsOwnData } from '../ownData/useWantsOwnData.ts';
import { runTools } from '../runs/laterRunTools.tsx';
import styles from './BoundPanel.module.css';
import { BreakdownBanner } from './BreakdownBanner.tsx';
import { BOUND_HIGHLIGHTS, highlightedParts } from './boundHighlights.ts';
import { chartEvents, lastEventInWords } from './eventLog.ts';
import { StagePanel } from './StagePanel.tsx';
import { useGhosts } from './useGhosts.ts';

const NOTHING = emptyHistory();
const NO_DATA = 'The ELBO appears here once there are data.';
const NO_VALUES: readonly number[] = [];
const NO_STEPS = 'Press Play: the ELBO is drawn here step by step.';

export interface BoundPanelProps {
  /** In place of the last thing that happened, while it lasts. */
  readonly news?: string | null;
  /** Whether a breakdown is told here; false where the stage tells it in better sight. */
  readonly tellsBreakdown?: boolean;
}

/** Under edits the bar shows the bound of what is seen, which the curves know nothing of. */
function boundUnderEditsInWords({ objective, learnedObjective }: ShownBound): string | null {
  if (!objective || !learnedObjective || objective.total === learnedObjective.total) return null;
  return `ELBO on all data: ${formatFixed(objective.total, 2)} with the edits, ${formatFixed(learnedObjective.total, 2)} as learned.`;
}

/** At rest the bar shows the bound of all data; the curves are of what each step has seen. */
function boundOfAllInWords(
  name: string,
  ofAll: number | null,
  drawn: ArrayLike<number>,
): string | null {
  const last = drawn[drawn.length - 1];
  if (ofAll === null || last === undefined) return null;
  const [shown, drawnLast] = [formatFixed(ofAll, 2), formatFixed(last, 2)];
  return shown === drawnLast ? null : `Curves: single batches. ${name} on all data: ${shown}.`;
}

/** The bound and its parts over time, with what happened to the model on the way. */
export const BoundPanel = memo(function BoundPanel({
  news = null,
  tellsBreakdown = true,
}: BoundPanelProps) {
  const isWanting = useWantsOwnData();
  const known = useRun((state) => state.history);
  const history = isWanting ? NOTHING : known;
  const runId = useRun((state) => state.runId);
  const lab = useLab();
  const isOpening = useRun(({ snapshot }) => snapshot === null);
  const highlight = useRun(({ view }) => view.highlight);
  // The columns grow in place; the history around them is new whenever they have changed.
  const steps = history.step;
  const events = useMemo(() => chartEvents(history.events), [history]);
  const settings = useDocument((document) => document.settings);
  const objective = useMemo(() => objectiveOf(lab, settings), [lab, settings]);
  const ghosts = useGhosts(objective.name);
  return (
    <StagePanel
      name="ELBO"
      heading={objective.name}
      part="bound"
      litBy={BOUND_HIGHLIGHTS}
      actions={runTools}
    >
      <div className={styles.bound}>
        <div className={styles.chart}>
          <ObjectiveChart
            objective={objective}
            steps={steps}
            series={history.terms}
            events={events}
            ghosts={ghosts}
            shown={highlightedParts(highlight)}
            domainKey={runId}
            placeholder={
              steps.length > 0 || (isOpening && !isWanting)
                ? null
                : { kind: 'empty', message: isWanting ? NO_DATA : NO_STEPS }
            }
          />
          {tellsBreakdown && <BreakdownBanner />}
        </div>
        <div className={styles.words}>
          <p className={styles.log} data-export="text">
            {news ?? (
              <BoundLog
                lastEvent={lastEventInWords(events)}
                drawn={history.terms[keyOf(objective)] ?? NO_VALUES}
                of={objective}
              />
            )}
          </p>
        </div>
      </div>
    </StagePanel>
  );
});

/** What the curves do not show. Apart from the chart, which has no part in a drag. */
function BoundLog({
  lastEvent,
  drawn,
  of,
}: {
  readonly lastEvent: string | null;
  readonly drawn: ArrayLike<number>;
  readonly of: Objective;
}) {
  const objective = useRun((state) => state.objective);
  const learnedObjective = useRun((state) => state.learnedObjective);
  const isAtRest = useRun(({ phase }) => phase === 'ready');
  return (
    boundUnderEditsInWords({ objective, learnedObjective }) ??
    lastEvent ??
    boundOfAllInWords(of.name, isAtRest ? (objective?.[keyOf(of)] ?? null) : null, drawn)
  );
}
