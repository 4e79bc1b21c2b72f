import { afterPaint } from './afterPaint.ts';

interface MoveEdit {
  readonly kind: 'moveCluster';
  readonly cluster: number;
  readonly mean: readonly number[];
}

/** An edit on its way: the moves of the pointer it carries, and whether its picture is there. */
interface SentEdit {
  readonly edit: MoveEdit;
  readonly movedAt: readonly number[];
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
  /** Moves whose frame has arrived and waits to be drawn. */
  private answered: number[] = [];
  private found: number[] = [];

  start(): void {
    this.active = true;
    this.moves = [];
    this.sentEdits = [];
    this.answered = [];
    this.found = [];
  }

  latencies(): readonly number[] {
    this.active = false;
    return this.found;
  }

  moved(event: PointerEvent): void {
    if (this.active && event.buttons === 1) this.moves.push(event.timeStamp);
  }

  sent(edits: readonly unknown[]): void {
    const edit = (edits as readonly MoveEdit[]).findLast(({ kind }) => kind === 'moveCluster');
    if (!this.active || !edit || this.moves.length === 0) return;
    this.sentEdits.push({ edit, movedAt: this.moves });
    this.moves = [];
  }

  arrived(clusters: readonly { readonly mean: readonly number[] }[]): void {
    const latest = this.sentEdits.findLastIndex(({ edit }) => {
      const mean = clusters[edit.cluster]?.mean;
      return mean?.every((value, i) => Math.abs(value - edit.mean[i]) < AGREEMENT) ?? false;
    });
    const shown = this.sentEdits.splice(0, latest + 1);
    this.answered.push(...shown.flatMap(({ movedAt }) => movedAt));
  }

  painting(canvas: HTMLCanvasElement): void {
    if (this.answered.length === 0) return;
    if (!canvas.closest('[aria-label="Latent space"]')) return;
    const moves = this.answered;
    this.answered = [];
    afterPaint((at) => this.found.push(...moves.map((movedAt) => at - movedAt)));
  }
}
