/**
 * What the bench puts into the page before the page's own script: it watches the traffic with the
 * worker, the pointer and the canvases from outside, so that the product carries nothing for it.
 */
import { adjustedRandIndex } from '../../src/math/adjustedRandIndex.ts';
import { referenceMs } from '../referenceWork.ts';
import { afterPaint, watchAnimationFrames } from './afterPaint.ts';
import { type AnswerLatency, AnswerWatch } from './answerWatch.ts';

/** A picture of the model that arrived from the worker; `at` in milliseconds since navigation. */
export interface ArrivedFrame {
  readonly at: number;
  readonly step: number;
  readonly backend: string;
}

export interface WorkerScript {
  /** Absolute. */
  readonly address: string;
  /** In milliseconds since navigation: browsers report the time it was sent, or later. */
  readonly askedAt: number;
}

export interface Probe {
  /** Workers alive. While "Auto" compares backends there are two. */
  workers(): number;
  lastFrame(): ArrivedFrame | null;
  /** Scripts of the workers ever started. */
  workerScripts(): readonly WorkerScript[];
  /** When the first picture of a model was drawn; null before. */
  firstDrawnAt(): number | null;
  /** When Play could first be pressed; null before. */
  playableAt(): number | null;
  /** Sum of the layout shifts so far that no input explains. */
  layoutShift(): number;
  /** Frames that arrive from now on are kept. */
  recordFrames(): void;
  recordedFrames(): readonly ArrivedFrame[];
  /** When a click last reached the page. */
  clickedAt(): number | null;
  /** When a key last reached the page. */
  pressedAt(): number | null;
  /** When the first frame from now on at or beyond a step was painted; of any step for 0. */
  paintedAtStep(step: number): Promise<number>;
  /** The same of the first one of a run from the seed whose snapshot is as wanted. */
  paintedWhen(isWanted: (snapshot: never) => boolean): Promise<number>;
  adjustedRandIndex: typeof adjustedRandIndex;
  /** From now on, for `longestFrameGap`. */
  watchFrames(): void;
  /** Longest distance between two animation frames since `watchFrames`. */
  longestFrameGap(): number;
  watchAnswers(): void;
  /** For every move of the pointer since `watchAnswers` that was answered. */
  answerLatencies(): readonly AnswerLatency[];
  referenceMs(): number;
}

declare global {
  interface Window {
    svaeBench: Probe;
  }
}

interface FrameMessage {
  readonly step: number;
  readonly backend: string;
  readonly snapshot: unknown;
  /** Requests that had been taken when it was made, where they are counted. */
  readonly requests?: number;
}

interface Waiting {
  readonly isWanted: (frame: FrameMessage) => boolean;
  readonly resolve: (at: number) => void;
}

const workers = new Set<Worker>();
const workerScripts: WorkerScript[] = [];
const answers = new AnswerWatch();
let recording = false;
let frames: ArrivedFrame[] = [];
let last: ArrivedFrame | null = null;
let firstDrawnAt: number | null = null;
let playableAt: number | null = null;
let shifted = 0;
let clickedAt: number | null = null;
let pressedAt: number | null = null;
const waiting = new Set<Waiting>();
let longestGap = 0;

class WatchedWorker extends Worker {
  constructor(script: string | URL, options?: WorkerOptions) {
    const askedAt = performance.now();
    super(script, options);
    workers.add(this);
    workerScripts.push({ address: new URL(script, document.baseURI).href, askedAt });
    // Before any listener of the page, so `at` is the time of arrival.
    this.addEventListener('message', ({ data }) => receive(data?.value));
  }

  override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions) {
    if (isRequest(message)) answers.requested();
    super.postMessage(message, transfer as Transferable[]);
  }

  override terminate(): void {
    workers.delete(this);
    super.terminate();
  }
}

function receive(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('snapshot' in value)) return;
  const frame = value as unknown as FrameMessage;
  const { step, backend, requests = 0 } = frame;
  last = { at: performance.now(), step, backend };
  if (recording) frames.push(last);
  answers.arrived(requests);
  for (const one of waiting) {
    if (!one.isWanted(frame)) continue;
    waiting.delete(one);
    afterPaint(one.resolve);
  }
}

const painted = (isWanted: Waiting['isWanted']) =>
  new Promise<number>((resolve) => waiting.add({ isWanted, resolve }));

/** Whether the worker is to follow a request, as Comlink writes a call. */
const isRequest = (message: unknown): boolean =>
  (message as { path?: readonly string[] }).path?.[0] === 'follow';

function watchCanvases(): void {
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...rectangle) {
    clearRect.apply(this, rectangle);
    if (last && firstDrawnAt === null) firstDrawnAt = performance.now();
  };
}

/**
 * Started only where it is asked for: it requests frames all the time, and after a key Chromium holds
 * back messages until a requested frame has been drawn.
 */
function watchFrames(): void {
  longestGap = 0;
  let before = performance.now();
  const tick = (now: number) => {
    longestGap = Math.max(longestGap, now - before);
    before = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** The bar may say Play or, over a pretrained model, that training starts from scratch. */
function watchPlay(): void {
  const buttons = [...document.querySelectorAll('button')];
  const play = buttons.find((button) =>
    /^(Play|Train from scratch)$/.test(
      button.getAttribute('aria-label') ?? button.textContent ?? '',
    ),
  );
  if (play && !play.disabled && play.ariaDisabled !== 'true') playableAt = performance.now();
  else requestAnimationFrame(watchPlay);
}

/** As browsers report it and the standard leaves it: not yet part of TypeScript's own types. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

function watchShifts(): void {
  const observer = new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[]) {
      if (!hadRecentInput) shifted += value;
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

watchAnimationFrames();
watchCanvases();
watchPlay();
watchShifts();
window.Worker = WatchedWorker;
// Every report of the pointer, where the browser tells of more than one per display frame.
window.addEventListener(
  'onpointerrawupdate' in window ? 'pointerrawupdate' : 'pointermove',
  (event) => answers.moved(event as PointerEvent),
  { capture: true },
);
window.addEventListener('click', ({ timeStamp }) => (clickedAt = timeStamp), { capture: true });
window.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });

window.svaeBench = {
  workers: () => workers.size,
  lastFrame: () => last,
  workerScripts: () => workerScripts,
  firstDrawnAt: () => firstDrawnAt,
  playableAt: () => playableAt,
  layoutShift: () => shifted,
  recordFrames() {
    recording = true;
    frames = [];
  },
  recordedFrames() {
    recording = false;
    return frames;
  },
  clickedAt: () => clickedAt,
  pressedAt: () => pressedAt,
  paintedAtStep: (wanted) => painted(({ step }) => step >= wanted),
  paintedWhen(isWanted) {
    // A shipped model has been trained before: it is replaced by one at its first step.
    const shipped = last?.step || Number.POSITIVE_INFINITY;
    return painted(
      ({ step, snapshot }) => step > 0 && step < shipped && isWanted(snapshot as never),
    );
  },
  adjustedRandIndex,
  watchFrames,
  longestFrameGap: () => longestGap,
  watchAnswers: () => answers.start(),
  answerLatencies: () => answers.latencies(),
  referenceMs,
};
