/**
 * The page's limiter: one request and one frame are on their way at most. Of requests that pile up the
 * last counts. A frame is asked for after each paint, and once between two paints when a request has
 * been sent: a pointer reports several times per display frame, and its last report would otherwise
 * miss the paint that its first one made.
 */
import { createLatestOnly } from './latestOnly.ts';

export class PageLimiter<Request, Answer> {
  /** Sends a request, or the latest of those that wait; answers as that one was answered. */
  readonly send: (request: Request) => Promise<Answer>;
  private readonly nextPaint: (callback: () => void) => void;
  private endWait: (() => void) | null = null;
  private mayHurry = true;

  constructor(
    send: (request: Request) => Promise<Answer>,
    nextPaint: (callback: () => void) => void,
  ) {
    this.nextPaint = nextPaint;
    this.send = createLatestOnly((request) => {
      const answer = send(request);
      this.hurry();
      return answer;
    });
  }

  /** Resolves when the next frame may be asked for. One wait at a time. */
  nextTurn(): Promise<void> {
    return new Promise((resolve) => {
      this.endWait = resolve;
      this.nextPaint(() => {
        this.mayHurry = true;
        resolve();
      });
    });
  }

  /** Ends the wait, if there is one and none has been cut short since the last paint. */
  private hurry(): void {
    if (!this.endWait || !this.mayHurry) return;
    this.mayHurry = false;
    this.endWait();
    this.endWait = null;
  }
}
