import { expect, it } from 'vitest';
import { forgetProgress, progressIn, rememberProgress } from './courseProgress.ts';

function storageOf(kept: Record<string, string> = {}) {
  const map = new Map(Object.entries(kept));
  return () => ({
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  });
}

it('keeps what each lab has come to, and adds to it', () => {
  const storage = storageOf();
  expect(progressIn('em', storage)).toBeNull();
  rememberProgress('em', { challenges: 5 }, storage);
  rememberProgress('em', { tour: true }, storage);
  rememberProgress('em', { solved: ['stuck'] }, storage);
  expect(progressIn('em', storage)).toEqual({ tour: true, solved: ['stuck'], challenges: 5 });
  expect(progressIn('vae', storage)).toBeNull();
  forgetProgress(['em', 'vae'], storage);
  expect(progressIn('em', storage)).toBeNull();
});

it.each(['', 'no JSON', 'null', '[]', '{"solved":3,"challenges":1}', '{"solved":[]}'])(
  'takes what cannot be read for nothing: %j',
  (kept) => {
    expect(progressIn('em', storageOf({ 'svae-lab.progress.em': kept }))).toBeNull();
  },
);

it('does without where storage is forbidden', () => {
  const forbidden = () => {
    throw new DOMException('Forbidden', 'SecurityError');
  };
  rememberProgress('em', { tour: true }, forbidden);
  forgetProgress(['em'], forbidden);
  expect(progressIn('em', forbidden)).toBeNull();
});
