import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { TrajectoryPlot } from '../chart/TrajectoryPlot.tsx';
import { drag, onPage } from '../host/onPage.fixture.tsx';
import { ImageStrip } from './ImageStrip.tsx';

const STEPS = 200;
const heard: string[] = [];

/** A strip and the latents behind it, over the same steps. */
function Strips() {
  const [inputEnd, setInputEnd] = useState<number | null>(120);
  const [hovered, setHovered] = useState<number | null>(null);
  const [latent, setLatent] = useState<number | null>(null);
  const shared = { steps: STEPS, inputEnd, hovered, onHover: setHovered };
  return (
    <>
      <ImageStrip
        {...shared}
        label="Observations, step by pixel"
        values={new Float32Array(STEPS * 4).fill(0.5)}
        pixels={4}
        onInputEnd={({ phase, at: step }) => {
          heard.push(`${step} ${phase}`);
          setInputEnd(step);
        }}
      />
      <TrajectoryPlot
        {...shared}
        label="Latents, step by step"
        latents={new Float64Array(STEPS * 3).map((_, index) => Math.sin(index / 9))}
        dimension={3}
        highlighted={latent}
        onHighlight={setLatent}
      />
    </>
  );
}

const draw = () => {
  heard.splice(0);
  return onPage(<Strips />, { width: 480, height: 120 });
};
const line = () => screen.getByRole('slider', { name: 'Input ends' });
const spoken = () => line().getAttribute('aria-valuetext');

it('the line where input ends goes to the very start, and off, by keys', async () => {
  const user = draw();
  line().focus();
  await user.keyboard('{ArrowLeft}');
  expect(heard).toEqual(['120 start', '119 move', '119 end']);
  expect(spoken()).toBe('Input ends at step 119');
  await user.keyboard('{Home}');
  expect(spoken()).toBe('No input at all');
  await user.keyboard('{End}');
  expect(spoken()).toBe('Input throughout');
});

it('the line follows the pointer, as far as beyond the end', () => {
  draw();
  const start = Number(line().querySelector('line')?.getAttribute('x1'));
  drag(line(), [start, 20], [start - 20, 20], [start - 40, 22]);
  const moved = Number(/\d+$/.exec(spoken() ?? '')?.[0]);
  expect(moved).toBeLessThan(110);
  expect(heard.at(0)).toBe('120 start');
  expect(heard.at(-1)).toBe(`${moved} end`);
  drag(line(), [start - 40, 20], [start + 400, 20]);
  expect(spoken()).toBe('Input throughout');
});

it('a step under the pointer is named in every chart over the same steps', () => {
  draw();
  const strip = screen.getByRole('group', { name: 'Observations, step by pixel' });
  fireEvent.pointerMove(strip, { clientX: 200, clientY: 40 });
  const named = screen.getAllByText(/^step \d+/);
  expect(named.length).toBeGreaterThan(0);
  fireEvent.pointerLeave(strip);
  expect(screen.queryByText(/^step \d+$/)).toBeNull();
});

it('lines are chosen from the list of their names, by keys and by the pointer', async () => {
  const user = draw();
  const latents = screen.getByRole('listbox', { name: 'Latents' });
  latents.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  const chosen = () =>
    screen
      .getAllByRole('option', { selected: true })
      .map((option) => option.getAttribute('aria-label'));
  expect(chosen()).toEqual([expect.stringMatching(/^Latent 2:/)]);
  fireEvent.pointerUp(screen.getByRole('option', { name: /^Latent 3:/ }));
  expect(chosen()).toEqual([expect.stringMatching(/^Latent 3:/)]);
  await user.keyboard('{Escape}');
  expect(screen.queryAllByRole('option', { selected: true })).toEqual([]);
});
