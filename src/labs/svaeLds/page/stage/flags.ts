import { useCallback, useMemo } from 'react';
import { useController, useRun } from '../../../../store/context.ts';
import { type Flags, flagsOf, withFlag } from '../../../shared/stage/viewFlags.ts';

/** What the stage draws or leaves out, by the names that links use. */
export type FlagName = 'clean' | 'sample' | 'band' | 'portrait' | 'flow';

export const FIRST_FLAGS: Flags<FlagName> = {
  /** The data without their noise. */
  clean: false,
  /** One sample in place of the mean of all. */
  sample: false,
  /** How far samples spread. */
  band: false,
  /** Latents against each other rather than over time, and the flow of A behind them. */
  portrait: false,
  flow: true,
};

export function useFlags(): {
  readonly flags: Flags<FlagName>;
  readonly setFlag: (name: FlagName, value: boolean) => void;
} {
  const { run } = useController();
  const view = useRun((state) => state.view);
  const flags = useMemo(() => flagsOf(FIRST_FLAGS, view), [view]);
  const setFlag = useCallback(
    (name: FlagName, value: boolean) =>
      run.setState((now) => ({ view: withFlag(FIRST_FLAGS, now.view, name, value) })),
    [run],
  );
  return { flags, setFlag };
}
