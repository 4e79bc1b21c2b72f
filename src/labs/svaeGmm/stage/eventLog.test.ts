import { expect, it } from 'vitest';
import { chartEvents, lastEventInWords } from './eventLog.ts';

const event = (step: number, kind: string, accepted: boolean) => ({
  step,
  kind,
  label: `${kind} happened`,
  accepted,
  gain: 0,
});

it('shows what changed the model, and what stopped it', () => {
  const events = [
    event(10, 'merge', false),
    event(1350, 'split', true),
    event(1400, 'breakdown', false),
  ];
  expect(chartEvents(events).map(({ step }) => step)).toEqual([1350, 1400]);
  expect(lastEventInWords(chartEvents(events.slice(0, 2)))).toBe('Step 1,350: split happened');
  expect(lastEventInWords([])).toBeNull();
});
