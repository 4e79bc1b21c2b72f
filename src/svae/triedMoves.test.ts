import { expect, it } from 'vitest';
import { TriedMoves } from './triedMoves.ts';

it('blocks a refused change for a while, and only that one', () => {
  const tried = new TriedMoves(100);
  tried.refused(7, 100, 300);
  expect(tried.allows(7, 101)).toBe(false);
  expect(tried.allows(8, 101)).toBe(true);
  expect(tried.allows(7, 1000)).toBe(true);
});

it('lets a change that a short trial refused be tried again at once, and knows it until the structure changes', () => {
  const tried = new TriedMoves(0);
  tried.refused(7, 100, 0);
  tried.refused(8, 150, 300);
  expect(tried.allows(7, 101)).toBe(true);
  expect([7, 8, 9].map((key) => tried.wasRefused(key))).toEqual([true, true, false]);
  tried.accepted(200);
  expect([7, 8].map((key) => tried.wasRefused(key))).toEqual([false, true]);
  expect(tried.allows(8, 200)).toBe(false);
});

it('looks again at once at first, more and more rarely when nothing helps', () => {
  const tried = new TriedMoves(0);
  const pauses: number[] = [];
  for (let refusal = 0; refusal < 20; refusal++) {
    tried.refused(refusal, 1000, 300);
    pauses.push(tried.nextProposal - 1000);
  }
  expect(pauses[0]).toBe(0);
  expect(pauses[19]).toBeGreaterThan(1000);
  for (let i = 1; i < pauses.length; i++) expect(pauses[i]).toBeGreaterThanOrEqual(pauses[i - 1]);
  tried.accepted(1000);
  expect(tried.nextProposal).toBe(1000);
});

it('is the same again from its saved numbers', () => {
  const tried = new TriedMoves(50);
  tried.refused(3, 60, 300);
  tried.refused(12, 210, 0);
  const again = new TriedMoves(0);
  again.load(tried.save());
  expect(again.nextProposal).toBe(tried.nextProposal);
  for (const key of [3, 12, 4]) {
    expect(again.allows(key, 300)).toBe(tried.allows(key, 300));
    expect(again.wasRefused(key)).toBe(tried.wasRefused(key));
  }
  expect([...again.save()]).toEqual([...tried.save()]);
});
