/**
 * When the page is to have its next picture: after each paint, and once between two paints at once
 * if somebody is in a hurry. A pointer reports several times per display frame; its last report
 * would else miss the paint that its first one made.
 */
export class PaintTurns {
  private readonly nextPaint: (callback: () => void) => void;
  private end: (() => void) | null = null;
  private mayHurry = true;

  constructor(nextPaint: (callback: () => void) => void) {
    this.nextPaint = nextPaint;
  }

  /** Resolves when the next picture is due. One at a time. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.end = resolve;
      this.nextPaint(() => {
        this.mayHurry = true;
        resolve();
      });
    });
  }

  /** Ends the wait, if there is one and none has been cut short since the last paint. */
  hurry(): void {
    if (!this.end || !this.mayHurry) return;
    this.mayHurry = false;
    this.end();
    this.end = null;
  }
}
