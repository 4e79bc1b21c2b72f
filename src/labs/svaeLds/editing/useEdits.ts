import type { SvaeLdsEdit } from '../../../models/svaeLds/edits.ts';
import { useDocument } from '../../../store/context.ts';

/** The edits in force, those of the gesture under way included; the store has checked them. */
export function useEdits(): readonly SvaeLdsEdit[] {
  return useDocument((document) => document.edits) as readonly SvaeLdsEdit[];
}
