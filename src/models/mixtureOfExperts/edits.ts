/** Experts are not edited: whatever comes as an edit of them is refused, in words. */
export function parseExpertsEdit(edit: unknown): never {
  throw new Error(`Experts are not edited; this edit reads ${JSON.stringify(edit)}.`);
}
