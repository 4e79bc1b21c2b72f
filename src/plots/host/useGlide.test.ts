import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Flight, startGlide } from './useGlide.ts';

const FROM = [0, 10];
let frames: (() => void)[] = [];
let now = 0;

beforeEach(() => {
  frames = [];
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What a glide tells; the person has the setting or not. */
function glide({ reducedMotion }: { readonly reducedMotion: boolean }) {
  const matchMedia = (query: string) => ({
    matches: query === '(prefers-reduced-motion: reduce)' && reducedMotion,
  });
  vi.stubGlobal('window', { matchMedia });
  const told: (Flight | null)[] = [];
  const end = startGlide(FROM, (flight) => told.push(flight));
  return { told, end };
}

function frameAt(ms: number): void {
  now = ms;
  for (const frame of frames.splice(0)) frame();
}

it('does not glide where the person prefers reduced motion', () => {
  const { told, end } = glide({ reducedMotion: true });
  frameAt(100);
  end();
  expect(told).toEqual([]);
});

it('glides to the end in 0.3 seconds, slowly at both ends', () => {
  const { told } = glide({ reducedMotion: false });
  for (const ms of [75, 150, 225, 300]) frameAt(ms);
  expect(told.map((flight) => flight?.progress)).toEqual([0, 0.0625, 0.5, 0.9375, undefined]);
  expect(told[1]?.from).toBe(FROM);
  expect(frames).toEqual([]);
});

it('is over at once when it is ended early', () => {
  const { told, end } = glide({ reducedMotion: false });
  frameAt(150);
  end();
  frameAt(200);
  expect(told.map((flight) => flight?.progress)).toEqual([0, 0.5, undefined]);
});
