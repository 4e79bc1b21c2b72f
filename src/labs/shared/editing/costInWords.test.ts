import { expect, it } from 'vitest';
import { costInWords } from './costInWords.ts';

const bound = (total: number) => ({ total, reconstruction: 0, localKl: 0, globalKl: 0 });
const words = (count: number, shown: number, learned: number, datum = 'point') =>
  costInWords(count, { objective: bound(shown), learnedObjective: bound(learned) }, datum);

it('says what edits cost, per point or step', () => {
  expect(words(1, -7.361, -5.343)).toBe('1 edit costs 2.02 nats per point');
  expect(words(15, -1240.5, -6, 'step')).toBe('15 edits cost 1,234.50 nats per step');
});

it('says what they gain', () => {
  expect(words(1, -5.1, -5.343)).toBe('1 edit gains 0.24 nats per point');
  expect(words(2, -5.1, -5.343)).toBe('2 edits gain 0.24 nats per point');
});

it('calls what rounds to nothing a cost of nothing', () => {
  expect(words(1, -5.343, -5.343)).toBe('1 edit costs 0.00 nats per point');
  expect(words(1, -5.342, -5.343)).toBe('1 edit costs 0.00 nats per point');
});

it('does not call free what is not known yet', () => {
  const bounds = { objective: bound(-5), learnedObjective: bound(-5) };
  expect(costInWords(1, bounds, 'step', true)).toBe('1 edit costs … nats per step');
  expect(costInWords(2, { ...bounds, objective: bound(-6) }, 'step', true)).toBe(
    '2 edits cost 1.00 nats per step',
  );
});

it('says when there is no bound', () => {
  expect(words(2, Number.NEGATIVE_INFINITY, -5)).toBe('2 edits: the model has no ELBO');
  expect(costInWords(1, { objective: null, learnedObjective: null }, 'point')).toBe(
    '1 edit: the model has no ELBO',
  );
});
