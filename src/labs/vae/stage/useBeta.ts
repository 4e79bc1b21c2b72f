import { useDocument, useRun } from '../../../store/context.ts';

/** The weight of the KL, also while it is being dragged. */
export function useBeta(): number {
  const settled = useDocument(({ settings }) => Number(settings.klWeight));
  const dragged = useRun(({ draft }) => draft?.settings?.klWeight);
  return dragged === undefined ? settled : Number(dragged);
}
