import { useMemo } from 'react';
import { useController } from '../../../../store/context.ts';
import { createDynamicsHands, type DynamicsHands } from './dynamicsHands.ts';

export function useDynamicsHands(): DynamicsHands {
  const controller = useController();
  return useMemo(() => createDynamicsHands(controller), [controller]);
}
