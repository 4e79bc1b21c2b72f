/** Whether training leaks: tensors, and the heaps of page and worker after garbage collection. */
import type { CDPSession, Page } from 'playwright';
import { MEMORY, SEED } from './config.ts';
import { type Figure, lower, type Measurement } from './figures.ts';
import { type Laboratory, openLab } from './lab.ts';
import { attachWorker, type DevTools } from './workerDevTools.ts';

export interface Usage {
  readonly tensors: number;
  readonly pageBytes: number;
  readonly workerBytes: number;
}

export async function measureMemory(laboratory: Laboratory): Promise<Measurement> {
  const page = await openLab(laboratory);
  const session = await page.context().newCDPSession(page);
  const worker = await attachWorker(session);
  await train(page, MEMORY.from);
  const before = await usage(page, session, worker);
  await train(page, MEMORY.to - MEMORY.from);
  const after = await usage(page, session, worker);

  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
  const span = `${MEMORY.to} steps against ${MEMORY.from}`;
  return {
    figures: leakFigures(before, after, span),
    run: `seed ${SEED}, Chromium`,
    notes: [
      `Heap: seed ${SEED}, after garbage collection, objects and their array buffers; page ${megabytes(before.pageBytes)}, then ${megabytes(after.pageBytes)}; worker ${megabytes(before.workerBytes)}, then ${megabytes(after.workerBytes)}.`,
    ],
  };
}

/**
 * Whether tensors or the heap have grown.
 *
 * @param span between both, in words
 */
export function leakFigures(before: Usage, after: Usage, span: string): readonly Figure[] {
  const growth = 100 * (heapOf(after) / heapOf(before) - 1);
  return [
    {
      name: `tensors after ${span}`,
      atLeast: lower(0, 'equal'),
      aim: null,
      value: Math.abs(after.tensors - before.tensors),
      measured: `${after.tensors} against ${before.tensors}`,
    },
    {
      name: `heap after ${span}`,
      atLeast: lower(5, '+5 %'),
      aim: null,
      value: growth,
      measured: `${growth >= 0 ? '+' : ''}${growth.toFixed(1)} %`,
    },
  ];
}

const heapOf = ({ pageBytes, workerBytes }: Usage): number => pageBytes + workerBytes;

async function train(page: Page, steps: number): Promise<void> {
  await page.evaluate((n) => window.svaeLab?.train(n), steps);
  // The last frame on its way, and the copy the page takes of the run when training ends.
  await page.waitForTimeout(1000);
}

export async function usage(page: Page, session: CDPSession, worker: DevTools): Promise<Usage> {
  const memory = await page.evaluate(() => window.svaeLab?.memory());
  if (!memory) throw new Error('The page has no scripting handle.');
  return {
    tensors: memory.tensors,
    pageBytes: await heapBytes((method) => session.send(method)),
    workerBytes: await heapBytes(worker),
  };
}

/**
 * Bytes of the page's heap that V8 keeps for code: what it compiled, and what it learned of types. Both
 * grow as long as there are functions that it has not optimised yet, and are no leak.
 */
export async function codeBytes(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes } = JSON.parse(chunks.join(''));
  const fields: readonly string[] = snapshot.meta.node_fields;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = snapshot.meta.node_types[0].indexOf('code');
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] === code) bytes += nodes[at + size];
  return bytes;
}

type HeapCommand = 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage';

async function heapBytes(send: (method: HeapCommand) => Promise<unknown>): Promise<number> {
  // Twice: finalisers of the first collection free more.
  await send('HeapProfiler.collectGarbage');
  await send('HeapProfiler.collectGarbage');
  const usage = await send('Runtime.getHeapUsage');
  const { usedSize, backingStorageSize } = usage as Record<string, number>;
  return usedSize + backingStorageSize;
}
