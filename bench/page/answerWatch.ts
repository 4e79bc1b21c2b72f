import { afterPaint } from './afterPaint.ts';

/** A request on its way, and the moves of the pointer it carries. */
interface SentRequest {
  readonly moves: readonly number[];
  readonly sentAt: number;
}

/** How long one move of the pointer took to its picture, milliseconds. */
export interface AnswerLatency {
  readonly total: number;
  /** Its parts: until the request was sent, until a frame with it was back, until that was painted. */
  readonly sending: number;
  readonly answering: number;
  readonly painting: number;
}

/**
 * Follows each move of the pointer to the picture that answers it: move, request sent to the worker,
 * the first frame that the worker made after it had taken that request, frame painted. A move whose
 * request was overtaken by a later one is answered by the later one's picture.
 */
export class AnswerWatch {
  private active = false;
  private moves: number[] = [];
  private sent: SentRequest[] = [];
  private answered = 0;
  private found: AnswerLatency[] = [];

  start(): void {
    this.active = true;
    this.moves = [];
    this.sent = [];
    this.answered = 0;
    this.found = [];
  }

  latencies(): readonly AnswerLatency[] {
    this.active = false;
    return this.found;
  }

  moved(event: PointerEvent): void {
    if (this.active && event.buttons === 1) this.moves.push(event.timeStamp);
  }

  requested(): void {
    if (!this.active) return;
    this.sent.push({ moves: this.moves, sentAt: performance.now() });
    this.moves = [];
  }

  /** @param requests how many the worker had taken when it made the frame (`countRequests`) */
  arrived(requests: number): void {
    if (!this.active || requests <= this.answered) return;
    const arrivedAt = performance.now();
    const shown = this.sent.slice(this.answered, requests);
    this.answered = requests;
    afterPaint((paintedAt) => {
      for (const { moves, sentAt } of shown) {
        for (const movedAt of moves) {
          this.found.push({
            total: paintedAt - movedAt,
            sending: sentAt - movedAt,
            answering: arrivedAt - sentAt,
            painting: paintedAt - arrivedAt,
          });
        }
      }
    });
  }
}
