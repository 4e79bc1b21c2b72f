type OfKind = { readonly kind: string };

/** The fields of an edit that say what it is about; `adds`: it replaces none. */
type About<Edit> = readonly Exclude<keyof Edit, 'kind'>[] | 'adds';

/**
 * Edits that replace an earlier one of their kind about the same thing.
 *
 * @param about of each kind; one that is not named is about the whole model
 */
export function replacing<Edit extends OfKind>(
  about: {
    readonly [Kind in Edit['kind']]?: About<Extract<Edit, { readonly kind: Kind }>>;
  },
) {
  /** What an edit changes, as a key; null where it adds to those before. */
  const keyOf = (edit: Edit): string | null => {
    const fields: readonly PropertyKey[] | 'adds' = about[edit.kind as Edit['kind']] ?? [];
    if (fields === 'adds') return null;
    return [edit.kind, ...fields.map((field) => edit[field as keyof Edit])].join(' ');
  };
  return {
    keyOf,
    /** The list with `edit` in force. */
    withEdit(edits: readonly Edit[], edit: Edit): Edit[] {
      const key = keyOf(edit);
      return [...edits.filter((other) => key === null || keyOf(other) !== key), edit];
    },
  };
}
