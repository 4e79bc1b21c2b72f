// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LabProvider } from '../../../store/context.ts';
import type { LabController } from '../../../store/controller.ts';
import { createRunStore, type Phase, type RunState } from '../../../store/run.ts';
import { em } from '../../em/lab.ts';
import { useCalmSnapshot } from './useCalmSnapshot.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A run whose pictures have a number; what the diagram shows of it. */
function looks(phase: Phase) {
  const run = createRunStore();
  const picture = (number: number) =>
    ({ snapshot: { kind: 'em', number } }) as unknown as Partial<RunState>;
  run.setState({ phase, ...picture(0) });
  const controller = { run } as unknown as LabController;
  const around = ({ children }: { readonly children: ReactNode }) => (
    <LabProvider value={{ lab: em, controller }}>{children}</LabProvider>
  );
  const { result } = renderHook(() => useCalmSnapshot(true), { wrapper: around });
  const seen = () => (result.current as unknown as { readonly number: number }).number;
  const change = (part: Partial<RunState>) => act(() => run.setState(part));
  const after = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  return { seen, change, after, picture, run };
}

it('looks a few times a second while the model trains', () => {
  const { seen, change, after, picture } = looks('playing');
  for (let number = 1; number <= 4; number++) {
    change(picture(number));
    after(100);
  }
  expect(seen()).toBe(3);
});

it('looks once the keys rest, whatever the pointer is over meanwhile', () => {
  const { seen, change, after, picture, run } = looks('ready');
  for (let number = 1; number <= 4; number++) {
    change(picture(number));
    after(100);
  }
  expect(seen()).toBe(0);
  change({ view: { ...run.getState().view, highlight: 'clusters' } });
  after(150);
  expect(seen()).toBe(4);
});

it('does not look during a drag, but when it is over', () => {
  const { seen, change, after, picture } = looks('playing');
  change({ draft: { edits: [] }, ...picture(1) });
  after(1000);
  expect(seen()).toBe(0);
  change({ draft: null });
  after(250);
  expect(seen()).toBe(1);
});
