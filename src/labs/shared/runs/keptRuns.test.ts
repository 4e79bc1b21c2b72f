import { afterEach, expect, it } from 'vitest';
import type { KeptRun, KeptRunsStorage } from '../../../files/keptRuns.ts';
import { fromSeed } from '../../../store/document.ts';
import { type LabInProcess, openLabInProcess } from '../../../store/labInProcess.fixture.ts';
import { entryIn } from '../../../store/view.ts';
import { em } from '../../em/lab.ts';
import { exports } from '../../em/page/exports.ts';
import { settingsOf } from '../../lab.ts';
import { comparisonOf } from './comparison.ts';
import { areRunsShown, keepRun, keptOf, openRun, removeRun, renameRun } from './keptRuns.ts';
import { withLinkedRuns } from './linkedRuns.ts';
import { curvesCsv, runsCsv } from './runsCsv.ts';
import { bringRuns, withRuns } from './runsOnDevice.ts';
import { trainKept } from './trainKept.ts';

const open: LabInProcess[] = [];
afterEach(() => {
  for (const lab of open.splice(0)) lab.close();
});

async function started(seed = 3): Promise<LabInProcess> {
  const lab = openLabInProcess();
  open.push(lab);
  const settings = settingsOf(em, { lab: '', settings: {} });
  const nothing = { edits: [], ownData: null, origin: fromSeed() };
  await lab.controller.begin({ lab: 'em', settings, seed, ...nothing });
  return lab;
}

const keep = ({ controller }: LabInProcess) => keepRun(controller, async () => exports);

it('keeps a run with its figures and its curve, as one step of undo', async () => {
  const lab = await started();
  const { controller } = lab;
  await controller.train(4);
  await keep(lab);
  const [run] = keptOf(controller);
  expect(run).toMatchObject({ name: 'Run A', mark: 0, seed: 3, steps: 4, isRepeated: true });
  expect(run.result?.objective.total).toBe((await controller.currentFrame()).objective?.total);
  expect(run.result?.scores.map(({ name }) => name)).toContain('Rand index');
  // EM's chart begins before the first half-step.
  expect(run.result?.curve.of).toBe('ELBO');
  expect(Array.from(run.result?.curve.xs ?? [])).toEqual([0, 1, 2, 3, 4]);
  expect(lab.notices.at(-1)?.text).toBe('Kept as Run A: seed 3, 4 steps.');
  await controller.undo();
  expect(keptOf(controller)).toEqual([]);
  await controller.redo();
  expect(keptOf(controller)).toEqual([run]);
});

it('stays when another run is opened, and opens again with its model to the bit', async () => {
  const lab = await started();
  const { controller } = lab;
  await controller.train(3);
  await keep(lab);
  const { checkpoint } = await controller.modelFile();
  await controller.changeSettings({ clusters: 3 });
  await controller.changeSeed(8);
  await controller.train(2);
  await keep(lab);
  const [first, second] = keptOf(controller);
  expect(second).toMatchObject({ name: 'Run B', seed: 8, steps: 2 });
  await openRun(controller, first);
  expect(controller.document.getState()).toMatchObject({ seed: 3, settings: first.settings });
  expect((await controller.modelFile()).checkpoint).toEqual(checkpoint);
  expect(keptOf(controller)).toEqual([first, second]);
  await controller.undo();
  expect(controller.document.getState().seed).toBe(8);
});

it('shows only the settings that differ, and marks what is best', async () => {
  const lab = await started();
  const { controller } = lab;
  await controller.train(3);
  await keep(lab);
  await controller.changeSettings({ clusters: 3 });
  await controller.train(3);
  await keep(lab);
  const runs = keptOf(controller);
  const columns = comparisonOf(em, runs);
  expect(columns.map(({ name }) => name).slice(0, 3)).toEqual(['Clusters', 'Seed', 'Steps']);
  expect(columns[0].texts).toEqual([String(runs[0].settings.clusters), '3']);
  const elbo = columns.find(({ name }) => name === 'ELBO');
  const totals = runs.map(({ result }) => result?.objective.total ?? 0);
  expect(elbo?.best).toBe(totals[0] > totals[1] ? 0 : 1);
  const [one, other] = runs;
  const onOtherData = { ...other, settings: { ...other.settings, arms: 4, dataset: 'spirals' } };
  const compared = comparisonOf(em, [one, onOtherData]);
  expect(compared.every(({ best }) => best === null)).toBe(true);
  expect(runsCsv(em, runs).split('\r\n')[0]).toContain('run,seed,steps,clusters');
  const curves = runs.flatMap(({ name, result }) =>
    result ? [{ name, curve: result.curve }] : [],
  );
  expect(curvesCsv(curves).split('\r\n')[0]).toBe('run,step,ELBO');
});

