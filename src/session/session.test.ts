import { afterEach, describe, expect, it } from 'vitest';
import { svaeGmmTable } from '../labs/svaeGmm/settings.ts';
import type { SvaeGmmSnapshot } from '../labs/svaeGmm/snapshot.ts';
import { svaeSldsTable } from '../labs/svaeSlds/settings.ts';
import { defaultValues } from '../settings/values.ts';
import type { Frame, RunRequest } from './protocol.ts';
import { DrivenSession } from './sessionDriver.fixture.ts';

const settings = {
  ...defaultValues(svaeGmmTable),
  pointsPerArm: 20,
  clusters: 6,
  structuralMoves: false,
};

function request(change: Partial<RunRequest> = {}): RunRequest {
  return {
    run: 1,
    lab: 'svae-gmm',
    settings,
    seed: 3,
    backend: 'cpu',
    ownData: null,
    checkpoint: null,
    edits: [],
    view: {},
    training: null,
    ...change,
  };
}

function shown(frame: Frame): SvaeGmmSnapshot {
  return frame.snapshot as SvaeGmmSnapshot;
}

const sessions: DrivenSession[] = [];

async function opened(change: Partial<RunRequest> = {}): Promise<DrivenSession> {
  const session = new DrivenSession();
  sessions.push(session);
  await session.open(request(change));
  return session;
}

afterEach(() => {
  for (const session of sessions.splice(0)) session.close();
});

