import { useEffect, useMemo } from 'react';
import { useController, useRun, useSelected } from '../../../../store/context.ts';
import { vae } from '../../lab.ts';
import { answered, keyOf } from './gap.ts';

/** Asks for the gap of the selected observation whenever it or the model is another one, while training rests. */
export function useGapAsking(): void {
  const controller = useController();
  const row = useSelected('row');
  const isAtRest = useRun(({ phase }) => phase === 'ready');
  const key = useRun((run) => (row === null ? null : keyOf(run, row)));
  const ask = useMemo(
    () =>
      controller.oneAtATime(async ({ row, of }: { readonly row: number; readonly of: string }) => {
        const answer = await controller.inspect(vae, { kind: 'gap', row });
        controller.setEntry(answered, () => ({ of, answer }));
      }),
    [controller],
  );
  useEffect(() => {
    if (row !== null && key !== null && isAtRest) ask({ row, of: key });
  }, [ask, row, key, isAtRest]);
}
