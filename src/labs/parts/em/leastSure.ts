/** The row whose largest responsibility is smallest, the first of equals. */
export function leastSure(confidence: ArrayLike<number>): number {
  let least = 0;
  for (let row = 1; row < confidence.length; row++)
    if (confidence[row] < confidence[least]) least = row;
  return least;
}