it('refuses a seventh run and says how to make room; a removed one makes it', async () => {
  const lab = await started();
  const { controller } = lab;
  for (let i = 0; i < 6; i++) await keep(lab);
  expect(
    keptOf(controller)
      .map(({ name }) => name)
      .join(),
  ).toBe('Run A,Run B,Run C,Run D,Run E,Run F');
  await keep(lab);
  expect(keptOf(controller)).toHaveLength(6);
  expect(lab.notices.at(-1)?.text).toContain('Remove one of them');
  const [, second] = keptOf(controller);
  removeRun(controller, second);
  await keep(lab);
  expect(keptOf(controller)[1].name).toBe('Run B');
  renameRun(controller, keptOf(controller)[1], 'wide priors');
  expect(keptOf(controller)[1].name).toBe('wide priors');
});

/** What is kept on a device, by lab and link. */
function device(): KeptRunsStorage {
  const kept = new Map<string, readonly KeptRun[]>();
  return {
    recall: async (lab, link) => ({ ok: true, value: kept.get(`${lab}?${link}`) ?? [] }),
    async keep(lab, link, runs) {
      kept.set(`${lab}?${link}`, runs);
      return { ok: true, value: null };
    },
  };
}

it('brings the runs of the lab and the link back after a reload, and no others', async () => {
  const storage = device();
  const first = await started();
  const stop = bringRuns({ ...first, storage, lab: 'em', linkState: '' });
  await keep(first);
  await Promise.resolve();
  stop();
  const again = await started();
  bringRuns({ ...again, storage, lab: 'em', linkState: '' });
  await expect.poll(() => keptOf(again.controller)).toEqual(keptOf(first.controller));
  expect(again.controller.document.temporal.getState().pastStates).toEqual([]);
  const other = await started();
  bringRuns({ ...other, storage, lab: 'em', linkState: 'seed=1' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(keptOf(other.controller)).toEqual([]);
});

it('gives runs that an earlier version kept the settings it did not have, and leaves out others', async () => {
  const storage = device();
  const lab = await started();
  await keep(lab);
  const [run] = keptOf(lab.controller);
  const { clusters: _, ...fewer } = run.settings;
  const kept = [
    { ...run, settings: fewer },
    { ...run, id: 'b', name: 'Run B', mark: 1, settings: { ...fewer, clusters: 'many' } },
  ];
  await storage.keep('em', '', kept);
  const again = await started();
  bringRuns({ ...again, storage, lab: 'em', linkState: '' });
  await expect.poll(() => keptOf(again.controller)).toEqual([run]);
  expect(again.notices.at(-1)?.text).toContain('Run B, kept on this device, is left out');
});

it('brings the runs of a link untrained, and trains one to the numbers it had', async () => {
  const first = await started();
  await first.controller.train(3);
  await keep(first);
  const [run] = keptOf(first.controller);
  const { notes } = withLinkedRuns(em, {}, first.controller.document.getState());
  const lab = await started(9);
  const { controller } = lab;
  await controller.begin(controller.document.getState(), { view: { notes } });
  bringRuns({ controller, storage: device(), lab: 'em', linkState: 'runs' });
  await expect.poll(() => keptOf(controller)).toHaveLength(1);
  expect(entryIn(controller.run.getState(), areRunsShown)).toBe(true);
  const [linked] = keptOf(controller);
  expect(linked).toMatchObject({ name: 'Run A', seed: 3, steps: 3, result: null });
  await trainKept(controller, async () => exports, linked);
  expect(keptOf(controller)[0].result).toEqual(run.result);
});

it('gives runs that come together marks of their own', async () => {
  const lab = await started();
  await keep(lab);
  const [run] = keptOf(lab.controller);
  const both = withRuns([run], [{ ...run, id: 'other' }, run]);
  expect(both.map(({ mark }) => mark)).toEqual([0, 1]);
});