describe('Session', () => {
  it('opens a lab and shows it before any training', async () => {
    const session = await opened();
    const frame = await session.nextFrame();
    expect(frame).toMatchObject({ run: 1, step: 0, playing: false, backend: 'cpu' });
    expect(shown(frame).latents).toHaveLength(200);
    expect(frame.objective?.total).toBeTypeOf('number');
  });

  it('names the labs there are when asked for another', async () => {
    const session = new DrivenSession();
    sessions.push(session);
    await expect(session.open(request({ lab: 'svae-hmm' }))).rejects.toThrow(
      /no lab "svae-hmm"\. Labs here: .*"svae-gmm"/,
    );
  });

  it('trains exactly the steps asked for and reports each once', async () => {
    const session = await opened();
    await session.nextFrame();
    await session.train(25);
    const frame = await session.nextFrame();
    expect(frame.step).toBe(25);
    expect(frame.playing).toBe(false);
    expect(frame.history.step).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  });

  it('has no steps to wait for when none are asked for', async () => {
    const session = await opened();
    await session.train(0);
    expect((await session.currentFrame()).step).toBe(0);
  });

  it('shows a single step', async () => {
    const session = await opened();
    await session.nextFrame();
    const next = session.nextFrame();
    await session.train(1);
    expect((await next).step).toBe(1);
  });

  it('looks the same whichever way one got there', async () => {
    const straight = await opened();
    const winding = await opened();
    for (const mean of [
      [4, 0],
      [-4, 2],
    ]) {
      await winding.setEdits([{ kind: 'moveCluster', cluster: 0, mean }]);
      await winding.nextFrame();
    }
    await winding.setEdits([]);
    await winding.train(2);
    await winding.nextFrame();
    await winding.train(3);
    await straight.train(5);
    const [one, other] = [await straight.currentFrame(), await winding.currentFrame()];
    expect(shown(other)).toEqual(shown(one));
    expect(other.objective).toEqual(one.objective);
  });

  it('gives the same numbers for the same seed, however often one looks', async () => {
    const looking = await opened();
    const resting = await opened();
    for (let i = 0; i < 5; i++) {
      await looking.train(4);
      await looking.nextFrame();
    }
    await resting.train(20);
    expect(await looking.save()).toEqual(await resting.save());
  });

  it('plays until paused, one frame at a time', async () => {
    const session = await opened();
    await session.play('full');
    const frame = await session.nextFrame();
    const later = await session.nextFrame();
    expect(later.step).toBeGreaterThan(frame.step);
    await session.pause();
    const last = await session.nextFrame();
    expect(last.playing).toBe(false);
    const { step } = await session.save();
    expect(last.step).toBe(step);
  });

  it('lays edits over the learned model and takes them away again to the bit', async () => {
    const session = await opened();
    await session.train(10);
    const before = shown(await session.nextFrame());
    await session.setEdits([{ kind: 'removeCluster', cluster: 0 }]);
    const edited = shown(await session.nextFrame());
    expect(edited.clusters[0]).toMatchObject({ weight: 0, removed: true });
    expect([...edited.assignments]).not.toContain(0);
    await session.setEdits([]);
    const after = shown(await session.nextFrame());
    expect(after.clusters).toEqual(before.clusters);
  });

  it('has the bound of the batch while it trains, and at rest that of all data', async () => {
    const session = await opened();
    const first = await session.nextFrame();
    expect(first).toMatchObject({ isObjectivePending: false, learnedObjective: first.objective });
    await session.train(10);
    const trained = await session.nextFrame();
    expect(trained.isObjectivePending).toBe(true);
    const { objective, learnedObjective } = await session.bound();
    expect(objective).not.toEqual(trained.objective);
    expect(learnedObjective).toEqual(objective);
    expect(await session.currentFrame()).toMatchObject({
      objective,
      learnedObjective,
      isObjectivePending: false,
    });
  });

  it('has the bound of what is shown under edits, and the learned one to the bit without', async () => {
    const session = await opened();
    await session.train(10);
    const learned = await session.bound();
    const edits = [{ kind: 'moveCluster', cluster: 0, mean: [2, 3] }];
    await session.setEdits(edits);
    expect((await session.nextFrame()).isObjectivePending).toBe(true);
    const under = await session.bound();
    expect(under.learnedObjective).toEqual(learned.objective);
    expect(under.objective?.total).toBeLessThan(learned.objective?.total ?? Number.NaN);
    // Another session that opens this state computes the same.
    const reopened = await opened({ checkpoint: await session.save(), edits });
    const { objective, learnedObjective } = await reopened.nextFrame();
    expect({ objective, learnedObjective }).toEqual(under);
    await session.setEdits([]);
    expect(await session.bound()).toEqual(learned);
  });

  it('takes the bound under edits while it plays, too', async () => {
    const session = await opened({ edits: [{ kind: 'removeCluster', cluster: 0 }] });
    await session.play('full');
    const { objective, learnedObjective } = await session.bound();
    expect(objective?.total).not.toBe(learnedObjective?.total);
    await session.pause();
  });

  it('makes no picture of edits that are in force already, as at the end of a drag', async () => {
    const session = await opened();
    const edits = [{ kind: 'removeCluster', cluster: 1 }];
    await session.setEdits(edits);
    await session.nextFrame();
    const next = session.nextFrame();
    await session.setEdits(edits);
    await session.setEdits([]);
    expect(shown(await next).clusters[1].removed).toBe(false);
  });

  it('refuses an edit that does not fit and keeps those in force', async () => {
    const session = await opened();
    await session.nextFrame();
    await session.setEdits([{ kind: 'removeCluster', cluster: 1 }]);
    const impossible = session.setEdits([{ kind: 'removeCluster', cluster: 99 }]);
    await expect(impossible).rejects.toThrow('cluster 100');
    expect(shown(await session.nextFrame()).clusters[1].removed).toBe(true);
  });

  it('shows a live setting without a step of training', async () => {
    const session = await opened();
    const first = await session.nextFrame();
    await session.updateSettings({ learningRate: 0.002 });
    expect((await session.nextFrame()).step).toBe(first.step);
  });

  it('stops at a breakdown, says why, and is back at the last good state', async () => {
    const session = await opened();
    await session.train(10);
    await session.nextFrame();
    session.provoke('nan');
    await session.train(5);
    const frame = await session.nextFrame();
    expect(frame.breakdown?.message).toContain('NaN');
    expect(frame.breakdown?.remedy).not.toBe('');
    expect((await session.save()).arrays.parameters.every(Number.isFinite)).toBe(true);
    await session.train(5);
    expect((await session.nextFrame()).breakdown).toBeNull();
  });

  it('answers what is asked between two backends, or before a lab is open, when it can', async () => {
    const session = await opened();
    const switched = session.switchBackend('wasm');
    const edited = session.setEdits([{ kind: 'removeCluster', cluster: 0 }]);
    const frame = await session.currentFrame();
    expect((await switched).backend).toBe('wasm');
    await edited;
    expect(frame.backend).toBe('wasm');
    expect(shown(frame).clusters[0].removed).toBe(true);

    const started = new DrivenSession();
    sessions.push(started);
    const opening = started.open(request());
    expect((await started.currentFrame()).step).toBe(0);
    await opening;
  });

  it('stops an answer in pieces when another run is opened', async () => {
    const switching = { ...defaultValues(svaeSldsTable), sequenceSteps: 400 };
    const session = await opened({ lab: 'svae-slds', settings: switching });
    const query = { kind: 'paths', from: 5, steps: 10 };
    const stopped = expect(session.inspect(query)).rejects.toThrow('Another run was opened');
    await session.open(request());
    await stopped;
  });

  it('changes the backend in mid-training without losing the model', async () => {
    const session = await opened();
    await session.train(10);
    const before = await session.save();
    const report = await session.switchBackend('wasm');
    expect(report.backend).toBe('wasm');
    expect(await session.save()).toEqual(before);
    await session.train(1);
    expect((await session.nextFrame()).step).toBe(11);
  });

  it('goes on from a checkpoint bit for bit', async () => {
    const first = await opened();
    await first.train(10);
    const checkpoint = await first.save();
    await first.train(10);
    const second = await opened({ checkpoint });
    await second.train(10);
    expect(await second.save()).toEqual(await first.save());
  });

  it('says why a checkpoint cannot be loaded, and leaves what is open as it is', async () => {
    const session = await opened();
    await session.train(5);
    const before = await session.save();
    const { tensors } = await session.memory();
    const refusalOf = (change: object) =>
      session.refusal(
        request({ run: 2, checkpoint: { ...before, arrays: { ...before.arrays, ...change } } }),
      );

    expect(await refusalOf({})).toBeNull();
    expect(await refusalOf({ random: new Float64Array(before.arrays.random.length) })).toContain(
      'random stream',
    );
    const shares = before.arrays.localState.map((share, i) => (i === 1 ? 3 : share));
    expect(await refusalOf({ localState: shares })).toBe(
      'Responsibility 2 is 3; expected a number from 0 to 1.',
    );
    expect(await refusalOf({ natural: before.arrays.natural.map(() => 0) })).toContain(
      'The state belongs to no valid model',
    );
    expect(await refusalOf({ parameters: new Float32Array(3) })).toContain('"parameters"');

    expect(await session.save()).toEqual(before);
    expect((await session.memory()).tensors).toBe(tensors);
    await session.train(1);
    expect((await session.save()).step).toBe(6);
  });
});
