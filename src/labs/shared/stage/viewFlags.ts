import { useCallback, useMemo } from 'react';
import { useController, useRun } from '../../../store/context.ts';

/** What a stage draws or leaves out, as flags that links carry where they differ from the page's own. */
export type Flags<Name extends string> = Readonly<Record<Name, boolean>>;

type View = Readonly<Record<string, boolean>>;

/** The flags with those of a view in force; flags of other names count for nothing. */
export function flagsOf<Name extends string>(first: Flags<Name>, view: View): Flags<Name> {
  const names = Object.keys(first) as Name[];
  return Object.fromEntries(names.map((name) => [name, view[name] ?? first[name]])) as Flags<Name>;
}

/** The flags in force, and the command that sets one; the view holds only what differs from `first`. */
export function useFlags<Name extends string>(first: Flags<Name>) {
  const controller = useController();
  const view = useRun((state) => state.view);
  const flags = useMemo(() => flagsOf(first, view), [first, view]);
  const setFlag = useCallback(
    (name: Name, value: boolean) =>
      controller.setFlags({ [name]: value === first[name] ? null : value }),
    [controller, first],
  );
  return { flags, setFlag };
}
