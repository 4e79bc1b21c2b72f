/**
 * What the session is asked for while a run is open: the document's settings and edits, or those that
 * it may get, what snapshots contain, and training. Each change asks for the whole again.
 */
import type { Checkpoint } from '../labs/engine.ts';
import type { SessionClient } from '../session/client.ts';
import type { Frame, LiveRequest, Speed, TrainingOrder } from '../session/protocol.ts';
import type { FollowedDocument } from './followedDocument.ts';
import type { RunStore } from './run.ts';

/** The part of a request that the document has. */
type Documented = Pick<LiveRequest, 'settings' | 'edits'>;

export interface RequestsSetup {
  readonly session: SessionClient;
  readonly document: FollowedDocument;
  readonly run: RunStore;
}

export class Requests {
  private readonly session: SessionClient;
  private readonly document: FollowedDocument;
  private readonly run: RunStore;
  /** Settings and edits that the model follows before the document has them. */
  private ahead: Partial<Documented> = {};
  private view: LiveRequest['view'] = {};
  private training: TrainingOrder | null = null;
  private orders = 0;
  /** The last request; null while nothing is open. */
  private asked: LiveRequest | null = null;
  private answer: Promise<string | null> = Promise.resolve(null);

  constructor({ session, document, run }: RequestsSetup) {
    this.session = session;
    this.document = document;
    this.run = run;
  }

  /** The request with which a run is opened; from then on the run follows. */
  begin(run: number): LiveRequest {
    this.asked = this.wanted(run);
    return this.asked;
  }

  /** Nothing is open any more. */
  end(): void {
    this.ahead = {};
    this.training = null;
    this.asked = null;
  }

  /** Resolves when the last request has been answered. */
  async answered(): Promise<void> {
    await this.answer.catch(() => undefined);
  }

  private wanted(run: number): LiveRequest {
    const { settings, edits } = this.document.get();
    const { view, training } = this;
    return { run, settings, edits, ...this.ahead, view, training };
  }

  /** Asks for what is wanted now; resolves with why its edits are refused, or null. */
  private ask(): Promise<string | null> {
    const { asked } = this;
    if (asked === null) return Promise.resolve(null);
    const wanted = this.wanted(asked.run);
    if (LIVE.some((part) => wanted[part] !== asked[part])) {
      this.asked = wanted;
      this.answer = this.session.follow(wanted);
    }
    return this.answer;
  }

  // ---- settings and edits ---------------------------------------------------------------------

  /** Shows settings or edits that the document may get: those of a drag, or those to be tried. */
  goAhead(change: Partial<Documented>): Promise<string | null> {
    this.ahead = { ...this.ahead, ...change };
    return this.ask();
  }

  /** Goes back to what the document says, unless others have taken the place of `given`. */
  followDocument(part: keyof Documented, given = this.ahead[part]): Promise<string | null> {
    if (this.ahead[part] === given) {
      const { [part]: _, ...others } = this.ahead;
      this.ahead = others;
    }
    return this.ask();
  }

  /** Builds the edits in force into the model, but for those that stay over it. Resolves with the model. */
  async bakeEdits(staying: readonly unknown[]): Promise<Checkpoint> {
    const baked = this.session.bakeEdits(staying);
    void this.goAhead({ edits: staying });
    await baked;
    return this.session.ask((api) => api.save());
  }

  /** What snapshots contain besides the model, in all runs to come. */
  setView(view: LiveRequest['view']): void {
    this.view = view;
    void this.ask();
  }

  // ---- training -------------------------------------------------------------------------------

  async play(speed: Speed): Promise<void> {
    this.order(speed, null);
    await this.ask();
  }

  /** Changes the speed of what is being trained, if anything is. */
  setSpeed(speed: Speed): void {
    if (this.training) this.training = { ...this.training, speed };
    void this.ask();
  }

  /** Training rests; steps on their way are cut short. */
  async rest(): Promise<void> {
    this.training = null;
    await this.ask();
  }

  /** Rejects when the worker dies before the steps are taken. */
  async train(steps: number): Promise<void> {
    const training = this.order('full', steps);
    await this.ask();
    try {
      await this.session.finished(training.order);
    } finally {
      if (this.training === training) this.comeToRest();
    }
  }

  /** A frame may say that training has come to rest; one that was sent before the order came does not. */
  notice({ playing, order }: Frame): void {
    if (!playing && order === this.training?.order) this.comeToRest();
  }

  private order(speed: Speed, steps: number | null): TrainingOrder {
    this.orders += 1;
    this.training = { order: this.orders, speed, steps };
    return this.training;
  }

  private comeToRest(): void {
    this.training = null;
    if (this.run.getState().phase === 'playing') this.run.setState({ phase: 'ready' });
  }
}

const LIVE: readonly (keyof LiveRequest)[] = ['run', 'settings', 'edits', 'view', 'training'];
