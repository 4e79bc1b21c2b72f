import type { ReactNode } from 'react';
import type { PlanePoint } from '../plane/coordinates.ts';
import type { Frame } from '../plane/frame.ts';
import { useScene } from '../plane/scene.ts';

interface DrawnProps<P extends PlanePoint<string>> {
  readonly children: (frame: Frame<P>, clip: string) => ReactNode;
}

/** SVG of one plot alone, which needs no layer of its own. */
export function Drawn<P extends PlanePoint<string>>({ children }: DrawnProps<P>) {
  const { frame, clip } = useScene<P>();
  return children(frame, clip);
}
