/** The experiments with the real model: what the figures of the thesis say comes out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { noStorage } from '../../../../files/noStorage.ts';
import { validateSettings } from '../../../../settings/validate.ts';
import { fromSeed } from '../../../../store/document.ts';
import { createEntrance } from '../../../../store/entrance.ts';
import { linkStateOf, openLabInProcess } from '../../../../store/labInProcess.fixture.ts';
import { entryIn } from '../../../../store/view.ts';
import { shownOf } from '../../../lab.ts';
import { svaeLds } from '../../lab.ts';
import type { Experiment } from '../../layers.ts';
import { beginExperiment } from './openExperiment.ts';
import { lastRace, race } from './race.ts';

const MODEL = join(import.meta.dirname, '../../../../../public/models/svae-lds.json');

const { controller, close } = openLabInProcess();
const entrance = createEntrance({
  controller,
  storage: noStorage,
  shipped: async () => readFileSync(MODEL, 'utf8'),
});
afterAll(close);

const look = async () => shownOf(svaeLds, await controller.currentFrame());

async function enter(linkState: string): Promise<void> {
  await entrance.enter('svae-lds', linkState);
  await controller.whenOpen();
}

describe('of the shipped model', () => {
  const open = async (experiment: Experiment) => {
    await enter('');
    await beginExperiment(controller, experiment);
    return look();
  };

  it('follow one another, each with its own edits and data, and the last leaves none', async () => {
    const { period: learned } = await open('prediction');
    await open('latentShift');
    expect(await linkStateOf(controller)).toContain('shiftLatents');
    await open('otherFrequency');
    expect(await linkStateOf(controller)).toContain('feedSpeed=1.5');
    const fed = await look();
    expect(fed.truePeriod).toBeCloseTo(17.778, 2);
    // It keeps the rhythm it has learned.
    expect(Math.abs((fed.period ?? 0) / 26.667 - 1)).toBeLessThan(0.05);

    const dream = await open('noInput');
    expect(dream.inputEnds).toBe(0);
    expect(dream.truePeriod).toBeCloseTo(26.667, 2);
    expect(controller.run.getState().view.flags.sample).toBe(true);

    await beginExperiment(controller, 'prediction');
    const { inputEnds, period } = await look();
    expect(inputEnds).toBe(100);
    expect(period).toBe(learned);
    expect(controller.document.getState().edits).toEqual([]);
  });
});

it('the dynamics are retrained, and the link goes the same way', async () => {
  const small = { latentDimension: 4, hiddenUnits: 20, windows: 4 };
  const { values: settings } = validateSettings(svaeLds.table, small);
  const nothing = { edits: [], ownData: null, origin: fromSeed() };
  await controller.openDocument({ lab: 'svae-lds', settings, seed: 4, ...nothing });
  await controller.train(150);
  // An experiment begins where the picture is.
  await vi.waitFor(() => expect(controller.run.getState().step).toBe(150));
  await beginExperiment(controller, 'retraining');
  await race(controller, 'dynamics');
  expect(entryIn(controller.run.getState(), lastRace).outcomes.dynamics?.kind).toBe('found');
  const retrained = await look();
  expect(Math.abs((retrained.period ?? 0) / (retrained.truePeriod ?? 1) - 1)).toBeLessThan(0.01);

  const link = await linkStateOf(controller);
  expect(link).toContain('changesAt=150');
  await entrance.enter('em', '');
  await enter(link);
  expect(await look()).toEqual(retrained);
  expect(controller.run.getState().view.flags.retraining).toBe(true);
});
