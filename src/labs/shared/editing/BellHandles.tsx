import { useMemo } from 'react';
import { ChartHandle } from '../../../plots/chart/ChartHandle.tsx';
import { formatFixed } from '../../../ui/numbers.ts';
import type { SettingDrag } from './settingDrag.ts';

/** Height of a bell at one standard deviation, as a share of its top. */
export const BELL_SIDE = Math.exp(-0.5);

interface BellHandlesProps<Name extends string> {
  readonly mean: number;
  readonly sd: number;
  /** Along y: its top, and where it is one standard deviation wide. */
  readonly top: number;
  readonly side: number;
  /** What it is: "q" */
  readonly of: string;
  readonly colour: string;
  readonly drag: SettingDrag<Name>;
  /** The settings that are moved. */
  readonly settings: { readonly mean: Name; readonly sd: Name };
}

/** Handles of a Gaussian: its top moves its mean, its side its standard deviation. */
export function BellHandles<Name extends string>(props: BellHandlesProps<Name>) {
  const { mean, sd, top, side, of, colour, drag, settings } = props;
  const move = useMemo(() => drag(settings.mean, (at) => at), [drag, settings]);
  const widen = useMemo(() => drag(settings.sd, (at) => at - mean), [drag, settings, mean]);
  return (
    <>
      <ChartHandle
        at={[mean + sd, side]}
        along="x"
        name={`Standard deviation of ${of}`}
        text={formatFixed(sd, 2)}
        mark="diamond"
        colour={colour}
        onMove={widen}
      />
      <ChartHandle
        at={[mean, top]}
        along="x"
        name={`Mean of ${of}`}
        text={formatFixed(mean, 2)}
        mark="circle"
        colour={colour}
        onMove={move}
      />
    </>
  );
}
