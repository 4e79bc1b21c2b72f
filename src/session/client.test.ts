import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Checkpoint, ObjectiveTerms } from '../labs/engine.ts';
import { SessionClient, type SessionEnvironment, type SessionFault } from './client.ts';
import { WorkerLost } from './connection.ts';
import type { Frame, LiveRequest, RunRequest, SessionApi } from './protocol.ts';
import { NO_HISTORY } from './trainingLog.ts';
import { WorkerInProcess } from './workerInProcess.fixture.ts';

const NO_ELBO: ObjectiveTerms | null = null;

function checkpointAt(step: number): Checkpoint {
  return {
    step,
    arrays: {},
  };
}

/** A worker side that answers at once and keeps a record. */
class FakeSession {
  readonly opened: RunRequest[] = [];
  readonly followed: LiveRequest[] = [];
  step = 0;
  playing = false;
  saved = 0;
  private waiting: ((frame: Frame) => void) | null = null;

  async open(request: RunRequest) {
    this.opened.push(request);
    this.step = request.checkpoint?.step ?? 0;
    this.offer();
    return {
      run: request.run,
      dataset: { name: 'fake' },
      backend: { backend: 'cpu', measured: {}, notes: [] },
      stepSeconds: 0,
    };
  }

  async follow(live: LiveRequest): Promise<string | null> {
    this.followed.push(live);
    this.playing = live.training !== null;
    return null;
  }

  nextFrame(): Promise<Frame> {
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  /** Sends the frame asked for, of the last opened run or another. */
  offer(run = this.opened[this.opened.length - 1]?.run) {
    this.waiting?.({
      run,
      step: this.step,
      playing: this.playing,
      order: 0,
      objective: NO_ELBO,
      learnedObjective: NO_ELBO,
      isObjectivePending: false,
      stepsPerSecond: 0,
      backend: 'cpu',
      history: NO_HISTORY,
      snapshot: { kind: 'test' },
      breakdown: null,
    });
    this.waiting = null;
  }

  async save(): Promise<Checkpoint> {
    this.saved += 1;
    return checkpointAt(this.step);
  }

  async finished(): Promise<void> {}
}

class FakeWorker extends WorkerInProcess {
  readonly session: FakeSession;
  terminated = false;

  constructor(session = new FakeSession()) {
    super(session as unknown as SessionApi);
    this.session = session;
  }

  override terminate() {
    this.terminated = true;
    super.terminate();
  }

