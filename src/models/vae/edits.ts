/** A VAE has no clusters and no dynamics to take hold of; what else is offered is refused in words. */
export function parseVaeEdit(edit: unknown): never {
  throw new Error(`A VAE has nothing to edit; this edit reads ${JSON.stringify(edit)}.`);
}
