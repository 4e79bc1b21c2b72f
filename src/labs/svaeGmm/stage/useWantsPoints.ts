import { useDocument, useRun } from '../../../store/context.ts';

/** Whether own points are asked for and there are none: the stage waits for some, empty. */
export function useWantsPoints(): boolean {
  const isOwn = useDocument(
    ({ settings, ownData }) => settings.dataset === 'own' && ownData === null,
  );
  const hasFailed = useRun(({ phase }) => phase === 'failed');
  return isOwn && hasFailed;
}
