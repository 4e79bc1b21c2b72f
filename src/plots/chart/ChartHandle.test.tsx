import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { drag, onPage } from '../host/onPage.fixture.tsx';
import { linearAxis } from './axes.ts';
import { Chart } from './Chart.tsx';
import { ChartHandle, type ChartHandleProps, type ChartPoint } from './ChartHandle.tsx';

const X = linearAxis('x', { low: 0, high: 10 });
const Y = linearAxis('y', { low: 0, high: 10 });
const MARGIN = { left: 0, right: 0, top: 0, bottom: 0 };
const SIZE = { width: 100, height: 100 };

const moved = vi.fn();
const removed = vi.fn();

function Plot({ along, whole }: Pick<ChartHandleProps, 'along' | 'whole'>) {
  const [at, setAt] = useState<ChartPoint>([5, 5]);
  return (
    <Chart label="Plot" margin={MARGIN} x={X} y={Y}>
      <ChartHandle
        {...{
          at,
          along,
          whole,
          name: 'Peak',
          text: `at ${at.join(', ')}`,
          colour: 'red',
          mark: 'circle',
        }}
        onMove={({ phase, at: [x, y] }) => {
          moved(phase, Number(x.toFixed(2)), Number(y.toFixed(2)));
          setAt([x, y]);
        }}
        onRemove={removed}
      />
    </Chart>
  );
}

const handle = () => screen.getByRole('slider', { name: 'Peak' });

it('is moved by arrow keys, further with Shift, and removed by Delete', async () => {
  const user = onPage(<Plot along="both" />, SIZE);
  moved.mockClear();
  handle().focus();
  await user.keyboard('{ArrowRight}');
  expect(moved.mock.calls.map(([phase]) => phase)).toEqual(['start', 'move', 'end']);
  expect(moved).toHaveBeenLastCalledWith('end', 5.3, 5);
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(moved).toHaveBeenLastCalledWith('end', 5.3, 6.5);
  expect(handle()).toHaveProperty('tabIndex', 0);
  expect(handle().getAttribute('aria-valuetext')).toMatch(/^at 5\.3/);
  expect(removed).not.toHaveBeenCalled();
  await user.keyboard('{Delete}');
  expect(removed).toHaveBeenCalledOnce();
});

it('is dragged along its own axis only', () => {
  onPage(<Plot along="x" />, SIZE);
  moved.mockClear();
  drag(handle(), [50, 50], [60, 20], [70, 90]);
  expect(moved).toHaveBeenLastCalledWith('end', 7, 5);
  expect(handle().getAttribute('aria-orientation')).toBe('horizontal');
});

it('goes from one whole number to the next, also where a key moves by less', async () => {
  const user = onPage(<Plot along="x" whole />, SIZE);
  moved.mockClear();
  handle().focus();
  await user.keyboard('{ArrowRight}');
  expect(moved).toHaveBeenLastCalledWith('end', 6, 5);
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(moved).toHaveBeenLastCalledWith('end', 4, 5);
  drag(handle(), [40, 50], [44, 50], [48, 50]);
  expect(moved).toHaveBeenLastCalledWith('end', 5, 5);
});
