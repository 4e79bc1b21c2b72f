import { describe, expect, it } from 'vitest';
import {
  cellAfterKey,
  cellSize,
  entryText,
  matrixReach,
  showsValues,
  startsEntry,
} from './matrixGrid.ts';
import { optionAfterKey } from './optionKeys.ts';

describe('the cells of a matrix', () => {
  it('fill the room, between a finger and a glance', () => {
    expect(cellSize(420, 10)).toBe(42);
    expect(cellSize(420, 1)).toBe(44);
    expect(cellSize(420, 30)).toBe(26);
    expect(showsValues(42)).toBe(true);
    expect(showsValues(26)).toBe(false);
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
    expect(matrixReach([0.2, -1.2, Number.NaN])).toBe(1.5);
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