  crash(message: string) {
    this.onerror?.({ message, preventDefault: () => undefined });
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const frames: Frame[] = [];
  const faults: SessionFault[] = [];
  const paints: (() => void)[] = [];
  const environment: SessionEnvironment = {
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    nextPaint: (callback) => paints.push(callback),
  };
  const client = new SessionClient(
    {
      onFrame: (frame) => frames.push(frame),
      onFault: (fault) => faults.push(fault),
      onReopen: () => undefined,
    },
    environment,
  );
  clients.push(client);
  return {
    client,
    workers,
    frames,
    faults,
    paint: () => paints.splice(0).forEach((p) => void p()),
  };
}

const clients: SessionClient[] = [];
const request: RunRequest = {
  run: 1,
  lab: 'svae-gmm',
  settings: {},
  seed: 1,
  backend: 'auto',
  ownData: null,
  checkpoint: null,
  edits: [],
  view: {},
  training: null,
};

const playing = { order: 1, speed: 10, steps: null };

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

describe('SessionClient', () => {
  it('asks for the next frame only when the last has been painted', async () => {
    const { client, workers, frames, paint } = setUp();
    await client.open(request);
    const { session } = workers[0];
    const asked = vi.spyOn(session, 'nextFrame');
    await vi.waitFor(() => {
      session.offer();
      expect(frames).toHaveLength(1);
    });
    expect(asked).toHaveBeenCalledTimes(1);
    paint();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  });

  it('drops frames of an earlier run', async () => {
    const { client, workers, frames, paint } = setUp();
    await client.open(request);
    await client.open({ ...request, run: 2, seed: 2 });
    const { session } = workers[0];
    await vi.waitFor(() => {
      session.offer(1);
      paint();
      session.offer(2);
      expect(frames.length).toBeGreaterThan(0);
    });
    expect(frames.every((frame) => frame.run === 2)).toBe(true);
  });

  it('replaces a crashed worker and goes on from the last kept state', async () => {
    const { client, workers, frames, faults } = setUp();
    // Late enough for a state to be kept while it plays.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1e6);
    await client.open(request);
    await client.follow({ ...request, training: playing });
    workers[0].session.step = 40;
    await vi.waitFor(() => {
      workers[0].session.offer();
      expect(frames).toHaveLength(1);
    });
    // The state is taken a moment after the frame.
    await client.ask((api) => api.save());
    clock.mockRestore();
    workers[0].crash('out of memory');
    await vi.waitFor(() => expect(faults).toHaveLength(1));
    expect(faults[0]).toEqual({ message: 'out of memory', restoredStep: 40 });
    expect(workers[0].terminated).toBe(true);
    expect(workers[1].session.opened[0].checkpoint?.step).toBe(40);
    expect(workers[1].session.opened[0].training).toEqual(playing);
  });

  it('asks the worker for what was wanted last of a drag, and the next worker too', async () => {
    const { client, workers } = setUp();
    await client.open(request);
    const drag = [1, 2, 3].map((x) => client.follow({ ...request, edits: [x] }));
    expect(await Promise.all(drag)).toEqual([null, null, null]);
    expect(workers[0].session.followed.map(({ edits }) => edits)).toEqual([[1], [3]]);
    workers[0].crash('out of memory');
    await vi.waitFor(() => expect(workers[1].session.opened[0]?.edits).toEqual([3]));
  });

  it('keeps the state again under other settings, at rest too: it may hold them', async () => {
    const { client, workers, frames, paint } = setUp();
    await client.open(request);
    const { session } = workers[0];
    const shown = async () => {
      const count = frames.length;
      await vi.waitFor(() => {
        paint();
        session.offer();
        expect(frames.length).toBeGreaterThan(count);
      });
    };
    await shown();
    // Answered after the one that the frame was followed by.
    await client.ask((api) => api.save());
    await shown();
    expect(session.saved).toBe(2);
    await client.follow({ ...request, settings: { clusterWidth: 8 } });
    await shown();
    await vi.waitFor(() => expect(session.saved).toBe(3));
  });

  it('leaves no rejection behind when a request of a drag dies with the last worker', async () => {
    const { client, workers, faults } = setUp();
    await client.open(request);
    const rejected = vi.fn();
    process.on('unhandledRejection', rejected);
    for (let i = 0; i < 4; i++) {
      const { session } = workers[workers.length - 1];
      session.follow = () => new Promise(() => undefined);
      void client.follow({ ...request, edits: [i] });
      workers[workers.length - 1].crash('again');
      await vi.waitFor(() => expect(faults).toHaveLength(i + 1));
    }
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', rejected);
    expect(rejected).not.toHaveBeenCalled();
  });

  it('gives up on a run that keeps killing its worker', async () => {
    const { client, workers, faults } = setUp();
    await client.open(request);
    for (let i = 0; i < 4; i++) {
      const last = workers.length - 1;
      workers[last].crash('again');
      await vi.waitFor(() => expect(faults).toHaveLength(i + 1));
    }
    expect(faults.map((fault) => fault.restoredStep)).toEqual([0, 0, 0, null]);
  });

  it('says so when a worker dies before its steps are done', async () => {
    const { client, workers } = setUp();
    await client.open(request);
    workers[0].session.finished = () => new Promise(() => undefined);
    await client.follow({ ...request, training: { order: 1, speed: 'full', steps: 1000 } });
    const trained = client.finished(1).catch((error: unknown) => error);
    workers[0].crash('out of memory');
    expect(await trained).toBeInstanceOf(WorkerLost);
    // How many are left is not known: the next worker takes none.
    await vi.waitFor(() =>
      expect(workers[1].session.opened[0]?.training).toMatchObject({ order: 1, steps: 0 }),
    );
  });

  it('opens in the next worker when the first dies at it', async () => {
    const { client, workers, faults } = setUp();
    const opening = client.open(request);
    workers[0].crash('not loaded');
    expect((await opening).run).toBe(1);
    expect(workers[1].session.opened).toHaveLength(1);
    expect(faults).toEqual([{ message: 'not loaded', restoredStep: 0 }]);
  });

  it('gives up at once, and says so once, when no worker can be loaded', async () => {
    const { client, workers, faults } = setUp();
    const opening = client.open(request).catch((error: unknown) => error);
    for (let i = 0; i < 4; i++) {
      await vi.waitFor(() => expect(workers).toHaveLength(i + 1));
      workers[i].crash('not loaded');
    }
    expect(await opening).toBeInstanceOf(WorkerLost);
    expect(faults).toEqual([{ message: 'not loaded', restoredStep: null }]);
  });

  it('takes a worker that does not answer for dead', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { client, workers, faults } = setUp();
      await client.open(request);
      workers[0].session.save = () => new Promise(() => undefined);
      const answer = client.ask((api) => api.save());
      await vi.advanceTimersByTimeAsync(25_000);
      await vi.waitFor(() => expect(faults).toHaveLength(1));
      expect(faults[0].message).toContain('not answered');
      // What was asked of the dead one, its successor answers.
      expect(await answer).toEqual(checkpointAt(0));
      expect(workers).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
