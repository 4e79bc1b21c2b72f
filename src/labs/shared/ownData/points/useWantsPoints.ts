import { useWantsOwnData } from '../useWantsOwnData.ts';

/** Whether own points are asked for and there are none. */
export const useWantsPoints = (): boolean => useWantsOwnData('dataset');
