import { useDocument, useLab, useRun } from '../../../store/context.ts';
import { ownDataPlace } from '../settings/ownDataSettings.ts';

/** Whether own data are asked for and there are none: the stage waits for some, empty. */
export function useWantsOwnData(): boolean {
  const place = ownDataPlace(useLab().table);
  const isOwn = useDocument(
    ({ settings, ownData }) =>
      place !== null && settings[place.setting] === 'own' && ownData === null,
  );
  const hasFailed = useRun(({ phase }) => phase === 'failed');
  return isOwn && hasFailed;
}
