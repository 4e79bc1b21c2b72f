/** The buffers of all typed arrays in plain data, each once: those that can move to another thread. */
export function buffersOf(data: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(data)) found.add(data.buffer as ArrayBuffer);
  // A list of numbers has no buffers, however long it is.
  else if (Array.isArray(data) && typeof data[0] === 'number') return [...found];
  else if (typeof data === 'object' && data !== null)
    for (const part of Object.values(data)) buffersOf(part, found);
  return [...found];
}
