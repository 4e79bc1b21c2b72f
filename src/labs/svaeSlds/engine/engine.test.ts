import { beforeAll, describe, expect, it } from 'vitest';
import { activateBackend } from '../../../networks/backend.ts';
import { defaultValues } from '../../../settings/values.ts';
import type { StepOutcome } from '../../engine.ts';
import type { SvaeSldsEdit } from '../edits.ts';
import { type SvaeSldsSettings, svaeSldsTable } from '../settings.ts';
import type { PathsInspection, SweepsInspection } from '../snapshot.ts';
import { makeSvaeSldsDataset } from './data.ts';
import { SvaeSldsEngine } from './engine.ts';

const SMALL = {
  sequenceSteps: 900,
  windowSteps: 50,
  windows: 4,
  states: 3,
  hiddenUnits: 20,
  warmUpSteps: 110,
  restarts: 4,
};

function engineFor(values: Partial<SvaeSldsSettings> = {}, seed = 1): SvaeSldsEngine {
  const settings = { ...defaultValues(svaeSldsTable), ...SMALL, ...values } as SvaeSldsSettings;
  return new SvaeSldsEngine({ settings, seed, dataset: makeSvaeSldsDataset(settings, seed, null) });
}

function trained(steps: number, values: Partial<SvaeSldsSettings> = {}): SvaeSldsEngine {
  const engine = engineFor(values);
  for (let step = 0; step < steps; step++) expect(engine.train().ok).toBe(true);
  return engine;
}

