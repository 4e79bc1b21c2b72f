import { afterEach, expect, it } from 'vitest';
import { fromSeed } from '../../../store/document.ts';
import { type LabInProcess, openLabInProcess } from '../../../store/labInProcess.fixture.ts';
import { em } from '../../em/lab.ts';
import { exports } from '../../em/page/exports.ts';
import { settingsOf } from '../../lab.ts';
import { curvesCsv, runsCsv } from './runsCsv.ts';
import {
  bestRun,
  fractionOf,
  medianOf,
  seedRows,
  seedTraining,
  spreadsOf,
  takeSeed,
  trainSeeds,
} from './seedRuns.ts';

const open: LabInProcess[] = [];
afterEach(() => {
  for (const lab of open.splice(0)) lab.close();
});

async function trained() {
  const lab = openLabInProcess();
  open.push(lab);
  const settings = settingsOf(em, { lab: '', settings: {} });
  const nothing = { edits: [], ownData: null, origin: fromSeed() };
  await lab.controller.begin({ lab: 'em', settings, seed: 1, ...nothing });
  await trainSeeds(lab.controller, { count: 4, first: 11, steps: 12 }, 1);
  const { runs } = seedTraining(lab.controller).state.getState();
  return { ...lab, runs };
}

it('spreads what came out of the seeds, with the median and the best', async () => {
  const { runs } = await trained();
  expect(runs.map(({ task }) => task.seed)).toEqual([11, 12, 13, 14]);
  expect(fractionOf({ runs })).toBe(1);
  const [elbo, rand] = spreadsOf(em, runs);
  expect([elbo.name, rand.name]).toEqual(['ELBO', 'Rand index']);
  const values = elbo.dots.map(({ value }) => value);
  expect(elbo.median).toBe(medianOf(values));
  expect(elbo.best).toBe(elbo.dots[values.indexOf(Math.max(...values))].name);
  expect(`seed ${bestRun(em, runs)?.task.seed}`).toBe(elbo.best);
});

it('takes a seed over with its model, as one step of undo, and a link repeats it', async () => {
  const { controller, runs, notices } = await trained();
  const [, second] = runs;
  expect(await takeSeed(controller, second)).toBe(true);
  expect(controller.document.getState()).toMatchObject({ seed: 12, origin: { isRepeated: true } });
  const { checkpoint } = await controller.modelFile();
  expect(checkpoint).toEqual(second.outcome?.checkpoint);
  expect(controller.run.getState().history.step.at(-1)).toBe(12);
  expect(notices.at(-1)?.text).toContain('Seed 12 is open with its model of 12 steps.');
  await controller.undo();
  expect(controller.document.getState().seed).toBe(1);
});

it('writes a row for each seed, and the points of their curves', async () => {
  const { runs } = await trained();
  const rows = seedRows(em, runs, exports);
  const lines = runsCsv(em, rows).trim().split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^run,seed,steps,.*ELBO,Rand index/);
  const curves = curvesCsv(rows.map(({ name, result }) => ({ name, curve: result.curve })));
  const points = rows.reduce((sum, { result }) => sum + result.curve.xs.length, 0);
  expect(curves.trim().split('\r\n')).toHaveLength(1 + points);
});

it('finds the middle value, or the mean of both', () => {
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([4, 1, 2, 3])).toBe(2.5);
});
