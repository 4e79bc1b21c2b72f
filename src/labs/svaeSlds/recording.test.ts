import { expect, it } from 'vitest';
import { TempoRecording } from './recording.ts';

it('a recording keeps the states a person chose, and turns by their tempos', () => {
  const recording = new TempoRecording('two-tempo', 12, 0, 3);
  let turned = 0;
  const angle = () => Math.atan2(recording.walk.y, recording.walk.x);
  for (let t = 0; t < 400; t++) {
    const before = angle();
    recording.step(t < 200 ? 0 : 1);
    const turn = angle() - before;
    if (t >= 200) turned += turn < -Math.PI ? turn + 2 * Math.PI : turn;
  }
  const own = recording.take();
  expect(own).toMatchObject({ rows: 400, columns: { length: 12 } });
  expect(Array.from(own.labels ?? []).indexOf(1)).toBe(200);
  expect(own.values).toHaveLength(4800);
  expect(turned / 200).toBeGreaterThan(0.4);
  expect(turned / 200).toBeLessThan(0.6);
});
