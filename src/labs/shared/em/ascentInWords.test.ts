import { expect, it } from 'vitest';
import { ascentInWords } from './ascentInWords.ts';

const check = { halfSteps: 37, falls: 0, boundFalls: 0, converged: false };

it('says that nothing has fallen, and how long', () => {
  expect(ascentInWords('soft', check)).toBe(
    'As EM guarantees, the log-likelihood has never fallen (37 half-steps).',
  );
  expect(ascentInWords('bayesian', { ...check, halfSteps: 1, converged: true })).toContain(
    'never fallen (1 half-step). With priors the log-likelihood itself is unknown. It has converged.',
  );
});

it('is honest about k-means, whose log-likelihood may fall', () => {
  const words = ascentInWords('hard', { ...check, falls: 2 });
  expect(words).toContain('With hard assignments the ELBO has never fallen (37 half-steps)');
  expect(words).toContain('the log-likelihood has fallen 2 times');
});

it('promises before the first step', () => {
  expect(ascentInWords('soft', { ...check, halfSteps: 0 })).toContain('never lowers');
});
