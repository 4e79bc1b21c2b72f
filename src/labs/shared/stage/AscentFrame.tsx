import type { ComponentProps, ReactNode } from 'react';
import { FreeEnergyChart } from '../../../plots/chart/FreeEnergyChart.tsx';
import { useRun } from '../../../store/context.ts';
import { classNames } from '../../../ui/classNames.ts';
import { runTools } from '../runs/laterRunTools.tsx';
import styles from './AscentFrame.module.css';
import { BreakdownBanner } from './BreakdownBanner.tsx';
import { StagePanel } from './StagePanel.tsx';
import { useGhosts } from './useGhosts.ts';

export interface AscentFrameProps
  extends Omit<ComponentProps<typeof FreeEnergyChart>, 'ghosts' | 'domainKey'> {
  /** By which exports, embeds and links know the panel. */
  readonly part: string;
  readonly litBy: readonly string[];
  readonly isConverged: boolean;
  /** Of what is in the panel. */
  readonly className?: string | undefined;
  /** Sentences below the chart, which takes what they leave. */
  readonly children: ReactNode;
}

/** A bound that climbs step by step, with the runs that are kept and what is said of it. */
export function AscentFrame(props: AscentFrameProps) {
  const { part, litBy, isConverged, className, children, ...chart } = props;
  const runId = useRun((state) => state.runId);
  return (
    <StagePanel
      name="ELBO"
      part={part}
      litBy={litBy}
      actions={
        <>
          {isConverged && <span className={styles.converged}>Converged</span>}
          {runTools}
        </>
      }
    >
      <div className={classNames(styles.ascent, className)}>
        <div className={styles.chart}>
          <FreeEnergyChart {...chart} ghosts={useGhosts('ELBO')} domainKey={runId} />
          <BreakdownBanner />
        </div>
        <div className={styles.words}>{children}</div>
      </div>
    </StagePanel>
  );
}
