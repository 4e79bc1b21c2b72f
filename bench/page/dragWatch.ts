import { afterPaint } from './afterPaint.ts';

interface MoveEdit {
  readonly kind: 'moveCluster';
  readonly cluster: number;
  readonly mean: readonly number[];
}

/** An edit on its way, and the moves of the pointer it carries. */
interface SentEdit {
  readonly edit: MoveEdit;
  readonly moves: readonly number[];
  readonly sentAt: number;
}

/** How long one move of the pointer took to its picture, milliseconds. */
export interface DragLatency {
  readonly total: number;
  /** Its parts: until the edit was sent, until a frame with it was back, until that was painted. */
  readonly sending: number;
  readonly answering: number;
  readonly painting: number;
}

/** A move whose frame has arrived and waits to be drawn. */
interface AnsweredMove {
  readonly movedAt: number;
  readonly sentAt: number;
  readonly arrivedAt: number;
}

/** Means pass through natural parameters and back, so they return up to rounding. */
const AGREEMENT = 1e-6;

/**
 * Follows each move of the pointer to the picture that answers it: move, edit sent to the worker,
 * frame with the cluster at that mean, canvas of the latent plot repainted, frame painted. A move
 * whose edit was overtaken by a later one is answered by the later one's picture.
 */
export class DragWatch {
  private active = false;
  private moves: number[] = [];
  private sentEdits: SentEdit[] = [];
  private answered: AnsweredMove[] = [];
  private found: DragLatency[] = [];

  start(): void {
    this.active = true;
    this.moves = [];
    this.sentEdits = [];
    this.answered = [];
    this.found = [];
  }

  latencies(): readonly DragLatency[] {
    this.active = false;
    return this.found;
  }

  moved(event: PointerEvent): void {
    if (this.active && event.buttons === 1) this.moves.push(event.timeStamp);
  }

  sent(edits: readonly unknown[]): void {
    const edit = (edits as readonly MoveEdit[]).findLast(({ kind }) => kind === 'moveCluster');
    if (!this.active || !edit || this.moves.length === 0) return;
    this.sentEdits.push({ edit, moves: this.moves, sentAt: performance.now() });
    this.moves = [];
  }

  arrived(clusters: readonly { readonly mean: readonly number[] }[]): void {
    const latest = this.sentEdits.findLastIndex(({ edit }) => {
      const mean = clusters[edit.cluster]?.mean;
      return mean?.every((value, i) => Math.abs(value - edit.mean[i]) < AGREEMENT) ?? false;
    });
    const arrivedAt = performance.now();
    for (const { moves, sentAt } of this.sentEdits.splice(0, latest + 1)) {
      this.answered.push(...moves.map((movedAt) => ({ movedAt, sentAt, arrivedAt })));
    }
  }

  painting(canvas: HTMLCanvasElement): void {
    if (this.answered.length === 0) return;
    if (!canvas.closest('[aria-label="Latent space"]')) return;
    const moves = this.answered;
    this.answered = [];
    afterPaint((paintedAt) => {
      for (const { movedAt, sentAt, arrivedAt } of moves) {
        this.found.push({
          total: paintedAt - movedAt,
          sending: sentAt - movedAt,
          answering: arrivedAt - sentAt,
          painting: paintedAt - arrivedAt,
        });
      }
    });
  }
}
