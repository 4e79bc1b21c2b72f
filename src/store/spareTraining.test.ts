import { afterEach, expect, it } from 'vitest';
import { labNamed } from '../labs/registry.ts';
import { Session } from '../session/session.ts';
import { WorkerInProcess } from '../session/workerInProcess.fixture.ts';
import { applyPreset } from '../settings/presets.ts';
import { fromSeed } from './document.ts';
import { openLabInProcess } from './labInProcess.fixture.ts';
import { SpareTraining, spareWorkers } from './spareTraining.ts';

/** Sessions in this process instead of in workers, and which of the workers live. */
function inProcess() {
  const live = new Set<WorkerInProcess>();
  const training = new SpareTraining(() => {
    const session = new Session();
    const worker = new WorkerInProcess(session);
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      live.delete(worker);
      session.close();
      terminate();
    };
    live.add(worker);
    return worker as unknown as Worker;
  });
  return { training, live };
}

const close: (() => void)[] = [];
afterEach(() => {
  for (const end of close.splice(0)) end();
});

function taskOf(lab: string, seed: number, steps: number, values = {}) {
  const { table } = labNamed(lab);
  const preset = applyPreset(table, table.presets[0].id);
  if (!preset.ok) throw new Error(preset.message);
  const settings = { ...preset.values, ...values };
  return { lab, seed, steps, settings, edits: [], ownData: null };
}

it('trains a seed to the same numbers, bit for bit, as the lab does by itself', async () => {
  const { training, live } = inProcess();
  const small = { pointsPerArm: 20, clusters: 6 };
  const tasks = [4, 5, 6].map((seed) => taskOf('svae-gmm', seed, 30, small));
  // One at a time: sessions in the same process share one WebAssembly backend.
  await training.train(tasks, 1);
  const { phase, runs } = training.state.getState();
  expect(phase).toBe('done');
  expect(live.size).toBe(0);
  for (const { task, outcome, history } of runs) {
    const lab = openLabInProcess();
    close.push(() => lab.close());
    await lab.controller.begin({ ...task, origin: fromSeed() });
    await lab.controller.train(30);
    const alone = await lab.controller.outcome();
    expect(outcome).toEqual({ ...alone, dataset: lab.controller.run.getState().dataset });
    await expect.poll(() => lab.controller.run.getState().step).toBe(30);
    expect(history.terms.total).toEqual(lab.controller.run.getState().history.terms.total);
  }
});

it('ends the workers when it is cancelled, and keeps what is done', async () => {
  const { training, live } = inProcess();
  const done = training.train(
    [taskOf('em', 1, 2), taskOf('em', 2, 100_000_000), taskOf('em', 3, 2)],
    1,
  );
  const stop = training.state.subscribe(({ runs }) => {
    if (runs[1]?.state === 'training') training.cancel();
  });
  await done;
  stop();
  expect(live.size).toBe(0);
  const { phase, runs } = training.state.getState();
  expect(phase).toBe('cancelled');
  expect(runs.map(({ task, state }) => [task.seed, state])).toEqual([[1, 'done']]);
});

it('says why a run failed, and goes on with the others', async () => {
  const { training } = inProcess();
  await training.train([taskOf('em', 1, 1, { dataset: 'own' }), taskOf('em', 2, 1)], 1);
  const { runs } = training.state.getState();
  expect(runs.map(({ state }) => state)).toEqual(['failed', 'done']);
  expect(runs[0].problem).toMatch(/\.$/);
});

it('leaves the page a core where there are more than two', () => {
  expect(spareWorkers(1, 8)).toBe(1);
  expect(spareWorkers(2, 8)).toBe(2);
  expect(spareWorkers(8, 20)).toBe(7);
  expect(spareWorkers(8, 3)).toBe(3);
});
