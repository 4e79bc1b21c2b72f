import { useMemo } from 'react';
import { useController } from '../../../store/context.ts';
import { createDivergenceGestures } from './gestures.ts';

export function useGestures() {
  const controller = useController();
  return useMemo(() => createDivergenceGestures(controller), [controller]);
}
