import { useDocument, useRun } from '../../../store/context.ts';

/**
 * Whether own data are asked for and there are none: the stage waits for some, empty.
 *
 * @param setting the choice of data in the lab's table, with "own" among its values
 */
export function useWantsOwnData(setting: string): boolean {
  const isOwn = useDocument(
    ({ settings, ownData }) => settings[setting] === 'own' && ownData === null,
  );
  const hasFailed = useRun(({ phase }) => phase === 'failed');
  return isOwn && hasFailed;
}
