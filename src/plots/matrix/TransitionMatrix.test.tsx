import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { onPage } from '../host/onPage.fixture.tsx';
import { TransitionMatrix } from './TransitionMatrix.tsx';

const DIMENSION = 4;
const LEARNED = Float64Array.from({ length: 16 }, (_, index) => (index % 5 === 0 ? 0.9 : 0.1));

const heard: string[] = [];
beforeEach(() => void heard.splice(0));

function Matrix() {
  const [entries, setEntries] = useState<ReadonlyMap<number, number>>(new Map());
  const [factors, setFactors] = useState<readonly number[]>([1, 1, 1, 1]);
  const matrix = LEARNED.map(
    (value, index) => (entries.get(index) ?? value) * factors[index % DIMENSION],
  );
  return (
    <TransitionMatrix
      label="Transition matrix A"
      matrix={matrix}
      learned={LEARNED}
      dimension={DIMENSION}
      factors={factors}
      editedEntries={new Set(entries.keys())}
      parseEntry={(text) =>
        Number.isFinite(Number(text))
          ? { ok: true, value: Number(text) }
          : { ok: false, message: `“${text}” is not a number. Type a number such as 0.5.` }
      }
      onEntry={(row, column, value) => {
        heard.push(`entry ${row} ${column} ${value}`);
        setEntries(new Map(entries).set(row * DIMENSION + column, value));
      }}
      onResetEntry={(row, column) => {
        heard.push(`reset ${row} ${column}`);
        setEntries(new Map([...entries].filter(([key]) => key !== row * DIMENSION + column)));
      }}
      onColumnFactor={({ phase, target: column, at: factor }) => {
        heard.push(`factor ${column} ${factor} ${phase}`);
        setFactors((known) => known.map((old, index) => (index === column ? factor : old)));
      }}
    />
  );
}

const draw = () => onPage(<Matrix />, { width: 320, height: 420 });
const cell = (name: string | RegExp) => screen.getByRole('gridcell', { name });
const focused = () => document.activeElement?.getAttribute('aria-label') ?? '';

beforeEach(() => {
  // happy-dom lays nothing out and does not scroll.
  Element.prototype.scrollIntoView = vi.fn();
});

it('entries are walked by keys, typed, and restored', async () => {
  const user = draw();
  cell(/^Row 1, column 1:/).focus();
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(focused()).toMatch(/^Row 2, column 2:/);
  await user.keyboard('{Control>}{End}{/Control}');
  expect(focused()).toMatch(/^Row 4, column 4:/);
  await user.keyboard('{Control>}{Home}{/Control}{ArrowDown}{ArrowRight}{Enter}');
  const field = screen.getByRole('textbox', { name: 'Row 2, column 2' });
  expect(document.activeElement).toBe(field);
  await user.clear(field);
  await user.type(field, 'much{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('“much” is not a number');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await user.clear(field);
  await user.type(field, '-0.5{Enter}');
  expect(focused()).toBe('Row 2, column 2: −0.50, set by hand, learned 0.90');
  expect(screen.queryByRole('alert')).toBeNull();
  // A digit starts a new number; Escape leaves everything as it was.
  await user.keyboard('7');
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('7');
  await user.keyboard('{Escape}');
  expect(focused()).toMatch(/^Row 2, column 2: −0\.50/);
  await user.keyboard('{Delete}');
  expect(heard).toEqual(['entry 1 1 -0.5', 'reset 1 1']);
});

it('columns are scaled in steps, and a double click resets them', async () => {
  const user = draw();
  const factor = screen.getByRole<HTMLInputElement>('slider', { name: 'Column 3 factor' });
  factor.focus();
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(heard).toEqual(['factor 2 1 start', 'factor 2 1.1 move', 'factor 2 1.1 end']);
  expect(factor.value).toBe('1.1');
  expect(screen.getByText('×1.10')).toBeTruthy();
  await user.dblClick(factor);
  expect(factor.value).toBe('1');
  fireEvent.change(factor, { target: { value: '0.8' } });
  expect(cell(/^Row 1, column 3: .*column scaled/)).toBeTruthy();
  expect(heard.at(-1)).toBe('factor 2 0.8 end');
});

it('the grid has one stop of the Tab key', () => {
  draw();
  const cells = within(screen.getByRole('grid')).getAllByRole('gridcell');
  expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
});
