import type { RefObject } from 'react';
import { useContext, useLayoutEffect, useMemo, useState } from 'react';
import { usePlotScale } from '../style/plotScale.ts';
import { StillContext } from './still.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of a plot in its own pixels, null before it is laid out. */
export function useElementSize(host: RefObject<HTMLElement | null>): Size | null {
  const scale = usePlotScale();
  const still = useContext(StillContext);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((known) =>
        width === 0 || height === 0 || (known?.width === width && known.height === height)
          ? known
          : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);
  const measured = useMemo(
    () => size && { width: size.width / scale, height: size.height / scale },
    [size, scale],
  );
  return still?.size ?? measured;
}
