/**
 * Heights of dots around a line so that none covers another, as far as there is room: the first in its
 * place lies on the line, others alternate above and below it.
 *
 * @param places along the line, pixels
 * @param size of a dot, pixels
 * @param room above and below the line, pixels
 */
export function stacked(places: readonly number[], size: number, room: number): readonly number[] {
  const heights = places.map(() => 0);
  const placed: number[] = [];
  const order = places.map((_, index) => index).sort((a, b) => places[a] - places[b]);
  for (const index of order) {
    const near = placed.filter((other) => Math.abs(places[other] - places[index]) < size);
    for (let rank = 0; ; rank++) {
      const height = Math.ceil(rank / 2) * (rank % 2 === 0 ? size : -size);
      if (Math.abs(height) > room) {
        heights[index] = 0;
        break;
      }
      const isFree = near.every((other) => Math.abs(heights[other] - height) >= size);
      if (!isFree) continue;
      heights[index] = height;
      break;
    }
    placed.push(index);
  }
  return heights;
}
