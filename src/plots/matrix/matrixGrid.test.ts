import { describe, expect, it } from 'vitest';
import { optionAfterKey } from '../chart/optionKeys.ts';
import {
  cellAfterKey,
  cellSize,
  entryText,
  isNumbered,
  matrixReach,
  showsValues,
  spaced,
  startsEntry,
  typeIn,
} from './matrixGrid.ts';

describe('the cells of a matrix', () => {
  it('fill the room, between a finger and a glance', () => {
    const room = { width: 420, height: 260 };
    expect(cellSize(room, 10, false)).toEqual({ width: 42, height: 26 });
    expect(cellSize(room, 1, false)).toEqual({ width: 44, height: 44 });
    expect(cellSize(room, 30, false)).toEqual({ width: 14, height: 8 });
    expect(cellSize(room, 30, true)).toEqual({ width: 26, height: 26 });
    expect(showsValues({ width: 42, height: 17 })).toBe(true);
    expect(showsValues({ width: 14, height: 8 })).toBe(false);
  });

  it('are numbered as far as there is room', () => {
    const numbered = (size: number) =>
      Array.from({ length: 12 }, (_, index) => index).filter((index) => isNumbered(index, size));
    expect(numbered(16)).toHaveLength(12);
    expect(numbered(8)).toEqual([0, 4, 9]);
    expect(spaced([3, 10, 40, 55, 71], 30)).toEqual([3, 40, 71]);
  });

  it('are walked by arrows and do not end outside', () => {
    const cell = { row: 0, column: 2 };
    expect(cellAfterKey('ArrowUp', false, cell, 3)).toEqual(cell);
    expect(cellAfterKey('ArrowRight', false, cell, 3)).toEqual(cell);
    expect(cellAfterKey('ArrowDown', false, cell, 3)).toEqual({ row: 1, column: 2 });
    expect(cellAfterKey('Home', false, cell, 3)).toEqual({ row: 0, column: 0 });
    expect(cellAfterKey('End', true, cell, 3)).toEqual({ row: 2, column: 2 });
    expect(cellAfterKey('PageDown', false, cell, 30)).toEqual({ row: 5, column: 2 });
    expect(cellAfterKey('q', false, cell, 3)).toBeNull();
  });

  it('start to be typed into by what numbers start with', () => {
    for (const key of ['0', '-', '−', '.', ',']) expect(startsEntry(key)).toBe(true);
    for (const key of ['a', 'Tab', ' ', '10']) expect(startsEntry(key)).toBe(false);
  });

  it('have values of about the same width', () => {
    expect(entryText(-0.004)).toBe('0.00');
    expect(entryText(-0.126)).toBe('−0.13');
    expect(entryText(12.34)).toBe('12.3');
    expect(entryText(-1234.5)).toBe('−1235');
    expect(entryText(Number.NaN)).toBe('–');
  });

  it('share a scale with a round end', () => {
    expect(matrixReach([0.2, -1.2, Number.NaN])).toBe(1.25);
    expect(matrixReach([1.0001])).toBe(1.1);
    expect(matrixReach([0.98])).toBe(1);
    expect(matrixReach([0.7])).toBeCloseTo(0.8, 12);
    expect(matrixReach([-34])).toBe(40);
    expect(matrixReach([0, 0.1])).toBe(0.5);
    expect(matrixReach([])).toBe(0.5);
  });
});

it('chooses from a list by keys', () => {
  expect(optionAfterKey('ArrowDown', null, 3)).toBe(0);
  expect(optionAfterKey('ArrowUp', null, 3)).toBe(2);
  expect(optionAfterKey('ArrowDown', 2, 3)).toBe(2);
  expect(optionAfterKey('Escape', 1, 3)).toBeNull();
  expect(optionAfterKey('Escape', null, 3)).toBeUndefined();
  expect(optionAfterKey('ArrowDown', null, 0)).toBeUndefined();
});

it('fills a cell with its value, in type between 11 and 16 pixels', () => {
  expect(typeIn({ width: 32, height: 32 })).toBeCloseTo(11.84);
  expect(typeIn({ width: 40, height: 16 })).toBe(12);
  expect(typeIn({ width: 44, height: 44 })).toBe(16);
});
