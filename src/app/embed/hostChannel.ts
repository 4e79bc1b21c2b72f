/** The line between an embedded lab and the page around it. */
import type { ReadonlyRun } from '../../store/run.ts';
import {
  answerTo,
  type HostRequests,
  MESSAGE_VERSION,
  type SubscribedEvent,
} from './hostMessages.ts';

/** Shortest time between two snapshots that are sent, ms: each is a few hundred kilobytes. */
const SNAPSHOT_PACE = 250;

/** A height is sent when it has not changed for this long, ms. */
const HEIGHT_PACE = 150;

interface Surroundings {
  /** The page around; it is heard and answered alone, and only under `origin`. */
  readonly parent: Window;
  readonly origin: string;
  readonly run: ReadonlyRun;
  readonly requests: Pick<HostRequests, 'methods' | 'setTheme'>;
}

export class HostChannel {
  private readonly around: Surroundings;
  private readonly requests: HostRequests;
  private readonly ending = new AbortController();
  private wanted: readonly SubscribedEvent[] = [];
  private height = 0;
  private toldHeight = 0;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private readyWith: object | null = null;
  private open: () => void = () => undefined;
  private lastSnapshotAt = Number.NEGATIVE_INFINITY;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(around: Surroundings) {
    this.around = around;
    const opened = new Promise<void>((resolve) => {
      this.open = resolve;
    });
    this.requests = {
      ...around.requests,
      opened,
      subscribe: (events) => this.subscribe(events),
    };
    const { signal } = this.ending;
    window.addEventListener('message', (event) => void this.hear(event), { signal });
    signal.addEventListener(
      'abort',
      around.run.subscribe((run, before) => {
        if (run.snapshot !== before.snapshot) this.tellOfFrame();
      }),
    );
  }

  close(): void {
    clearTimeout(this.waiting);
    clearTimeout(this.resting);
    this.ending.abort();
  }

  /** The first picture of a lab is painted, or it could not be opened: `failure` says why. */
  ready(lab: string, failure: string | null): void {
    this.readyWith = { lab, failure };
    this.open();
    this.tell('ready', this.readyWith);
    if (this.height > 0) this.needs(this.height);
  }

  /**
   * The height that the contents need, pixels. Parts that are still loading would have the page
   * around shrink the frame and stretch it again: the height is sent once it no longer changes.
   */
  needs(height: number): void {
    this.height = height;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.tellHeight(), HEIGHT_PACE);
  }

  private async hear({ data, origin, source }: MessageEvent): Promise<void> {
    const { parent, origin: allowed } = this.around;
    if (source !== parent || origin !== allowed) return;
    const answer = await answerTo(data, this.requests);
    if (answer !== null) this.post(answer);
  }

  /** A subscriber may come after the first picture and height were sent. */
  private subscribe(events: readonly SubscribedEvent[]): void {
    this.wanted = events;
    this.toldHeight = 0;
    this.tellHeight();
    if (this.readyWith !== null) this.tell('ready', this.readyWith);
  }

  private tellHeight(): void {
    if (this.readyWith === null || this.height === this.toldHeight) return;
    this.toldHeight = this.height;
    this.tell('height', { height: this.height });
  }

  private tellOfFrame(): void {
    const { step, objective } = this.around.run.getState();
    if (this.wanted.includes('step')) {
      this.tell('step', { step, objective: objective?.total ?? null });
    }
    if (this.wanted.includes('snapshot')) this.tellSnapshot();
  }

  private tellSnapshot(): void {
    const wait = this.lastSnapshotAt + SNAPSHOT_PACE - performance.now();
    this.waiting ??= setTimeout(
      async () => {
        this.lastSnapshotAt = performance.now();
        this.waiting = undefined;
        const { snapshot } = this.around.requests.methods;
        const now = await (snapshot as () => Promise<object>)().catch(() => null);
        // Without a snapshot another lab is being opened, and its first frame will be sent.
        if (now !== null) this.tell('snapshot', { snapshot: now });
      },
      Math.max(0, wait),
    );
  }

  private tell(event: string, more: object): void {
    this.post({ svaeLab: MESSAGE_VERSION, event, ...more });
  }

  private post(message: object): void {
    this.around.parent.postMessage(message, this.around.origin);
  }
}
