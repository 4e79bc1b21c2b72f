import { useEffect, useMemo, useRef } from 'react';

type Functions = Readonly<Record<string, (...given: never[]) => unknown>>;

/** The same functions in each picture, which do what those of the latest picture do: for memoised children. */
export function useLatest<Given extends Functions>(functions: Given): Given {
  const latest = useRef(functions);
  useEffect(() => {
    latest.current = functions;
  });
  return useMemo(() => {
    const names = Object.keys(latest.current);
    const call =
      (name: string) =>
      (...given: never[]) =>
        latest.current[name](...given);
    return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Given;
  }, []);
}
