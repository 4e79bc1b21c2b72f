import { useMemo } from 'react';
import { useController } from '../../../../store/context.ts';
import { createDynamicsEditing, type DynamicsEditing } from './dynamicsEditing.ts';

export function useDynamicsEditing(): DynamicsEditing {
  const controller = useController();
  return useMemo(() => createDynamicsEditing(controller), [controller]);
}
