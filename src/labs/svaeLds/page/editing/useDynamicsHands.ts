import { useController } from '../../../../store/context.ts';
import type { LabController } from '../../../../store/controller.ts';
import { createDynamicsHands, type DynamicsHands } from './dynamicsHands.ts';

/** One pair of hands for each page: strokes on one plot can go on from another's. */
const known = new WeakMap<LabController, DynamicsHands>();

export function useDynamicsHands(): DynamicsHands {
  const controller = useController();
  const hands = known.get(controller) ?? createDynamicsHands(controller);
  known.set(controller, hands);
  return hands;
}