describe('an SVAE-SLDS', () => {
  let engine: SvaeSldsEngine;
  beforeAll(async () => {
    await activateBackend('wasm');
    engine = trained(330);
  });

  it('trains one state first, then cuts the series into the tempos', () => {
    const early = engineFor();
    early.train();
    const before = early.snapshot();
    expect(before.phase).toBe('warm-up');
    expect(new Set(before.assignments)).toEqual(new Set([0]));
    const { adjustedRandIndex, oracleAdjustedRandIndex, periods } = engine.measure() as never as {
      adjustedRandIndex: number;
      oracleAdjustedRandIndex: number;
      periods: number[];
    };
    expect(engine.snapshot().phase).toBe('states');
    expect(adjustedRandIndex).toBeGreaterThan(0.9 * oracleAdjustedRandIndex);
    expect(Math.abs(periods[1] / ((2 * Math.PI) / 0.5) - 1)).toBeLessThan(0.05);
    early.dispose();
  });

  it('goes on bit for bit from a checkpoint, before the states have begun and after', () => {
    for (const steps of [30, 120]) {
      const [one, other] = [trained(steps), engineFor()];
      other.load(one.save());
      for (let step = 0; step < 40; step++) {
        one.train();
        other.train();
      }
      expect(other.evaluate()).toEqual(one.evaluate());
      one.dispose();
      other.dispose();
    }
  });

  it('paints a stretch, and the states follow there', () => {
    const { firstRow, assignments } = engine.snapshot();
    const state = (assignments[50] + 1) % 3;
    const edit: SvaeSldsEdit = {
      kind: 'paintState',
      from: firstRow + 50,
      to: firstRow + 60,
      state,
    };
    engine.setEdits([edit]);
    const { assignments: after, painted } = engine.snapshot();
    expect(new Set(after.subarray(50, 60))).toEqual(new Set([state]));
    expect(painted[49]).toBe(-1);
    expect(painted[59]).toBe(state);
    engine.setEdits([]);
  });

  it('teaches a state the steps painted with it, in picture and bound alike, until edits are cleared', () => {
    const before = engine.evaluate();
    const { firstRow, states } = engine.snapshot();
    const edit: SvaeSldsEdit = {
      kind: 'paintState',
      from: firstRow + 20,
      to: firstRow + 40,
      state: 2,
    };
    engine.setEdits([edit]);
    const { states: taught } = engine.snapshot();
    expect(taught.map((state) => state.taught)).toEqual([0, 0, 20]);
    expect(taught[2].transition).not.toEqual(states[2].transition);
    expect(taught[0]).toEqual({ ...states[0], share: taught[0].share });
    expect(engine.evaluate().total).not.toBe(before.total);
    expect(engine.evaluate('learned')).toEqual(before);
    // What is painted where nothing is seen teaches nothing.
    engine.setEdits([edit, { kind: 'setInputEnd', step: 20 }]);
    expect(engine.snapshot().states[2].taught).toBe(0);
    engine.setEdits([]);
    expect(engine.snapshot().states).toEqual(states);
    expect(engine.evaluate()).toEqual(before);
  });

  it('takes a state that is painted in place of a removed one for the same true state', () => {
    const { firstRow, inputEnds, truth, matched } = engine.snapshot();
    const label = truth?.[inputEnds - 1] ?? -1;
    const [removed, free] = [matched?.indexOf(label) ?? -1, matched?.indexOf(-1) ?? -1];
    const edit: SvaeSldsEdit = {
      kind: 'paintState',
      from: firstRow + inputEnds - 5,
      to: firstRow + inputEnds,
      state: free,
    };
    engine.setEdits([edit]);
    expect(engine.snapshot().matched).toEqual(matched);
    engine.setEdits([{ kind: 'removeState', state: removed }, edit]);
    const after = engine.snapshot().matched;
    expect([after?.[removed], after?.[free]]).toEqual([-1, label]);
    engine.setEdits([]);
  });

  it('paints what lies ahead, and the sampled chains go there', () => {
    const { firstRow, inputEnds, steps } = engine.snapshot();
    const [from, to] = [inputEnds + 3, steps];
    for (const state of [0, 1]) {
      engine.setEdits([{ kind: 'paintState', from: firstRow + from, to: firstRow + to, state }]);
      const { assignments } = engine.snapshot();
      expect(new Set(assignments.subarray(from, to))).toEqual(new Set([state]));
    }
    engine.setEdits([]);
  });

  it('leaves a removed state out of pictures and of both sides of the bound', () => {
    const used = engine.snapshot().assignments[0];
    const before = engine.evaluate();
    engine.setEdits([{ kind: 'removeState', state: used }]);
    const { assignments, chain, states } = engine.snapshot();
    expect(assignments.includes(used)).toBe(false);
    expect(states[used].removed).toBe(true);
    for (let j = 0; j < 3; j++) expect(chain[j * 3 + used]).toBe(0);
    expect(engine.evaluate().total).toBeLessThan(before.total);
    expect(engine.evaluate('learned')).toEqual(before);
    engine.setEdits([]);
    expect(engine.evaluate()).toEqual(before);
  });

  it('changes chain and dynamics as edits say', () => {
    const before = engine.snapshot();
    const turned = before.states.findIndex(({ period }) => period !== null);
    engine.setEdits([
      { kind: 'turnEigenvalue', state: turned, angleFactor: 2, radiusFactor: 1 },
      { kind: 'setChainEntry', from: 0, to: 1, probability: 0.4 },
    ]);
    const after = engine.snapshot();
    expect(after.states[turned].period).toBeCloseTo((before.states[turned].period ?? 0) / 2, 6);
    expect(after.chain[1]).toBeCloseTo(0.4, 6);
    expect(after.chain[0] / after.chain[2]).toBeCloseTo(before.chain[0] / before.chain[2], 4);
    engine.setEdits([{ kind: 'scaleStickiness', factor: 2 }]);
    engine.snapshot().states.forEach(({ dwell }, k) => {
      expect(dwell / before.states[k].dwell).toBeCloseTo(2, 4);
    });
    engine.setEdits([{ kind: 'scaleDynamics', factor: 0 }]);
    for (const { transition } of engine.snapshot().states)
      for (const value of transition) expect(value).toBeCloseTo(0, 9);
    expect(() => {
      engine.setEdits([{ kind: 'swapStates', state: 0, with: 3 }]);
    }).toThrow(/no state 4/);
    engine.setEdits([]);
  });

  it('changes names alone when states are swapped', () => {
    const before = engine.snapshot();
    engine.setEdits([{ kind: 'swapStates', state: 0, with: 2 }]);
    const after = engine.snapshot();
    // Where the input has ended, states are sampled, in the order of their names.
    const seen = ({ assignments, inputEnds }: typeof before) =>
      Array.from(assignments.subarray(0, inputEnds));
    expect(seen(after)).toEqual(seen(before).map((k) => [2, 1, 0][k]));
    const figures = ({ states, matched }: typeof before) =>
      states.map(({ share, dwell, period }, k) => [share, dwell, period, matched?.[k]]);
    expect(figures(after)).toEqual([2, 1, 0].map((k) => figures(before)[k]));
    engine.setEdits([]);
  });

  it('gives the steps of merged states to one, and half of them to each half of a split', () => {
    const shares = () => engine.snapshot().states.map(({ share }) => share);
    const [first, second, third] = shares();
    engine.setEdits([{ kind: 'mergeStates', state: 0, into: 1 }]);
    const merged = shares();
    expect(merged[0]).toBeCloseTo(0, 12);
    expect(merged[1]).toBeCloseTo(first + second, 12);
    engine.setEdits([{ kind: 'splitState', state: 1, into: 2 }]);
    const split = shares();
    expect(split[2]).toBeCloseTo(split[1], 12);
    expect(split[0]).toBeCloseTo(first / (first + second), 12);
    expect(third).toBeGreaterThan(0);
    const { matched } = engine.snapshot();
    expect(matched?.[2]).toBe(matched?.[1]);
    engine.setEdits([]);
  });

  it('says of no state that it rotates where A is 0', () => {
    engine.setEdits([{ kind: 'scaleDynamics', factor: 0 }]);
    for (const { period } of engine.snapshot().states) expect(period).toBeNull();
    engine.setEdits([]);
  });

  it('prepares its states in pieces between which it answers, to the same bits', () => {
    const [whole, cut] = [trained(110), trained(110)];
    expect(whole.train().ok).toBe(true);
    let pieces = 1;
    while (cut.prepare()) {
      pieces += 1;
      if (pieces % 20 === 0) {
        cut.evaluate();
        cut.snapshot();
        cut.save();
      }
    }
    expect(cut.step).toBe(110);
    expect(cut.train().ok).toBe(true);
    expect(cut.save()).toEqual(whole.save());
    // The rounds of four starts, of the best of them, and of variational Bayes.
    expect(pieces).toBeGreaterThan(4 * 8 + 10);
    whole.dispose();
    cut.dispose();
  });

  it('judges merges in pieces between which it answers, to the same bits', () => {
    const [whole, cut] = [trained(200, { states: 5 }), engineFor({ states: 5 })];
    cut.load(whole.save());
    const events = { whole: 0, cut: 0 };
    let pieces = 0;
    const count = (outcome: StepOutcome) => (outcome.ok ? outcome.events.length : 0);
    for (let step = 0; step < 120; step++) {
      events.whole += count(whole.train());
      while (cut.prepare()) {
        pieces += 1;
        cut.evaluate();
        expect(cut.snapshot()).toEqual(cut.snapshot());
        cut.save();
      }
      events.cut += count(cut.train());
    }
    expect(events.cut).toBe(events.whole);
    expect(events.cut).toBeGreaterThan(0);
    // What is proposed, and the bound before it, are pieces of their own.
    expect(pieces).toBeGreaterThan(events.cut);
    expect(cut.save()).toEqual(whole.save());
    expect(cut.evaluate()).toEqual(whole.evaluate());
    whole.dispose();
    cut.dispose();
  });

  it('sums paths in pieces, whatever happens between them', () => {
    const other = trained(150, { states: 4 });
    const query = { kind: 'paths', from: 5, steps: 9 } as const;
    const before = other.inspect(query);
    const pieces = other.inspectInPieces(query);
    let count = 0;
    for (let piece = pieces.next(); ; piece = pieces.next(), count++) {
      if (piece.done) {
        expect(piece.value).toEqual(before);
        break;
      }
      if (count % 4 === 0) other.train();
      else other.inspect({ ...query, from: count, steps: 5 });
    }
    expect(count).toBeGreaterThan(4 ** 8 / 5000);
    other.dispose();
  });

  it('prepares again for another model', () => {
    const one = trained(110);
    const other = trained(105);
    for (let piece = 0; piece < 20; piece++) expect(one.prepare()).toBe(true);
    one.load(other.save());
    expect(one.prepare()).toBe(false);
    for (let step = 0; step < 6; step++) for (const engine of [one, other]) engine.train();
    expect(one.save()).toEqual(other.save());
    one.dispose();
    other.dispose();
  });

  it('begins without a warm-up', () => {
    const other = trained(3, { warmUpSteps: 0 });
    expect(Number.isFinite(other.evaluate().total)).toBe(true);
    other.dispose();
  });

  it('keeps bound and pictures while a merge is on trial', () => {
    const other = trained(200, { states: 5 });
    let before = '';
    const figures = () => {
      const { matched, states } = other.snapshot();
      return JSON.stringify([matched, states, other.evaluate()]);
    };
    let trialSteps = 0;
    for (let step = 0; step < 60 && trialSteps < 3; step++) {
      expect(other.train().ok).toBe(true);
      if (other.snapshot().onTrial === null) continue;
      if (trialSteps === 0) before = figures();
      else expect(figures()).toBe(before);
      trialSteps += 1;
    }
    expect(trialSteps).toBe(3);
    other.dispose();
  });

  it('leaves gaps out of the errors of forecasts', () => {
    const settings = { ...defaultValues(svaeSldsTable), ...SMALL } as SvaeSldsSettings;
    const dataset = makeSvaeSldsDataset(settings, 1, null);
    const { dimension: D, rows, heldOutRows } = dataset;
    const values = dataset.values.slice();
    // Of every ten rows five are gaps, among them the last of those seen.
    for (let t = rows - heldOutRows; t < rows; t++)
      if ((t - (rows - heldOutRows)) % 10 > 4) values.fill(Number.NaN, t * D, (t + 1) * D);
    const other = new SvaeSldsEngine({
      settings,
      seed: 1,
      dataset: { ...dataset, values, clean: null },
    });
    for (let step = 0; step < 3; step++) other.train();
    const { forecastMse } = other.measure() as never as {
      forecastMse: Record<string, number | null>;
    };
    // What is 10 or 50 steps ahead of row 99 is a gap too.
    expect(forecastMse.ahead10).toBeNull();
    expect(forecastMse.ahead1).toBeGreaterThan(0);
    expect(forecastMse.lastValue).toBeNull();
    other.dispose();
  });

  it('has a rival of one state, trained as long as itself, only where one is asked for', () => {
    const model = trained(3);
    const before = model.save();
    const [alone, next] = [{}, { withRivals: true }].map(
      (how) => model.measure(how).forecastMse as Readonly<Record<string, number>>,
    );
    const { lds, ...own } = next;
    expect(own).toEqual(alone);
    const single = trained(3, { states: 1 });
    expect(lds).toBe(single.measure().forecastMse.ahead10);
    expect(model.save()).toEqual(before);
    model.dispose();
    single.dispose();
  });

  it('builds edits in and goes on', () => {
    const other = trained(150);
    other.setEdits([{ kind: 'swapStates', state: 0, with: 1 }]);
    const shown = other.evaluate().total;
    other.bakeEdits();
    expect(other.evaluate().total).toBeCloseTo(shown, 1);
    expect(other.train().ok).toBe(true);
    other.dispose();
  });

  it('falls at every half-sweep, and not below the sum over all paths', () => {
    const sweeps = engine.inspect({ kind: 'sweeps', from: 5, steps: 8, sweeps: 5 });
    const { halves } = sweeps as SweepsInspection;
    expect(halves).toHaveLength(10);
    halves.slice(1).forEach(({ objective }, i) => {
      expect(objective).toBeLessThanOrEqual(halves[i].objective + 1e-9);
    });
    const paths = engine.inspect({ kind: 'paths', from: 5, steps: 8 }) as PathsInspection;
    expect(paths.paths).toBe(3 ** 7);
    expect(paths.bound).toBeLessThanOrEqual(paths.logEvidence);
    expect(-halves[9].objective).toBeLessThanOrEqual(paths.bound + 1e-9);
    expect(() => engine.inspect({ kind: 'paths', from: 0, steps: 40 })).toThrow(/too many/);
  });

  it('looks inside from the start that the picture has', () => {
    const bar = { signal: 'bar', dwell: 10, noise: 0.02, pixels: 20, states: 4 } as const;
    const sizes = { sequenceSteps: 600, windows: 8, warmUpSteps: 100, structuralMoves: false };
    const other = trained(400, { ...bar, ...sizes });
    const starts = new Set<boolean>();
    const steps = 8;
    for (let from = 0; from < 100; from += steps) {
      // All of the picture is the stretch, so that both begin and end at the same place.
      other.setView({ steps, from });
      other.setEdits([{ kind: 'setInputEnd', step: steps }]);
      const { responsibilities, stateCount } = other.snapshot();
      const drawn = responsibilities.subarray(stateCount);
      const stretch = { from: 0, steps } as const;
      const inside = other.inspect({ kind: 'sweeps', ...stretch, sweeps: 40 }) as SweepsInspection;
      const paths = other.inspect({ kind: 'paths', ...stretch }) as PathsInspection;
      const last = inside.halves[inside.halves.length - 1];
      for (const found of [last.responsibilities, paths.meanField])
        expect(Math.max(...found.map((share, at) => Math.abs(share - drawn[at])))).toBeLessThan(
          0.02,
        );
      starts.add(inside.startsApart);
    }
    expect(starts).toEqual(new Set([false, true]));
    other.dispose();
  });

  it('learns with one state, without dynamics and through the fixed point', () => {
    for (const values of [{ states: 1 }, { dynamics: 'none' }, { gradient: 'implicit' }] as const) {
      const other = trained(125, values);
      expect(Number.isFinite(other.evaluate().total)).toBe(true);
      if ('dynamics' in values)
        for (const { transition, period } of other.snapshot().states) {
          for (const value of transition) expect(Math.abs(value)).toBeLessThan(0.05);
          expect(period).toBeNull();
        }
      other.dispose();
    }
  });
});
