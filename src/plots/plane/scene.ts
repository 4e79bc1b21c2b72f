import { createContext, useContext, useEffect } from 'react';
import type { Cloud, PlanePoint } from './coordinates.ts';
import type { Frame } from './frame.ts';

/** Rows that can be pointed at and chosen: the same rows in each of the clouds. */
export interface Picking {
  /** Clouds whose rows stand for the same things; the nearest point of any wins. */
  readonly clouds: readonly Cloud[];
  readonly hovered?: number | null | undefined;
  readonly selected?: number | null | undefined;
  readonly onHover?: ((row: number | null) => void) | undefined;
  readonly onSelect?: ((row: number | null) => void) | undefined;
}

/** What a plane tells the layers in it. */
export interface Scene<P extends PlanePoint<string>> {
  readonly frame: Frame<P>;
  /** For clipPath: the drawing area. */
  readonly clip: string;
  readonly picking: Picking | null;
  /** While something in the plane is held, its domain stays and no row is picked. */
  readonly setHeld: (held: boolean) => void;
}

export const SceneContext = createContext<Scene<never> | null>(null);

/** The plane around a layer. */
export function useScene<P extends PlanePoint<string>>(): Scene<P> {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('A layer stands outside of a plane.');
  return scene as unknown as Scene<P>;
}

/** Tells the plane while something in it is held. */
export function useHeldInPlane(isHeld: boolean): void {
  const { setHeld } = useScene();
  useEffect(() => {
    if (!isHeld) return;
    setHeld(true);
    return () => setHeld(false);
  }, [isHeld, setHeld]);
}
