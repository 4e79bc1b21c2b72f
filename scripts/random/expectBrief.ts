import { expect } from 'vitest';

/** Longer messages fill the page. */
const LONGEST_MESSAGE = 500;

/** Expects sentences that do not grow with the input they are about. */
export function expectBrief(message: string): void {
  expect(message.length, message.slice(0, LONGEST_MESSAGE)).toBeLessThan(LONGEST_MESSAGE);
  expect(message).toMatch(/^[A-Z0-9"“].*[.?…]$/s);
}
