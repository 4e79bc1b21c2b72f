/** A session with commands one by one, each of which changes what the session is asked for. */
import type { LiveRequest, RunRequest, Speed, TrainingOrder } from './protocol.ts';
import { Session } from './session.ts';

export class DrivenSession extends Session {
  private live: LiveRequest = { run: 0, settings: {}, edits: [], view: {}, training: null };
  private orders = 0;

  override open(request: RunRequest) {
    this.live = request;
    return super.open(request);
  }

  async setEdits(edits: readonly unknown[]): Promise<void> {
    const refusal = await this.change({ edits });
    if (refusal !== null) throw new Error(refusal);
  }

  updateSettings(settings: RunRequest['settings']): Promise<string | null> {
    return this.change({ settings: { ...this.live.settings, ...settings } });
  }

  play(speed: Speed): Promise<string | null> {
    return this.change({ training: this.newOrder(speed, null) });
  }

  pause(): Promise<string | null> {
    return this.change({ training: null });
  }

  async train(steps: number): Promise<void> {
    const training = this.newOrder('full', steps);
    await this.change({ training });
    await this.finished(training.order);
  }

  private newOrder(speed: Speed, steps: number | null): TrainingOrder {
    this.orders += 1;
    return { order: this.orders, speed, steps };
  }

  private change(change: Partial<LiveRequest>): Promise<string | null> {
    this.live = { ...this.live, ...change };
    return this.follow(this.live);
  }
}
