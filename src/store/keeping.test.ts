import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ModelFile } from '../files/readModelFile.ts';
import type { Visit, WorkStorage } from '../files/storage.ts';
import type { LabController } from './controller.ts';
import { createDocumentStore, fromSeed } from './document.ts';
import { keepWork } from './keeping.ts';
import type { RunState } from './run.ts';

const FULL = { ok: false, problem: { kind: 'full', message: 'No room.' } } as const;

const visit: Visit = { id: 'first', linkState: '', from: null };

/** A lab whose files are its documents, and a storage that notes them. */
function lab() {
  const document = createDocumentStore({
    lab: 'svae-gmm',
    settings: {},
    seed: 1,
    edits: [],
    ownData: null,
    origin: fromSeed(),
  });
  const run = createStore<Pick<RunState, 'phase' | 'step' | 'isTouched' | 'replacements'>>()(
    () => ({ phase: 'ready', step: 0, isTouched: true, replacements: 0 }),
  );
  const modelFile = vi.fn(async () => ({ ...document.getState() }) as unknown as ModelFile);
  const tell = vi.fn();
  const keep = vi.fn<WorkStorage['keep']>(async () => ({ ok: true, value: null }));
  const storage = { keep } as unknown as WorkStorage;
  const controller = { document, run, modelFile, tell } as unknown as LabController;
  const keeping = keepWork({ controller, storage, newVisit: () => 'another' });
  keeping.begin(visit);
  return { document, run, modelFile, tell, keep, keeping };
}

const quiet = () => vi.advanceTimersByTimeAsync(10_000);

describe('keeping work', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes a run of changes once, and nothing twice', async () => {
    const { document, run, keep } = lab();
    document.setState({ seed: 2 });
    document.setState({ seed: 3 });
    await quiet();
    expect(keep.mock.calls.map(([file]) => file.seed)).toEqual([3]);
    run.setState({ phase: 'playing' });
    run.setState({ phase: 'ready' });
    await quiet();
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it('waits for the end of a run of changes, but not for ever', async () => {
    const { document, keep } = lab();
    for (let seed = 10; seed < 20; seed++) {
      document.setState({ seed });
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(keep).not.toHaveBeenCalled();
    for (let seed = 20; seed < 30; seed++) {
      document.setState({ seed });
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it('writes at once what waits when asked to, and nothing when nothing does', async () => {
    const { document, keep, keeping } = lab();
    document.setState({ seed: 2 });
    await keeping.now();
    await keeping.now();
    expect(keep.mock.calls.map(([file]) => file.seed)).toEqual([2]);
  });

  it('waits for what is being written when asked to write', async () => {
    const { document, keep, keeping } = lab();
    let end = () => undefined as unknown;
    keep.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          end = () => resolve({ ok: true, value: null });
        }),
    );
    document.setState({ seed: 2 });
    await quiet();
    let isDone = false;
    const now = keeping.now().then(() => {
      isDone = true;
    });
    await Promise.resolve();
    expect(isDone).toBe(false);
    end();
    await now;
    expect(isDone).toBe(true);
  });

  it('writes steps, when asked to, whose frame has not come yet', async () => {
    const { modelFile, keep, keeping } = lab();
    modelFile.mockResolvedValueOnce({ seed: 1, checkpoint: { step: 2 } } as unknown as ModelFile);
    await keeping.now();
    expect(keep.mock.calls.map(([file]) => file.checkpoint?.step)).toEqual([2]);
  });

  it('writes other data at the same step', async () => {
    const { document, keep } = lab();
    const points = (name: string) => ({ name }) as never;
    document.setState({ ownData: points('first') });
    await quiet();
    document.setState({ ownData: points('second') });
    await quiet();
    expect(keep.mock.calls.map(([file]) => file.ownData?.name)).toEqual(['first', 'second']);
  });

  it('keeps nothing of an opened document before its first change', async () => {
    const { document, run, keep } = lab();
    run.setState({ isTouched: false });
    document.setState({ seed: 2 });
    run.setState({ step: 50 });
    await quiet();
    expect(keep).not.toHaveBeenCalled();
    run.setState({ isTouched: true, step: 51 });
    await quiet();
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it('says whose work it is', async () => {
    const { document, keep, keeping } = lab();
    document.setState({ seed: 2 });
    await quiet();
    keeping.begin({ id: 'second', linkState: 'seed=3', from: null });
    document.setState({ seed: 3 });
    await quiet();
    expect(keep.mock.calls.map(([, { id, linkState }]) => [id, linkState])).toEqual([
      ['first', ''],
      ['second', 'seed=3'],
    ]);
  });

  it('tells of work that another tab keeps at the same time, not of older work', async () => {
    const { document, keep, tell } = lab();
    const other = { visit: 'other', linkState: '', step: 1 };
    keep.mockResolvedValueOnce({ ok: true, value: { ...other, savedAt: Date.now() - 1000 } });
    document.setState({ seed: 2 });
    await quiet();
    expect(tell).not.toHaveBeenCalled();
    keep.mockResolvedValueOnce({ ok: true, value: { ...other, savedAt: Date.now() + 1000 } });
    document.setState({ seed: 3 });
    await quiet();
    expect(tell).toHaveBeenCalledTimes(1);
    expect(tell.mock.calls[0]?.[0].text).toContain('another tab');
  });

  it('keeps what a file or a script has brought apart from what was there', async () => {
    const { document, run, keep } = lab();
    document.setState({ seed: 2 });
    await quiet();
    run.setState({ replacements: 1 });
    document.setState({ seed: 3 });
    await quiet();
    expect(keep.mock.calls.map(([, { id }]) => id)).toEqual(['first', 'another']);
  });

  it('keeps what lies over a shipped model, and that it was taken away again', async () => {
    const { document, keep } = lab();
    const origin = { checkpoint: null, pretrained: true };
    const none = { edits: [], origin };
    document.setState(none);
    document.setState({ edits: ['moved'] });
    await quiet();
    document.setState(none);
    await quiet();
    expect(keep.mock.calls.map(([file]) => file.edits)).toEqual([['moved'], []]);
  });

  it('tries again when the worker was on its way out', async () => {
    const { document, modelFile, keep, tell } = lab();
    modelFile.mockRejectedValueOnce(new Error('The worker died.'));
    document.setState({ seed: 2 });
    await quiet();
    expect(keep).toHaveBeenCalledTimes(1);
    expect(tell).not.toHaveBeenCalled();
  });

  it('tells of a full storage once', async () => {
    const { document, keep, tell, keeping } = lab();
    keep.mockResolvedValue(FULL);
    document.setState({ seed: 2 });
    await quiet();
    document.setState({ seed: 3 });
    await quiet();
    expect(keep).toHaveBeenCalledTimes(2);
    expect(tell).toHaveBeenCalledTimes(1);
    keeping.stop();
    document.setState({ seed: 4 });
    await quiet();
    expect(keep).toHaveBeenCalledTimes(2);
  });
});
