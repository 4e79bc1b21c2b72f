import { useMemo } from 'react';
import { useController } from '../../../../store/context.ts';
import type { SvaeLdsEdit } from '../../edits.ts';

type Kind = SvaeLdsEdit['kind'];
type EditOf<K extends Kind> = Extract<SvaeLdsEdit, { kind: K }>;

/** How an experiment moves the one edit it is about: the other kinds stay in force. */
export function useExperimentEdit<K extends Kind>(kind: K) {
  const controller = useController();
  return useMemo(() => {
    const { editing } = controller;
    const withIt = (edit: EditOf<K>) => (edits: readonly unknown[]) => [
      ...(edits as readonly SvaeLdsEdit[]).filter((other) => other.kind !== kind),
      edit,
    ];
    return {
      draft: (edit: EditOf<K>) => editing.draft(withIt(edit)),
      finish: (edit: EditOf<K>) => void editing.finish(withIt(edit), kind),
    };
  }, [controller, kind]);
}
