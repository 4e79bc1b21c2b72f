import type { WorkStorage } from './storage.ts';

const done = async () => ({ ok: true as const, value: null });

/** A device that keeps nothing, without a complaint. */
export const noStorage: WorkStorage = {
  keep: done,
  recall: done,
  setAside: done,
  list: async () => ({ ok: true, value: [] }),
};
