import { memo, useMemo } from 'react';
import type { BoundWords } from '../../../plots/chart/FreeEnergyChart.tsx';
import type { FreeEnergySeries } from '../../../plots/chart/freeEnergySeries.ts';
import { useRun } from '../../../store/context.ts';
import { formatFixed } from '../../../ui/numbers.ts';
import { AscentFrame } from '../../shared/stage/AscentFrame.tsx';
import grid from '../../shared/stage/StageGrid.module.css';
import type { AscentCourse } from '../course.ts';
import type { Highlight } from '../texts/formulas.ts';
import styles from './Stage.module.css';

export interface AscentPanelProps {
  readonly course: AscentCourse;
  /** Names of the factors, by their number. */
  readonly names: readonly string[];
  /** In nats; null where it is minus infinity. */
  readonly elbo: number | null;
  /** In nats; null where it is not known. */
  readonly logEvidence: number | null;
  readonly converged: boolean;
}

const LIT_BY: readonly Highlight[] = ['elbo', 'gap', 'evidence'];
const PARTS = { elbo: 'freeEnergy', gap: 'gap', evidence: 'logLikelihood' } as const;
const START = 'start';

/** The ELBO after each update of a factor, up to the exact log evidence where that is known. */
export const AscentPanel = memo(function AscentPanel(props: AscentPanelProps) {
  const { course, names, elbo, logEvidence, converged } = props;
  const highlight = useRun(({ view }) => view.highlight);
  const words = useMemo((): BoundWords => {
    const nameOf = (mark: string) => names[Number(mark)] ?? mark;
    return {
      top: 'log evidence',
      step: 'update',
      letter: (mark) => initialOf(nameOf(mark)),
      after: (mark) => `update of ${nameOf(mark)}`,
    };
  }, [names]);
  const series = useMemo(() => seriesOf(course), [course]);
  const part = highlight === null ? null : (PARTS[highlight as keyof typeof PARTS] ?? null);
  return (
    <AscentFrame
      part="bound"
      litBy={LIT_BY}
      isConverged={converged}
      className={grid.filled}
      {...{ series, words }}
      datum={null}
      emphasised={part}
    >
      <p className={styles.gap} data-export="text">
        {gapInWords(elbo, logEvidence)}
      </p>
    </AscentFrame>
  );
});

/** Short enough to stand below a dot: "x₁", "C" of Cloudy, "D5" of Day 5. */
const initialOf = (name: string): string =>
  name.length > 2 ? `${name.slice(0, 1)}${/\d?$/.exec(name)?.[0] ?? ''}` : name;

const seriesOf = ({ update, factor, elbo, logEvidence }: AscentCourse): FreeEnergySeries => ({
  halfStep: update,
  mark: factor.map((number) => (number === null ? START : String(number))),
  logLikelihood: logEvidence,
  energy: elbo.map((bound) => bound ?? -Infinity),
  entropy: elbo.map(() => null),
  globalKl: elbo.map(() => 0),
});

function gapInWords(elbo: number | null, logEvidence: number | null): string {
  if (elbo === null) return 'The ELBO is −∞: q gives mass to what cannot happen.';
  const bound = `ELBO ${formatFixed(elbo, 4)}`;
  if (logEvidence === null) return `${bound}. Too many joint states for exact inference.`;
  const gap = Math.max(0, logEvidence - elbo);
  return `${bound} + KL(q‖p) ${formatFixed(gap, 4)} = log evidence ${formatFixed(logEvidence, 4)}.`;
}
