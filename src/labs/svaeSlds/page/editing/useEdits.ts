import { useMemo } from 'react';
import { useDocument } from '../../../../store/context.ts';
import { editsOf } from '../../../lab.ts';
import type { SvaeSldsEdit } from '../../edits.ts';
import { svaeSlds } from '../../lab.ts';

/** The edits in force, those of the gesture under way included. */
export function useEdits(): readonly SvaeSldsEdit[] {
  // By their content: the end of a gesture says once more what its last move has said.
  const key = useDocument((document) => JSON.stringify(editsOf(svaeSlds, document)));
  return useMemo(() => JSON.parse(key) as readonly SvaeSldsEdit[], [key]);
}

type EditOf<Kind extends SvaeSldsEdit['kind']> = Extract<SvaeSldsEdit, { kind: Kind }>;

/** The edits of one kind. */
export function editsOfKind<Kind extends SvaeSldsEdit['kind']>(
  edits: readonly SvaeSldsEdit[],
  kind: Kind,
): readonly EditOf<Kind>[] {
  return edits.filter((edit): edit is EditOf<Kind> => edit.kind === kind);
}
