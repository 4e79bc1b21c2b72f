import { cleanup, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { drag, onPage } from '../host/onPage.fixture.tsx';
import { EigenvalueDial } from './EigenvalueDial.tsx';
import { NO_TURN, type Turn } from './eigenvalues.ts';

const PERIODS = [26.67, 13.3, 7.3];

/** Three pairs on the unit circle and a real eigenvalue, under the turns in use. */
function eigenvalues(turns: readonly Turn[]) {
  const members = PERIODS.flatMap((period, pair) => {
    const angle = ((2 * Math.PI) / period) * turns[pair].angleFactor;
    const radius = 0.9 * turns[pair].radiusFactor;
    return [1, -1].map((side) => [radius * Math.cos(angle), side * radius * Math.sin(angle)]);
  });
  const all = [...members, [0.61, 0]];
  return {
    real: Float64Array.from(all, ([re]) => re),
    imaginary: Float64Array.from(all, ([, im]) => im),
  };
}

const onTurn = vi.fn();

function Dial() {
  const [turns, setTurns] = useState<readonly Turn[]>([NO_TURN, NO_TURN, NO_TURN]);
  const [pair, setPair] = useState(0);
  return (
    <EigenvalueDial
      label="Eigenvalues"
      eigenvalues={eigenvalues(turns)}
      learned={eigenvalues([NO_TURN, NO_TURN, NO_TURN])}
      turns={turns}
      selectedPair={pair}
      onSelectPair={setPair}
      onTurn={({ phase, target, at: { angleFactor, radiusFactor } }) => {
        onTurn(target, Number(angleFactor.toFixed(3)), Number(radiusFactor.toFixed(3)), phase);
        setTurns((known) =>
          known.map((turn, index) => (index === target ? { angleFactor, radiusFactor } : turn)),
        );
      }}
    />
  );
}

const frequency = () => screen.getByRole('slider', { name: 'Frequency' });
const spoken = () => frequency().getAttribute('aria-valuetext');
/** Where a member of a pair is drawn. */
function placeOf(member: Element | null | undefined): readonly [number, number] {
  const [x, y] = (member?.getAttribute('transform') ?? '').match(/-?[\d.]+/g) ?? [];
  return [Number(x), Number(y)];
}
const conjugateOf = (mark: Element) =>
  mark.parentElement?.querySelector('[data-conjugate]')?.parentElement;

it('a pair is turned and stretched by keys, its conjugate follows, and Delete restores it', async () => {
  const user = onPage(<Dial />, { width: 300, height: 300 });
  onTurn.mockClear();
  expect(spoken()).toMatch(/^period 26\.7 steps, radius 0\.9/);
  frequency().focus();
  await user.keyboard('{ArrowRight}');
  expect(onTurn.mock.calls.map(([, , , phase]) => phase)).toEqual(['start', 'move', 'end']);
  expect(onTurn).toHaveBeenLastCalledWith(0, 1.01, 1, 'end');
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(spoken()).toMatch(/radius 0\.910/);
  const [above, below] = [frequency(), conjugateOf(frequency())].map(placeOf);
  const centre = Number(document.querySelector('.dial-circle')?.getAttribute('cy'));
  expect(above[0]).toBeCloseTo(below[0], 6);
  expect(above[1] - centre).toBeCloseTo(centre - below[1], 6);
  await user.keyboard('{Delete}');
  expect(spoken()).toMatch(/^period 26\.7 steps, radius 0\.9/);
});

it('a pair is chosen and turned by the pointer, by either member', () => {
  onPage(<Dial />, { width: 300, height: 300 });
  onTurn.mockClear();
  const third = screen.getByRole('button', { name: /^Pair 3:/ });
  const below = conjugateOf(third);
  if (!below) throw new Error('A pair has two members.');
  const from = placeOf(below);
  drag(below, from, [from[0] + 10, from[1]], [from[0] + 20, from[1] - 10]);
  expect(onTurn.mock.calls[0]).toEqual([2, 1, 1, 'start']);
  expect(onTurn.mock.calls.at(-1)?.[3]).toBe('end');
  // To the right is a smaller angle: slower.
  expect(onTurn.mock.calls.at(-1)?.[1]).toBeLessThan(1);
  expect(spoken()).not.toMatch(/^period 7\.3/);
});

it('a real eigenvalue has nothing to turn, and says so', () => {
  onPage(<Dial />, { width: 300, height: 300 });
  expect(screen.getByRole('listitem', { name: /^Real eigenvalue 0\.610/ })).toBeTruthy();
  expect(screen.getAllByRole('slider')).toHaveLength(1);
});

it('a period whose number the upper edge would cut has its tick alone', () => {
  onPage(<Dial />, { width: 300, height: 300 });
  expect(screen.getByText('4')).toBeTruthy();
  cleanup();
  onPage(<Dial />, { width: 190, height: 150 });
  expect(screen.queryByText('4')).toBeNull();
  expect(screen.getByText('3')).toBeTruthy();
});

it('one of several dials writes no number that a side would cut, and uses the whole width', () => {
  const small = () => (
    <EigenvalueDial
      isSmall
      label="Eigenvalues"
      eigenvalues={eigenvalues([NO_TURN, NO_TURN, NO_TURN])}
      selectedPair={0}
      onSelectPair={() => {}}
    />
  );
  onPage(small(), { width: 118, height: 150 });
  for (const number of ['2', '10', '20']) {
    const at = Number(screen.getByText(number).getAttribute('x'));
    expect(at).toBeGreaterThan(4 + 3.5 * number.length);
    expect(at).toBeLessThan(118 - 4 - 3.5 * number.length);
  }
  cleanup();
  onPage(small(), { width: 90, height: 120 });
  expect(screen.queryByText('20')).toBeNull();
});
