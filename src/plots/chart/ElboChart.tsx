import { useMemo } from 'react';
import { LINE_LOOK } from '../style/chartLook.ts';
import { useTheme } from '../style/theme.ts';
import type { ElboPart } from './elboSeries.ts';
import { StepChart, type StepChartProps } from './StepChart.tsx';

export interface ElboChartProps extends Omit<StepChartProps, 'lines' | 'yLabel'> {
  /** What a nat is counted per: a point, an observation, a step. */
  readonly datum: string;
  /** One value per record, nats per datum. */
  readonly series: Readonly<Record<ElboPart, ArrayLike<number>>>;
  /** Parts drawn besides the total; all three by default. */
  readonly parts?: readonly ElboPart[] | undefined;
}

const PARTS: readonly ElboPart[] = ['reconstruction', 'localKl', 'globalKl'];
const NAMES: Readonly<Record<ElboPart, string>> = {
  total: 'ELBO',
  reconstruction: 'reconstruction',
  localKl: 'local KL',
  globalKl: 'global KL',
};

/** The evidence lower bound and its parts over the steps of training. */
export function ElboChart({ datum, series, parts = PARTS, ...chart }: ElboChartProps) {
  const theme = useTheme();
  const lines = useMemo(
    () =>
      (['total', ...PARTS] as const)
        .filter((part) => part === 'total' || parts.includes(part))
        .map((part) => ({
          key: part,
          name: NAMES[part],
          values: series[part],
          stroke: LINE_LOOK[theme][part],
          strong: part === 'total',
        })),
    [theme, series, parts],
  );
  return <StepChart {...chart} lines={lines} yLabel={`nats per ${datum}`} />;
}
