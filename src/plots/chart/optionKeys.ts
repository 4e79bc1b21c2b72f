/**
 * What a key chooses in a list of `count`: an index, null for nothing, undefined for keys that
 * are not for lists. From nothing, any direction starts at an end.
 */
export function optionAfterKey(
  key: string,
  chosen: number | null,
  count: number,
): number | null | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return chosen === null ? 0 : Math.min(count - 1, chosen + 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return chosen === null ? count - 1 : Math.max(0, chosen - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return chosen === null ? undefined : null;
    default:
      return undefined;
  }
}
