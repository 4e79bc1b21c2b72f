import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { drag, onPage } from '../host/onPage.fixture.tsx';
import { TransitionsPlot } from '../transitions/TransitionsPlot.tsx';
import { StateRibbon } from './StateRibbon.tsx';

const STEPS = 50;
const onPaint = vi.fn();

function Ribbon() {
  const [hovered, setHovered] = useState<number | null>(null);
  return (
    <StateRibbon
      label="State of each step"
      responsibilities={Float32Array.from({ length: 2 * STEPS }, (_, at) =>
        at % 2 === (at < STEPS ? 0 : 1) ? 0.9 : 0.1,
      )}
      states={2}
      truth={new Int32Array(STEPS)}
      trueColours={[0]}
      painted={new Int32Array(STEPS).fill(-1).fill(1, 10, 14)}
      brush={1}
      onPaint={onPaint}
      hoveredState={null}
      steps={STEPS}
      hovered={hovered}
      onHover={setHovered}
      inputEnd={40}
    />
  );
}

const canvas = () => screen.getByRole('slider', { name: 'Steps to paint' });

it('a stretch is chosen by keys and painted, with the brush or any state, or erased', async () => {
  const user = onPage(<Ribbon />, { width: 500, height: 100 });
  onPaint.mockClear();
  canvas().focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  expect(canvas().getAttribute('aria-valuetext')).toBe(
    'step 4: state 1, 90 %; steps 2 to 4 chosen',
  );
  await user.keyboard('{Enter}');
  expect(onPaint).toHaveBeenLastCalledWith('end', { from: 2, to: 5 }, 1);
  await user.keyboard('1');
  expect(onPaint).toHaveBeenLastCalledWith('end', { from: 2, to: 5 }, 0);
  await user.keyboard('3');
  expect(onPaint).toHaveBeenCalledTimes(2);
  await user.keyboard('{Home}{Delete}');
  expect(onPaint).toHaveBeenLastCalledWith('end', { from: 0, to: 1 }, 'eraser');
  await user.keyboard('{PageUp}');
  expect(canvas().getAttribute('aria-valuetext')).toBe('step 10: state 1, 90 %, painted');
});

it('a painted stretch is in a list, and the pointer paints from where it was pressed', () => {
  onPage(<Ribbon />, { width: 500, height: 100 });
  onPaint.mockClear();
  expect(
    screen.getByRole('listitem', { name: 'Steps 10 to 13 painted with state 2' }),
  ).toBeTruthy();
  const area = canvas();
  const [left, width] = ['x', 'width'].map((name) => Number(area.getAttribute(name)));
  vi.spyOn(area, 'getBoundingClientRect').mockReturnValue(
    new DOMRect(left, Number(area.getAttribute('y')), width, 30),
  );
  const at = (step: number): [number, number] => [left + ((step + 0.5) * width) / STEPS, 40];
  drag(area, at(20), at(24), at(27));
  expect(onPaint.mock.calls.map(([phase]) => phase)).toEqual(['start', 'move', 'move', 'end']);
  expect(onPaint).toHaveBeenLastCalledWith('end', { from: 20, to: 28 }, 1);
  drag(area, at(20), at(10), at(5));
  expect(onPaint).toHaveBeenLastCalledWith('end', { from: 5, to: 21 }, 1);
});

it('an arrow is raised and lowered by keys, and a removed state has none', async () => {
  const onMove = vi.fn();
  const states = [0, 1, 2].map((id) => ({
    id,
    transition: [0, 1, 2].map((to) => (to === id ? 0.9 : 0.05)),
  }));
  const plot = (
    <TransitionsPlot
      states={states}
      removed={[2]}
      hovered={null}
      onHover={() => {}}
      onMove={onMove}
    />
  );
  const user = onPage(plot, { width: 380, height: 270 });
  expect(screen.getAllByRole('slider')).toHaveLength(4);
  const arrow = screen.getByRole('slider', {
    name: 'Probability of going from state 1 to state 2',
  });
  arrow.focus();
  await user.keyboard('{ArrowUp}');
  fireEvent.blur(arrow);
  expect(onMove.mock.calls.map(([{ phase }]) => phase)).toEqual(['start', 'move', 'end']);
  const [{ at, target }] = onMove.mock.lastCall ?? [];
  expect(target).toEqual({ from: 0, to: 1 });
  expect(at).toBeGreaterThan(0.05);
  expect(at).toBeLessThan(0.07);
  expect(
    screen
      .getByRole('slider', { name: 'Probability of staying in state 2' })
      .getAttribute('aria-valuetext'),
  ).toBe('90 %, for 10.0 steps on average');
});
