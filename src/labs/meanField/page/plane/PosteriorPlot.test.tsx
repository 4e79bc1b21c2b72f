// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { noRows } from '../../../../datasets/dataset.ts';
import { drag, onPage } from '../../../../plots/host/onPage.fixture.tsx';
import { defaultValues } from '../../../../settings/values.ts';
import { PlaneEngine } from '../../engine/plane/engine.ts';
import { type MeanFieldSettings, meanFieldTable } from '../../settings.ts';
import type { PlaneTargetName } from '../../targets.ts';
import { PosteriorPlot } from './PosteriorPlot.tsx';

const onPlace = vi.fn();
const onObserve = vi.fn();
const onForget = vi.fn();
beforeEach(() => vi.clearAllMocks());

function shown(target: PlaneTargetName) {
  const engine = new PlaneEngine({
    settings: { ...defaultValues(meanFieldTable), target } as MeanFieldSettings,
    dataset: noRows('target'),
    seed: 0,
  });
  for (let step = 0; step < 60; step++) engine.train();
  const snapshot = engine.snapshot();
  const user = onPage(
    <PosteriorPlot
      {...{ snapshot, onPlace, onObserve, onForget, isHeld: false }}
      {...{ showsMarginals: true, showsPath: true, showsChain: true }}
    />,
    { width: 400, height: 400 },
  );
  return { snapshot, user };
}
const last = (mock: typeof onPlace) => mock.mock.calls.at(-1)?.[0];
const button = (name: string) => screen.getByRole('button', { name });

it('says in words what it shows', () => {
  shown('gaussian');
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'Posterior: x₁ 0.00 ± 1.00, x₂ 0.00 ± 1.00, correlation 0.90. q: x₁ 0.00 ± 0.44, x₂ 0.00 ± 0.44. ELBO −0.830, log evidence 0.000.',
  );
});

it('q is moved and widened by keys, in the numbers of the target', async () => {
  const { user, snapshot } = shown('normal');
  const { mean, deviation } = snapshot.moments;
  button('Mean of q').focus();
  await user.keyboard('{ArrowUp}');
  expect(last(onPlace)).toMatchObject({ phase: 'end', target: 'mean' });
  expect(last(onPlace).at.mean[0]).toBeCloseTo(mean[0], 9);
  expect(last(onPlace).at.mean[1]).toBeGreaterThan(mean[1]);
  button('Width of q(μ)').focus();
  await user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(last(onPlace).target).toBe('x');
  expect(last(onPlace).at.deviation[0]).toBeLessThan(deviation[0]);
  expect(last(onPlace).at.deviation[1]).toBeCloseTo(deviation[1], 9);
});

it('q is dragged, and keeps a width whatever its grips are pulled to', () => {
  const { snapshot } = shown('gaussian');
  drag(button('Mean of q'), [200, 200], [240, 200]);
  expect(last(onPlace).at.mean[0]).toBeGreaterThan(snapshot.moments.mean[0] + 0.5);
  expect(last(onPlace).at.mean[1]).toBeCloseTo(snapshot.moments.mean[1], 9);
  drag(button('Width of q(x₂)'), [200, 200], [200, 900]);
  expect(last(onPlace).at.deviation[1]).toBeGreaterThan(0);
});

it('observations are moved along their axis and removed by keys', async () => {
  const { user } = shown('normal');
  const third = button('Observation 3');
  expect(third.getAttribute('aria-description')).toContain('at μ 3.0');
  third.focus();
  await user.keyboard('{ArrowRight}');
  expect(last(onObserve)).toMatchObject({ phase: 'end', target: 2 });
  expect(last(onObserve).at).toBeGreaterThan(3);
  await user.keyboard('{Delete}');
  expect(onForget).toHaveBeenCalledWith(2);
});

it('a width is pulled right after the mean was dragged', () => {
  shown('gaussian');
  const [mean, width] = [button('Mean of q'), button('Width of q(x₁)')];
  drag(mean, [200, 200], [240, 200]);
  mean.focus();
  const at = { pointerId: 1, button: 0, clientY: 200 };
  fireEvent.pointerDown(width, { ...at, clientX: 200 });
  // As browsers do between the press and the first move.
  act(() => width.focus());
  fireEvent.pointerMove(width, { ...at, clientX: 230 });
  fireEvent.pointerUp(width, { ...at, clientX: 230 });
  expect(last(onPlace)).toMatchObject({ phase: 'end', target: 'x' });
});

it('q is dropped where the plane is clicked, and not by a click at a mark', () => {
  const { snapshot } = shown('gaussian');
  const plane = screen.getByRole('img');
  drag(plane, [300, 100], [300, 100]);
  expect(onPlace).toHaveBeenCalledTimes(1);
  expect(last(onPlace)).toMatchObject({ phase: 'end', target: 'mean' });
  expect(last(onPlace).at.mean.every((value: number) => value > 0.5)).toBe(true);
  expect(last(onPlace).at.deviation[0]).toBeCloseTo(snapshot.moments.deviation[0], 9);
  // Nor is what is pressed elsewhere and let go here, or dragged across the plane.
  fireEvent.pointerUp(plane, { pointerId: 1, button: 0, clientX: 250, clientY: 120 });
  drag(plane, [300, 100], [240, 100]);
  // The strips of the marginals are no places.
  drag(plane, [300, 395], [300, 395]);
  drag(button('Mean of q'), [200, 200], [200, 200]);
  expect(onPlace.mock.calls.filter(([{ phase }]) => phase === 'end')).toHaveLength(1);
});
