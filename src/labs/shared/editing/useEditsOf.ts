import { useMemo } from 'react';
import type { SettingsShape } from '../../../settings/settingsTable.ts';
import { useDocument } from '../../../store/context.ts';
import { editsOf, type Lab } from '../../lab.ts';

/**
 * The edits of a lab in force, those of the gesture under way included; the store has checked them.
 *
 * @param kind only these: who shows no others renders only when these change
 */
export function useEditsOf<
  Edit extends { readonly kind: string },
  Kind extends Edit['kind'] = Edit['kind'],
>(lab: Lab<SettingsShape, Edit>, kind?: Kind): readonly Extract<Edit, { readonly kind: Kind }>[] {
  // By their content: the end of a gesture says once more what its last move has said.
  const key = useDocument((document) =>
    JSON.stringify(
      editsOf(lab, document).filter((edit) => kind === undefined || edit.kind === kind),
    ),
  );
  return useMemo(() => JSON.parse(key), [key]);
}
