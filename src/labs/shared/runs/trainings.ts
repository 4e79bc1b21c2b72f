import type { LabController } from '../../../store/controller.ts';
import { SpareTraining } from '../../../store/spareTraining.ts';

/** A training in spare workers for each page: the same one at every call. */
export function trainings(): (controller: LabController) => SpareTraining {
  const all = new WeakMap<LabController, SpareTraining>();
  return (controller) => {
    const known = all.get(controller) ?? new SpareTraining(() => controller.spareWorker());
    all.set(controller, known);
    return known;
  };
}
