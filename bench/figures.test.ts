import { describe, expect, it } from 'vitest';
import { lower, type Measurement, medianOf, overReference, share, verdict } from './figures.ts';

const runOf = (...values: number[]): Measurement => ({
  figures: values.map((value, i) => ({
    name: `figure ${i}`,
    atLeast: lower(3, '3 ms'),
    aim: null,
    value,
    measured: Number.isNaN(value) ? 'not measured' : `${value} ms`,
  })),
  run: 'Node',
  referenceMs: 50,
  notes: [],
});

describe('the median of runs', () => {
  it('is taken for each figure, and names the lowest and the highest', () => {
    const { figures, run } = medianOf([runOf(1, 9), runOf(5, 7), runOf(3, 8)]);
    expect(figures.map(({ measured }) => measured)).toEqual([
      '3 ms; runs 1.00 to 5.00',
      '8 ms; runs 7.00 to 9.00',
    ]);
    expect(run).toBe('Node, median of 3 runs');
  });

  it('leaves out what was not measured, and keeps it where no run has it', () => {
    const { figures } = medianOf([runOf(Number.NaN, 4, Number.NaN), runOf(2, 6, Number.NaN)]);
    expect(figures.map(({ measured }) => measured)).toEqual([
      '2 ms; runs 2.00 to 2.00',
      '4 ms; runs 4.00 to 6.00',
      'not measured',
    ]);
  });
});

it('holds shares of fewer seeds against the same shares of all', () => {
  expect(verdict(share('found', 4, 4, [18, 20, 20]))).toBe('aim reached');
  expect(verdict(share('found', 9, 10, [18, 20, 20]))).toBe('reached');
  expect(verdict(share('found', 8, 10, [18, 20, 20]))).toBe('missed');
  expect(share('found', 2, 3, [1, null, 1]).atLeast?.text).toBe('all');
});

it('compares a time with the reference work beside it', () => {
  const [figure] = runOf(30).figures;
  const ratio = overReference(figure, 50, [0.7, 0.4]);
  expect(ratio).toMatchObject({ name: 'figure 0, over the reference work', measured: '0.60' });
  expect(verdict(ratio)).toBe('reached');
});
