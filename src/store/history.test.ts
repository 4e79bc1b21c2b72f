import { describe, expect, it } from 'vitest';
import type { HistoryRows } from '../session/protocol.ts';
import {
  compactHistory,
  emptyHistory,
  extendHistory,
  recalledHistory,
  summarise,
} from './history.ts';

function rows(from: number, to: number, fromStart = false): HistoryRows {
  const step = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return {
    fromStart,
    step,
    terms: { total: step, reconstruction: step.map(() => 1), globalKl: step.map(() => 3) },
    events: [],
  };
}

describe('the course of the bound', () => {
  it('grows by what frames bring', () => {
    const history = extendHistory(extendHistory(emptyHistory(), rows(1, 3)), rows(4, 5));
    expect([...history.step]).toEqual([1, 2, 3, 4, 5]);
    expect([...history.terms.total]).toEqual([1, 2, 3, 4, 5]);
  });

  it('starts again when a frame says so', () => {
    const history = extendHistory(extendHistory(emptyHistory(), rows(1, 3)), rows(1, 1, true));
    expect([...history.step]).toEqual([1]);
  });

  it('is overwritten where a run went back to an earlier state', () => {
    const history = extendHistory(extendHistory(emptyHistory(), rows(1, 9)), rows(5, 6));
    expect([...history.step]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(history.terms.globalKl).toHaveLength(6);
  });

  it('stays as it is, to the object, when there is nothing new', () => {
    const history = extendHistory(emptyHistory(), rows(1, 2));
    expect(extendHistory(history, rows(1, 0))).toBe(history);
  });

  it('has no number where a step had none of a name, in files neither', () => {
    const first = extendHistory(emptyHistory(), rows(1, 2));
    const later = rows(3, 4);
    const history = extendHistory(first, { ...later, terms: { ...later.terms, iwae10: [7, 8] } });
    expect([...history.terms.iwae10]).toEqual([NaN, NaN, 7, 8]);
    const after = extendHistory(history, rows(5, 5));
    expect([...after.terms.iwae10]).toEqual([NaN, NaN, 7, 8, NaN]);
    const kept = summarise(after);
    expect(kept.elbo[0]).not.toHaveProperty('iwae10');
    expect(kept.elbo[2]).toMatchObject({ iwae10: 7 });
    expect([...recalledHistory(kept).terms.iwae10]).toEqual([NaN, NaN, 7, 8, NaN]);
  });

  it('is thinned in a long run, its columns together', () => {
    let history = emptyHistory();
    for (let i = 0; i < 7; i++)
      history = extendHistory(history, rows(i * 1000 + 1, i * 1000 + 1000));
    expect(history.step.length).toBeLessThanOrEqual(6000);
    expect(history.step[history.step.length - 1]).toBe(7000);
    expect(history.terms.total).toEqual(history.step);
  });

  it('shows the beginning of a very long run as closely as what came later', () => {
    let history = emptyHistory();
    for (let i = 0; i < 160; i++)
      history = extendHistory(history, rows(i * 1000 + 1, i * 1000 + 1000));
    expect(history.step[0]).toBe(1);
    const gaps = Array.from(history.step.subarray(1), (step, i) => step - history.step[i]);
    expect(Math.max(...gaps)).toBeLessThan((3 * 160_000) / 3000);
  });

  it('asks for memory once in a run', () => {
    const first = extendHistory(emptyHistory(), rows(1, 10));
    const last = extendHistory(first, rows(11, 9000));
    expect(last.terms.total.buffer).toBe(first.terms.total.buffer);
  });

  it('keeps what changed the model of very many events', () => {
    const event = (step: number, accepted: boolean, kind = 'merge') => ({
      step,
      kind,
      label: '',
      accepted,
      gain: 0,
    });
    let history = extendHistory(emptyHistory(), { ...rows(1, 1), events: [event(1, true)] });
    for (let step = 2; step < 2000; step++) {
      history = extendHistory(history, { ...rows(step, step), events: [event(step, false)] });
    }
    const stopped = event(2000, false, 'breakdown');
    history = extendHistory(history, { ...rows(2000, 2000), events: [stopped] });
    expect(history.events).toEqual([event(1, true), stopped]);
    for (let step = 2001; step < 4000; step++) {
      history = extendHistory(history, { ...rows(step, step), events: [event(step, true)] });
    }
    expect(history.events).toHaveLength(200);
    expect(history.events[199].step).toBe(3999);
  });

  it('can be put by in little memory, and goes on from there', () => {
    const compact = compactHistory(extendHistory(emptyHistory(), rows(1, 2000)));
    expect(compact.step.length).toBeLessThanOrEqual(601);
    expect(compact.terms.total.buffer.byteLength).toBe(8 * compact.step.length);
    const on = extendHistory(compact, rows(2001, 2003));
    expect([...on.terms.total.subarray(-4)]).toEqual([2000, 2001, 2002, 2003]);
    expect(on.terms.total[0]).toBe(1);
  });

  it('comes back from a file with its first and last row', () => {
    const history = extendHistory(emptyHistory(), rows(1, 2000));
    const file = summarise(history);
    expect(file.step.length).toBeLessThanOrEqual(601);
    const recalled = recalledHistory(file);
    expect(recalled.step[0]).toBe(1);
    expect(recalled.step[recalled.step.length - 1]).toBe(2000);
  });
});
