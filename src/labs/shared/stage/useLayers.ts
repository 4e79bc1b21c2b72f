import { useCallback, useEffect, useMemo } from 'react';
import { useController, useRun } from '../../../store/context.ts';
import type { Layers, Shown } from '../data/layers.ts';

type Flags = Readonly<Record<string, boolean>>;

/**
 * The layers drawn under a view in force; what a formula points at is drawn whatever the view says.
 *
 * @param pointedAt what each highlight changes of the layers
 */
export function shownLayers<Name extends string>(
  layers: Layers<Name>,
  flags: Flags,
  highlight: string | null = null,
  pointedAt: Readonly<Record<string, Partial<Shown<Name>>>> = {},
): Shown<Name> {
  const names = Object.keys(layers) as Name[];
  const shown = Object.fromEntries(
    names.map((name) => [name, flags[name] ?? layers[name].shown]),
  ) as Shown<Name>;
  return { ...shown, ...(highlight === null ? {} : pointedAt[highlight]) };
}

/** The layers drawn now, and the command that shows or hides one; both arguments stay the same. */
export function useLayers<Name extends string>(
  layers: Layers<Name>,
  pointedAt?: Readonly<Record<string, Partial<Shown<Name>>>>,
) {
  const controller = useController();
  const flags = useRun((state) => state.view.flags);
  const highlight = useRun((state) => (pointedAt ? state.view.highlight : null));
  const shown = useMemo(
    () => shownLayers(layers, flags, highlight, pointedAt),
    [layers, flags, highlight, pointedAt],
  );
  // The flags hold only what differs from the lab's own.
  const show = useCallback(
    (name: Name, value: boolean) =>
      controller.setFlags({ [name]: value === layers[name].shown ? null : value }),
    [controller, layers],
  );
  return { shown, show };
}

/** Draws of the model when its samples are shown: enough to see shapes, few enough to see through. */
const SAMPLE_COUNT = 300;

/** Has the session draw samples of the model for as long as they are shown. */
export function useSentSamples(areShown: boolean): void {
  const controller = useController();
  useEffect(() => {
    controller.setView({ samples: areShown ? SAMPLE_COUNT : 0 });
  }, [controller, areShown]);
}
