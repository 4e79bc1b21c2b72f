/** Asynchronous changes, such as a new backend, one after the other; everything else waits for them. */
export class ChangeQueue {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly onIdle: () => void;

  /** @param onIdle called whenever the last change that was under way has ended */
  constructor(onIdle: () => void) {
    this.onIdle = onIdle;
  }

  get isBusy(): boolean {
    return this.waiting > 0;
  }

  /** Resolves once no change is under way. */
  async idle(): Promise<void> {
    while (this.waiting > 0) await this.last;
  }

  /** Makes a change when those before it have ended, well or not. */
  add<Result>(change: () => Promise<Result>): Promise<Result> {
    this.waiting += 1;
    const result = this.last.then(change).finally(() => {
      this.waiting -= 1;
      if (this.waiting === 0) this.onIdle();
    });
    this.last = result.catch(() => undefined);
    return result;
  }
}
