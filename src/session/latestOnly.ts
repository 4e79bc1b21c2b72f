/** A sender that never has two things under way, and of those that pile up keeps the last. */
export interface LatestOnly<Item> {
  push(item: Item): void;
  /** Drops what waits; resolves when what was under way has ended. */
  settle(): Promise<void>;
}

/** `send` may reject: what it was asked for is then not so, and the next one goes out as usual. */
export function createLatestOnly<Item>(send: (item: Item) => Promise<void>): LatestOnly<Item> {
  let waiting: { readonly item: Item } | null = null;
  let underWay: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    while (waiting) {
      const { item } = waiting;
      waiting = null;
      await send(item).catch(() => undefined);
    }
    underWay = null;
  };

  return {
    push(item) {
      waiting = { item };
      underWay ??= run();
    },
    async settle() {
      waiting = null;
      await underWay;
    },
  };
}
