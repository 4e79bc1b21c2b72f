import { expect, it } from 'vitest';
import { chartEvents, lastEventInWords } from './eventLog.ts';

it('says what happened last, and when', () => {
  const event = (step: number, kind: string) => ({
    step,
    kind,
    label: `${kind} happened`,
    accepted: true,
    gain: 0,
  });
  const events = chartEvents([event(10, 'merge'), event(1350, 'split')]);
  expect(events[0]).toEqual({ step: 10, kind: 'merge', text: 'merge happened' });
  expect(lastEventInWords(events)).toBe('Step 1,350: split happened');
  expect(lastEventInWords([])).toBeNull();
  const stopped = { ...event(1377, 'breakdown'), label: 'Training stopped at step 1,377.' };
  expect(lastEventInWords(chartEvents([stopped]))).toBe(stopped.label);
});
