import { describe, expect, it } from 'vitest';
import { checkSetting } from '../../../../settings/validate.ts';
import type { LabController } from '../../../../store/controller.ts';
import { viewEntries } from '../../../../store/viewEntries.fixture.ts';
import { parseSvaeLdsEdit } from '../../edits.ts';
import { EXPERIMENTS } from '../../layers.ts';
import { svaeLdsTable } from '../../settings.ts';
import { beginningOf, experimentTexts, type Situation, settingsOf } from './experiments.ts';
import { experimentFlags, openExperiment } from './openExperiment.ts';
import { judge, lastRace, outcomeInWords, race } from './race.ts';

const AS_LEARNED = { feedSpeed: 1, trains: 'everything', changesAt: 0 } as const;

const situation: Situation = {
  snapshot: { latents: Float32Array.of(-12.4, 3, 13.21), columnInfluence: [0.1, -0.7, 0.4] },
  step: 300,
  settings: AS_LEARNED,
};

describe('an experiment begins', () => {
  it.each(EXPERIMENTS)('%s with edits and settings that are valid', (experiment) => {
    const { edits, settings } = beginningOf(experiment, situation);
    for (const edit of edits) expect(parseSvaeLdsEdit(edit)).toEqual(edit);
    for (const [name, value] of Object.entries(settings)) {
      expect(checkSetting(svaeLdsTable, name, value)).toEqual({ ok: true, value });
      const { takesEffect } = svaeLdsTable.settings[name as keyof typeof settings];
      expect(takesEffect).toBe('live');
    }
    expect(experimentTexts[experiment].text).not.toBe('');
  });

  it('with one sample shown where each starts at a place of its own', () => {
    const single = EXPERIMENTS.filter((name) => beginningOf(name, situation).sample);
    expect(single).toEqual(['noInput']);
  });

  it('with a shift by as much as the latents vary', () => {
    expect(beginningOf('latentShift', situation).edits).toEqual([
      { kind: 'shiftLatents', amount: 26 },
    ]);
  });

  it('with the column that changes the pace most, where there is a pace', () => {
    const column = (columnInfluence: number[]) =>
      beginningOf('columnScaling', {
        ...situation,
        snapshot: { ...situation.snapshot, columnInfluence },
      }).edits[0];
    expect(column([0.1, -0.7, 0.4])).toMatchObject({ column: 1 });
    expect(column([])).toMatchObject({ column: 0 });
  });

  it('with other data from this step on, so that a link can go the way again', () => {
    const settings = { feedSpeed: 1.5, trains: 'everything', changesAt: 300 } as const;
    expect(beginningOf('otherFrequency', situation).settings).toEqual(settings);
    expect(beginningOf('retraining', situation).settings).toEqual({
      ...settings,
      trains: 'globals',
    });
  });

  it('with its own data again when nothing was learned from others', () => {
    const fed = { ...situation, settings: { ...AS_LEARNED, feedSpeed: 2, changesAt: 300 } };
    expect(beginningOf('noInput', fed).settings).toEqual(AS_LEARNED);
    expect(settingsOf(null, fed)).toEqual(AS_LEARNED);
    expect(beginningOf('otherFrequency', fed).settings.feedSpeed).toBe(1.5);
  });

  it('with what a model was retrained on', () => {
    const settings = { feedSpeed: 2, trains: 'globals', changesAt: 250 } as const;
    const retrained = { ...situation, settings };
    for (const experiment of EXPERIMENTS) {
      expect(beginningOf(experiment, retrained).settings).toEqual(settings);
    }
    expect(settingsOf(null, retrained)).toEqual(settings);
  });
});

describe('the open experiment', () => {
  it('is one flag among those of the view', () => {
    expect(experimentFlags('noInput')).toMatchObject({ noInput: true, retraining: null });
    expect(experimentFlags(null)).toMatchObject({ noInput: null, retraining: null });
    expect(openExperiment({ band: true, noInput: true })).toBe('noInput');
    expect(openExperiment({ band: true })).toBeNull();
  });
});

describe('a race', () => {
  const shown = (period: number | null, ahead: number | null = 0.01, inputEnds = 100) => ({
    period,
    truePeriod: 20,
    inputEnds,
    errors: { seen: 0.001, ahead },
  });

  it('goes on while the forecast fades, unless there is none', () => {
    const kind = (ahead: number | null, inputEnds?: number) =>
      judge(shown(20, ahead, inputEnds), 15, 0.5, true).kind;
    expect([0.015, 0.03, null].map((ahead) => kind(ahead))).toEqual(['found', 'running', 'found']);
    expect(kind(0.1, 0)).toBe('found');
  });

  it('ends when the period is within 1 %', () => {
    const kind = (period: number | null) => judge(shown(period), 15, 0.5, true).kind;
    expect([20.19, 20.21, null].map(kind)).toEqual(['found', 'running', 'running']);
    expect(judge(shown(20), 15, 0.5, true)).toEqual({ kind: 'found', steps: 15, seconds: 0.5 });
  });

  it('ends when somebody stops it, or nothing comes of it', () => {
    expect(judge(shown(26), 15, 0.5, false).kind).toBe('stopped');
    expect(judge(shown(26), 3000, 9, true).kind).toBe('stopped');
  });

  it('stops where the worker dies, which is told elsewhere, and tells of any other trouble', async () => {
    const told: string[] = [];
    const entries = viewEntries();
    const failing = (error: Error) =>
      ({
        pause: async () => {},
        train: () => Promise.reject(error),
        tell: ({ text }: { text: string }) => told.push(text),
        run: { getState: () => ({ runId: 'a', step: 0, phase: 'ready', view: entries.view }) },
        setEntry: entries.setEntry,
        document: {
          getState: () => ({ settings: { feedSpeed: 1.5, trains: 'globals' }, origin: {} }),
        },
      }) as unknown as LabController;
    await race(failing(Object.assign(new Error('gone'), { name: 'WorkerLost' })), 'dynamics');
    expect(told).toEqual([]);
    expect(entries.get(lastRace)).toMatchObject({
      running: null,
      outcomes: { dynamics: { kind: 'stopped', steps: 0 } },
    });
    await race(failing(new Error('refused')), 'dynamics');
    expect(told).toEqual(['refused']);
  });

  it('is told in words', () => {
    const outcome = { steps: 15, seconds: 0.512 };
    expect(outcomeInWords(undefined)).toBe('not run yet');
    expect(outcomeInWords({ ...outcome, kind: 'running' })).toBe('step 15 …');
    expect(outcomeInWords({ ...outcome, kind: 'found' })).toBe('0.51 s, 15 steps');
    expect(outcomeInWords({ ...outcome, kind: 'stopped' })).toBe('stopped: 0.51 s, 15 steps');
  });
});
