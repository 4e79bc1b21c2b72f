import { useMemo } from 'react';
import { useController } from '../../../store/context.ts';
import { createEditGestures } from '../../shared/editing/editGestures.ts';
import { type TopicsEdit, withTopicsEdit } from '../edits.ts';

/** How topics are changed: an edit, and what screen readers are told of it. */
export function useTopicsEditing() {
  const controller = useController();
  return useMemo(() => {
    const gestures = createEditGestures<TopicsEdit>(controller);
    const edit = (its: TopicsEdit, sentence: string): Promise<boolean> =>
      gestures.change((edits) => withTopicsEdit(edits, its), sentence);
    return { edit, clear: gestures.clear, bake: gestures.bake };
  }, [controller]);
}
