/** Asynchronous changes, such as a new backend, one after the other; everything else waits for them. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly onRest: () => void;

  /** @param onRest called whenever the last change that was under way has ended */
  constructor(onRest: () => void) {
    this.onRest = onRest;
  }

  get isBusy(): boolean {
    return this.waiting > 0;
  }

  /** Resolves once no change is under way. */
  async rest(): Promise<void> {
    while (this.waiting > 0) await this.last;
  }

  /** Makes a change when those before it have ended, well or not. */
  take<Result>(change: () => Promise<Result>): Promise<Result> {
    this.waiting += 1;
    const result = this.last.then(change).finally(() => {
      this.waiting -= 1;
      if (this.waiting === 0) this.onRest();
    });
    this.last = result.catch(() => undefined);
    return result;
  }
}
