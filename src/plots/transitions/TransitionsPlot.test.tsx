import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { onPage } from '../host/onPage.fixture.tsx';
import { TransitionsPlot } from './TransitionsPlot.tsx';

afterEach(cleanup);

const STATES = [0, 1, 2].map((id) => ({
  id,
  transition: [0, 1, 2].map((to) => (to === id ? 0.9 : 0.05)),
}));

/** How strongly each state is drawn. */
function drawn(of: { hovered: number | null; unused?: number[]; removed?: number[] }): string[] {
  onPage(<TransitionsPlot states={STATES} onHover={() => {}} {...of} />, {
    width: 300,
    height: 200,
  });
  return screen.getAllByRole('listitem').map((item) => item.getAttribute('opacity') ?? '');
}

it('draws states that are not in use faintly, until they are pointed at', () => {
  expect(drawn({ hovered: null, unused: [1] })).toEqual(['1', '0.4', '1']);
  cleanup();
  expect(drawn({ hovered: 1, unused: [1] })).toEqual(['0.2', '1', '0.2']);
  cleanup();
  expect(drawn({ hovered: null, removed: [2] })).toEqual(['1', '1', '0.2']);
});
