/** A process of the bench: does one task after the other, each an export named `task` of a module. */

interface Asked {
  readonly module: string;
  readonly item: unknown;
}

process.on('message', async ({ module, item }: Asked) => {
  try {
    const { task } = await import(module);
    process.send?.({ result: await task(item) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});
