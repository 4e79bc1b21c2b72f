/** Mean and standard error of numbers that come one by one. */
export class Sample {
  private count = 0;
  private sum = 0;
  private squares = 0;

  add(value: number): void {
    this.count += 1;
    this.sum += value;
    this.squares += value * value;
  }

  get mean(): number {
    return this.count === 0 ? Number.NaN : this.sum / this.count;
  }

  get error(): number {
    const { count, squares, mean } = this;
    return Math.sqrt(Math.max(0, squares / count - mean * mean) / Math.max(1, count - 1));
  }
}
