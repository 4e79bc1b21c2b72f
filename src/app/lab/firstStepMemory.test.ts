import { expect, it } from 'vitest';
import { isFirstStepKnown, rememberFirstStep } from './firstStepMemory.ts';

function storageOf() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

it('remembers the first step of each lab apart', () => {
  const storage = storageOf();
  expect(isFirstStepKnown(() => storage, 'em')).toBe(false);
  rememberFirstStep(() => storage, 'em');
  expect(isFirstStepKnown(() => storage, 'em')).toBe(true);
  expect(isFirstStepKnown(() => storage, 'vae')).toBe(false);
});

it('shows the line at each visit where storage is forbidden', () => {
  const forbidden = () => {
    throw new DOMException('Forbidden', 'SecurityError');
  };
  rememberFirstStep(forbidden, 'em');
  expect(isFirstStepKnown(forbidden, 'em')).toBe(false);
});
