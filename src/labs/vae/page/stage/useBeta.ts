import { useDocument, useRun } from '../../../../store/context.ts';
import { vaeTable } from '../../settings.ts';

const { klWeight } = vaeTable.settings;

/** The weight of the KL, also while it is being dragged. */
export function useBeta(): number {
  const settled = useDocument(({ settings }) => settings.klWeight);
  const dragged = useRun(({ draft }) => draft?.settings?.klWeight);
  // For a moment the document may still be another lab's.
  return Number(dragged ?? settled ?? klWeight.default);
}
