import { findBrowser } from '../scripts/browser.mjs';

/** Ends a run before its first test where no browser is found, with a sentence that says what to do. */
export default function requireBrowser(): void {
  const { problem } = findBrowser();
  if (problem === undefined) return;
  const error = new Error(problem);
  // The stack leads into this file, which is not where the trouble is.
  error.stack = '';
  throw error;
}
