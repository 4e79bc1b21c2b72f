import { fireEvent, screen } from '@testing-library/react';
import { useRef } from 'react';
import { expect, it } from 'vitest';
import { drag, onPage } from '../host/onPage.fixture.tsx';
import { useDrag } from './useDrag.ts';

const heard: string[] = [];

function Handle({ threshold }: { readonly threshold: number }) {
  const mark = useRef<HTMLButtonElement>(null);
  const props = useDrag<string>(mark, {
    threshold,
    onStart: (target) => heard.push(`start ${target}`),
    onMove: (dx, dy) => heard.push(`move ${dx} ${dy}`),
    onEnd: () => heard.push('end'),
    onCancel: () => heard.push('cancel'),
    onClick: () => heard.push('click'),
  });
  return (
    <button type="button" ref={mark} {...props('mean 1')}>
      Handle
    </button>
  );
}

const draw = (threshold: number) => {
  heard.splice(0);
  onPage(<Handle threshold={threshold} />, { width: 100, height: 100 });
  return screen.getByRole('button', { name: 'Handle' });
};

it('a drag is reported from where it was pressed, a place once', () => {
  drag(draw(0), [10, 10], [12, 10], [12, 10], [15, 14]);
  expect(heard).toEqual(['start mean 1', 'move 2 0', 'move 5 4', 'end']);
});

it('less than the threshold is a click', () => {
  drag(draw(4), [10, 10], [12, 10]);
  expect(heard).toEqual(['click']);
});

it('Escape cancels, and what the pointer does then is no part of it', () => {
  const handle = draw(0);
  const at = { pointerId: 1, button: 0 };
  fireEvent.pointerDown(handle, { ...at, clientX: 0, clientY: 0 });
  fireEvent.pointerMove(handle, { ...at, clientX: 9, clientY: 0 });
  fireEvent.keyDown(handle, { key: 'Escape' });
  fireEvent.pointerMove(handle, { ...at, clientX: 20, clientY: 0 });
  fireEvent.pointerUp(handle, { ...at, clientX: 20, clientY: 0 });
  expect(heard).toEqual(['start mean 1', 'move 9 0', 'cancel']);
});
