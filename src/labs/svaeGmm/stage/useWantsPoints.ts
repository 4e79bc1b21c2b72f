import { useWantsOwnData } from '../../parts/ownData/useWantsOwnData.ts';

/** Whether own points are asked for and there are none. */
export const useWantsPoints = (): boolean => useWantsOwnData('dataset');
