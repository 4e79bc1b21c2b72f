import { decode, decodeFrames } from 'modern-gif';
import { expect, it } from 'vitest';
import { GifWriter } from '../../../../files/gif.ts';
import { type GifFrame, mostFrames } from '../../../../files/gifLimits.ts';
import { type Recording, record } from './record.ts';

const SIZE = { width: 24, height: 16 };

/** A picture with one bright column. */
function columnAt(x: number): GifFrame['pixels'] {
  const pixels = new Uint8ClampedArray(4 * SIZE.width * SIZE.height);
  for (let at = 0; at < pixels.length; at += 4)
    pixels.set((at / 4) % SIZE.width === x ? [250, 200, 20, 255] : [20, 30, 60, 255], at);
  return pixels;
}

/** A recording of a column that moves `speed` times a second, on a clock of its own. */
function recorded(change: Partial<Recording> & { readonly speed?: number } = {}) {
  let clock = 0;
  const frames: GifFrame[] = [];
  const progress: number[] = [];
  const { speed = 10 } = change;
  const taken = record({
    take() {
      const x = Math.floor((clock / 1000) * speed + 1e-9) % SIZE.width;
      return { look: `${x}`, pixels: async () => columnAt(x) };
    },
    add: (frame) => frames.push(frame),
    every: 100,
    mostFrames: 50,
    mostMs: 10_000,
    isStopped: () => false,
    onProgress: (now) => progress.push(now.frames),
    now: () => clock,
    wait: async (ms) => {
      clock += ms;
    },
    ...change,
  });
  return { taken, frames, progress };
}

it('ends after so long, and shows each picture as long as it was to be seen', async () => {
  const { taken, frames, progress } = recorded({ mostMs: 1000 });
  expect(await taken).toBe(10);
  expect(frames.map(({ delay }) => delay)).toEqual([...new Array(9).fill(100), 1500]);
  expect(progress.at(-1)).toBe(10);
});

it('makes one frame of what does not change', async () => {
  const { taken, frames } = recorded({ speed: 2, mostMs: 2000 });
  expect(await taken).toBe(4);
  expect(frames.map(({ delay }) => delay)).toEqual([500, 500, 500, 1500]);
});

it('holds no more frames than it may, and ends when it is stopped', async () => {
  expect(await recorded({ mostFrames: 7 }).taken).toBe(7);
  let looks = 0;
  const isStopped = () => {
    looks += 1;
    return looks > 3;
  };
  expect(await recorded({ isStopped }).taken).toBe(3);
  expect(mostFrames({ width: 720, height: 540 })).toBe(102);
  expect(mostFrames({ width: 100_000, height: 100_000 })).toBe(1);
});

it('becomes a GIF that goes round, with its pictures and delays', async () => {
  const { taken, frames } = recorded({ mostMs: 500 });
  await taken;
  const writer = new GifWriter(SIZE);
  for (const frame of frames) writer.add(frame);
  const bytes = await writer.finish();
  const gif = decode(bytes);
  expect(gif).toMatchObject({ ...SIZE, version: '89a', looped: true, loopCount: 0 });
  expect(gif.frames.map(({ delay }) => delay)).toEqual([100, 100, 100, 100, 1500]);
  decodeFrames(bytes).forEach(({ data }, x) => {
    const expected = columnAt(x);
    data.forEach((value, at) => {
      expect(Math.abs(value - expected[at])).toBeLessThan(8);
    });
  });
});
