import { useMemo } from 'react';
import { useDocument } from '../../../../store/context.ts';
import { editsOf } from '../../../lab.ts';
import type { SvaeLdsEdit } from '../../edits.ts';
import { svaeLds } from '../../lab.ts';

/**
 * The edits in force, those of the gesture under way included; the store has checked them.
 *
 * @param kind only these: who shows no others renders only when these change
 */
export function useEdits(kind?: SvaeLdsEdit['kind']): readonly SvaeLdsEdit[] {
  // By their content: the end of a gesture says once more what its last move has said.
  const key = useDocument((document) =>
    JSON.stringify(
      editsOf(svaeLds, document).filter((edit) => kind === undefined || edit.kind === kind),
    ),
  );
  return useMemo(() => JSON.parse(key) as readonly SvaeLdsEdit[], [key]);
}
