import { useMemo } from 'react';
import { chartStyle } from '../style/chartStyle.ts';
import { useTheme } from '../style/theme.ts';
import { keyOf, type Objective, objectiveInWords } from './objective.ts';
import { StepChart, type StepChartProps } from './StepChart.tsx';

export interface ObjectiveChartProps extends Omit<StepChartProps, 'label' | 'lines' | 'yLabel'> {
  readonly objective: Objective;
  /** One value per record, of the objective and each part by its key; nothing before the first step. */
  readonly series: Readonly<Record<string, ArrayLike<number>>>;
  /** Keys of the parts drawn besides the total; all by default. */
  readonly shown?: readonly string[] | undefined;
}

/** The objective and its parts over the steps of training. */
export function ObjectiveChart(props: ObjectiveChartProps) {
  const { objective, series, shown, ...chart } = props;
  const { name, shortName = name, parts, unit } = objective;
  const total = keyOf(objective);
  const theme = useTheme();
  const lines = useMemo(() => {
    const style = chartStyle(theme);
    return [
      {
        key: total,
        name: shortName,
        values: series[total] ?? [],
        stroke: style.total,
        strong: true,
      },
      ...parts.flatMap(({ key, name, sign }, index) =>
        shown === undefined || shown.includes(key)
          ? [
              {
                ...{ key, name, values: series[key] ?? [], stroke: style.part(index) },
                isBeside: sign === 0,
              },
            ]
          : [],
      ),
    ];
  }, [theme, total, shortName, parts, series, shown]);
  return <StepChart {...chart} label={objectiveInWords(objective)} lines={lines} yLabel={unit} />;
}
