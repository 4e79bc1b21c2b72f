import { startTransition, useEffect, useState } from 'react';

/** A value that has not changed for so many milliseconds, as for what is dear to draw and can be late. */
export function useSettled<Value>(value: Value, quietMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const settle = () => startTransition(() => setSettled(value));
    if (quietMs === 0) return settle();
    const timer = setTimeout(settle, quietMs);
    return () => clearTimeout(timer);
  }, [value, quietMs]);
  return settled;
}
