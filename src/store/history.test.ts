import { describe, expect, it } from 'vitest';
import type { HistoryRows } from '../session/protocol.ts';
import { emptyHistory, extendHistory, recalledHistory, summarise } from './history.ts';

function rows(from: number, to: number, fromStart = false): HistoryRows {
  const step = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return {
    fromStart,
    step,
    elbo: step.map((value) => ({ total: value, reconstruction: 1, localKl: 2, globalKl: 3 })),
    events: [],
  };
}

describe('the course of the bound', () => {
  it('grows by what frames bring', () => {
    const history = extendHistory(extendHistory(emptyHistory(), rows(1, 3)), rows(4, 5));
    expect(history.step).toEqual([1, 2, 3, 4, 5]);
    expect(history.total).toEqual([1, 2, 3, 4, 5]);
  });

  it('starts anew when a frame says so', () => {
    const history = extendHistory(extendHistory(emptyHistory(), rows(1, 3)), rows(1, 1, true));
    expect(history.step).toEqual([1]);
  });

  it('is overwritten where a run went back to an earlier state', () => {
    const history = extendHistory(extendHistory(emptyHistory(), rows(1, 9)), rows(5, 6));
    expect(history.step).toEqual([1, 2, 3, 4, 5, 6]);
    expect(history.globalKl).toHaveLength(6);
  });

  it('stays as it is, to the object, when there is nothing new', () => {
    const history = extendHistory(emptyHistory(), rows(1, 2));
    expect(extendHistory(history, { fromStart: false, step: [], elbo: [], events: [] })).toBe(
      history,
    );
  });

  it('is thinned in a long run, its columns together', () => {
    let history = emptyHistory();
    for (let i = 0; i < 7; i++)
      history = extendHistory(history, rows(i * 1000 + 1, i * 1000 + 1000));
    expect(history.step.length).toBeLessThanOrEqual(6000);
    expect(history.step[history.step.length - 1]).toBe(7000);
    expect(history.total).toEqual(history.step);
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
