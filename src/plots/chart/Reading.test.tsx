import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { onPage } from '../host/onPage.fixture.tsx';
import { linearAxis, logAxis } from './axes.ts';
import { Chart } from './Chart.tsx';
import { Reading } from './Reading.tsx';

const X = logAxis('draws', { low: 1, high: 1000 });
const Y = linearAxis('variance', { low: 0, high: 10 });
const SIZES = [1, 10, 100, 1000];
const lineOf = (name: string, values: readonly number[]) => ({
  ...{ key: name, name, colour: 'red' },
  value: (record: number) => values[record],
  text: (record: number) => `${values[record]} nats`,
});
const lines = [lineOf('score', [8, 4, 2, 1]), lineOf('leave-one-out', [Number.NaN, 3, 2, 1])];

const shown = (pointed: number | null) =>
  onPage(
    <Chart label="Variances" x={X} y={Y}>
      <Reading
        {...{ label: 'Number of draws', xs: SIZES, named: (n) => `${n} draws`, lines, pointed }}
      />
    </Chart>,
    { width: 600, height: 200 },
  );
const reader = () => screen.getByRole('slider', { name: 'Number of draws shown in the chart' });
const labels = () =>
  screen.queryAllByRole('listitem').map((label) => label.getAttribute('aria-label'));

it('reads the values at each place by keys, without those that are not there', async () => {
  const user = shown(null);
  expect(labels()).toEqual([]);
  reader().focus();
  await user.keyboard('{End}{ArrowLeft}');
  expect(reader().getAttribute('aria-valuetext')).toBe(
    '100 draws: score 2 nats; leave-one-out 2 nats',
  );
  await user.keyboard('{Home}');
  expect(reader().getAttribute('aria-valuetext')).toBe('1 draws: score 8 nats');
  expect(labels()).toEqual(['score 8 nats']);
  fireEvent.blur(reader());
  expect(labels()).toEqual([]);
});

it('reads the place next to a pointer', () => {
  shown(210);
  expect(screen.getByRole('list', { name: 'Values at 10 draws' })).toBeTruthy();
});
