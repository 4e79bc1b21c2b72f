import type { ReactNode } from 'react';
import type { PlanePoint } from './coordinates.ts';
import type { Frame } from './frame.ts';
import { SceneContext } from './scene.ts';

interface StillPlaneProps<P extends PlanePoint<string>> {
  readonly frame: Frame<P>;
  readonly children: ReactNode;
}

const ignore = (): void => undefined;

/** A plane without axes in a picture of its own size, for layers that are SVG. */
export function StillPlane<P extends PlanePoint<string>>({ frame, children }: StillPlaneProps<P>) {
  const scene = { frame: frame as never, clip: 'none', picking: null, setHeld: ignore };
  return <SceneContext value={scene}>{children}</SceneContext>;
}
