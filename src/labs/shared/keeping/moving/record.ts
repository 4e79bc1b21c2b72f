/** A recording: pictures taken now and then until it is stopped, each as long as it was to be seen. */
import type { GifFrame } from '../../../../files/gifLimits.ts';

export interface TakenPicture {
  /** Equal pictures have equal looks. */
  readonly look: string;
  pixels(): Promise<GifFrame['pixels']>;
}

export interface Recording {
  readonly take: () => TakenPicture;
  readonly add: (frame: GifFrame) => void;
  /** Milliseconds between pictures. */
  readonly every: number;
  /** It ends by itself after so many frames, or milliseconds. */
  readonly mostFrames: number;
  readonly mostMs: number;
  readonly isStopped: () => boolean;
  readonly onProgress: (progress: Progress) => void;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
}

export interface Progress {
  readonly frames: number;
  readonly ms: number;
}

/** The last picture stays a while before the first follows again. */
const LAST_MS = 1500;

interface Shown {
  readonly look: string;
  readonly since: number;
  readonly pixels: GifFrame['pixels'];
}

/** Resolves with the number of frames. What does not change makes no new frame. */
export async function record(recording: Recording): Promise<number> {
  const { take, add, every, mostFrames, mostMs, isStopped, onProgress } = recording;
  const {
    now = () => performance.now(),
    wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  } = recording;
  const start = now();
  let frames = 0;
  let shown = null as Shown | null;
  for (let next = start; ; next += every) {
    const ms = now() - start;
    onProgress({ frames, ms });
    if (isStopped() || ms >= mostMs) break;
    const since = now();
    const picture = take();
    if (picture.look !== shown?.look) {
      if (frames === mostFrames) break;
      if (shown) add({ pixels: shown.pixels, delay: since - shown.since });
      shown = { look: picture.look, since, pixels: await picture.pixels() };
      frames += 1;
    }
    // A page that cannot keep up takes fewer pictures, not many at once.
    next = Math.max(next, now() - every);
    await wait(Math.max(0, next + every - now()));
  }
  if (shown) add({ pixels: shown.pixels, delay: LAST_MS });
  onProgress({ frames, ms: now() - start });
  return frames;
}
