import { lazy, memo, Suspense, useMemo } from 'react';
import { NO_GHOSTS } from '../../../../plots/chart/ghost.ts';
import { chartStyle } from '../../../../plots/style/chartStyle.ts';
import { INFERENCE_LOOK } from '../../../../plots/style/inferenceLook.ts';
import { type Theme, useTheme } from '../../../../plots/style/theme.ts';
import { useController, useRun } from '../../../../store/context.ts';
import { classNames } from '../../../../ui/classNames.ts';
import { formatFixed } from '../../../../ui/numbers.ts';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { whenUsable } from '../../../../ui/whenUsable.ts';
import { runTools } from '../../../shared/runs/laterRunTools.tsx';
import { BreakdownBanner } from '../../../shared/stage/BreakdownBanner.tsx';
import { StagePanel } from '../../../shared/stage/StagePanel.tsx';
import { useGhosts } from '../../../shared/stage/useGhosts.ts';
import { useDrawn } from '../../../shared/stage/usePlotted.ts';
import { topics } from '../../lab.ts';
import type { TopicsSnapshot } from '../../snapshot.ts';
import type { Highlight } from '../../texts/formulas.ts';
import { PERPLEXITY } from '../../views.ts';
import common from '../topics.module.css';
import styles from './CoursePanel.module.css';
import { type CourseLine, CoursePlot } from './CoursePlot.tsx';

const Dials = lazy(() => whenUsable(() => import('../Dials.tsx')));

type Measure = 'elbo' | 'perplexity';

const ELBO: readonly Highlight[] = ['elbo'];
const MEASURES = [
  { value: 'elbo', label: 'ELBO', tooltip: 'On the documents that are learned from' },
  { value: 'perplexity', label: 'Perplexity', tooltip: 'On documents that are held out' },
] as const;

const PRIORS = ['alpha', 'eta'] as const;
const STEPS = ['kappa', 'tau'] as const;
const NAMES = { batch: 'CAVI', stochastic: 'stochastic' } as const;
const DECIMALS = { elbo: 3, perplexity: 1 } as const;

/** The ELBO or the held-out perplexity over the documents seen. */
export const CoursePanel = memo(function CoursePanel() {
  const controller = useController();
  const { snapshot } = useDrawn(topics);
  const runId = useRun((state) => state.runId);
  const theme = useTheme();
  const chosen = useRun(({ view }): Measure => (view.flags[PERPLEXITY] ? 'perplexity' : 'elbo'));
  const isHeldOut = (snapshot?.singleTopicPerplexity ?? null) !== null;
  const shown = isHeldOut ? chosen : 'elbo';
  const lines = useMemo(
    () => (snapshot ? linesOf(snapshot, shown, theme) : []),
    [snapshot, shown, theme],
  );
  const elboOfOthers = useGhosts('ELBO');
  const ghosts = shown === 'elbo' ? elboOfOthers : NO_GHOSTS;
  const isStochastic =
    snapshot?.courses.some(({ algorithm }) => algorithm === 'stochastic') ?? false;
  const isEmpty = !lines.some(({ seen }) => seen && seen.length > 0);
  return (
    <StagePanel
      name={shown === 'elbo' ? 'ELBO' : 'Held-out perplexity'}
      part="bound"
      litBy={ELBO}
      actions={
        isHeldOut && (
          <Segmented
            label="Measure"
            value={shown}
            segments={MEASURES}
            onChange={(next) =>
              controller.setFlags({ [PERPLEXITY]: next === 'perplexity' || null })
            }
          />
        )
      }
    >
      <div className={styles.course}>
        <div className={styles.chart}>
          <CoursePlot
            label={
              shown === 'elbo'
                ? 'ELBO over the documents seen'
                : 'Perplexity over the documents seen'
            }
            unit={shown === 'elbo' ? 'nats per word' : 'perplexity'}
            lines={lines}
            ghosts={ghosts}
            decimals={DECIMALS[shown]}
            domainKey={runId}
            placeholder={
              isEmpty && snapshot
                ? { kind: 'empty', message: 'Press Play: the course is drawn here.' }
                : null
            }
          />
          <BreakdownBanner />
        </div>
        <div className={styles.dials}>
          <Suspense fallback={null}>
            <Dials names={isStochastic ? STEPS : PRIORS} />
          </Suspense>
        </div>
        <div className={styles.foot}>
          <p className={classNames(common.note, styles.note)} data-export="text">
            {snapshot && noteOf(snapshot, shown)}
            {snapshot && shown === 'perplexity' && (
              <span className={styles.lines}> {linesInWords(snapshot)}</span>
            )}
          </p>
          {runTools}
        </div>
      </div>
    </StagePanel>
  );
});

function linesOf(snapshot: TopicsSnapshot, shown: Measure, theme: Theme): readonly CourseLine[] {
  const look = INFERENCE_LOOK[theme];
  const style = chartStyle(theme);
  const { courses, singleTopic, singleTopicPerplexity, unigram, logEvidence } = snapshot;
  const own = courses.flatMap((course): CourseLine[] => {
    const values = course[shown];
    if (values === null) return [];
    const colour = course.algorithm === 'batch' ? look.meanField : look.gibbs;
    return [{ name: NAMES[course.algorithm], colour, seen: course.documentsSeen, values }];
  });
  const line = (name: string, value: number | null, part: number): CourseLine[] =>
    value === null ? [] : [{ name, colour: style.part(part).colour, values: [value] }];
  if (shown === 'perplexity')
    return [...own, ...line('K = 1', singleTopicPerplexity, 1), ...line('unigram', unigram, 2)];
  return [...own, ...line('K = 1', singleTopic, 1), ...line('log evidence', logEvidence, 2)];
}

/** What the perplexity is compared with. */
function linesInWords({ unseen }: TopicsSnapshot): string {
  const infinite =
    unseen > 0
      ? `, and infinite here, because ${unseen} hidden words do not occur in the other documents`
      : '';
  return `Of documents held out; lower is better. K = 1: frequencies of the words, smoothed by η. Unigram: not smoothed${infinite}.`;
}

/** What the numbers are, and what cannot be read off the chart. */
function noteOf(snapshot: TopicsSnapshot, shown: Measure) {
  const { rho, logEvidence, courses, topics: all } = snapshot;
  if (shown === 'perplexity') return 'exp(−log p(second half | first half) / words).';
  const [{ elbo }] = courses;
  const last = elbo.length > 0 ? elbo[elbo.length - 1] : null;
  if (logEvidence !== null && last !== null) {
    const gap = logEvidence - last;
    return `ELBO ${formatFixed(last, 4)} + KL ${formatFixed(gap, 4)} = log evidence ${formatFixed(logEvidence, 4)} per word, by enumeration.`;
  }
  if (courses.some(({ algorithm }) => algorithm === 'stochastic'))
    return `Step size ρ = (τ + t)^−κ = ${rho.toPrecision(2)}.`;
  return `ELBO per word with ${all.length} topics. K = 1 is exact.`;
}
