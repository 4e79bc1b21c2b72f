import { expect, it } from 'vitest';
import { TrainingLog } from './trainingLog.ts';

const bound = { total: -1, reconstruction: 1, localKl: 1.5, globalKl: 0.5 };
const event = (step: number) => ({ step, kind: 'merge', label: '', accepted: true, gain: 1 });

it('hands over each row once, and says when a chart begins', () => {
  const log = new TrainingLog();
  log.addStep(1, bound, []);
  expect(log.take()).toMatchObject({
    fromStart: true,
    step: [1],
    terms: { total: [-1], localKl: [1.5] },
    events: [],
  });
  log.addStep(2, bound, [event(2)]);
  expect(log.take()).toMatchObject({ fromStart: false, step: [2], events: [event(2)] });
});

it('thins out what nobody asks for: the last row stays, and every event', () => {
  const log = new TrainingLog();
  for (let step = 1; step <= 100_000; step++) {
    log.addStep(step, bound, step % 10_000 === 0 ? [event(step)] : []);
  }
  const { step, terms, events } = log.take();
  expect(step.length).toBeLessThanOrEqual(4096);
  expect(step.length).toBeGreaterThan(1000);
  expect(terms.total).toHaveLength(step.length);
  expect(step[step.length - 1]).toBe(100_000);
  expect([...step]).toEqual([...step].sort((a, b) => a - b));
  expect(events).toHaveLength(10);
});
