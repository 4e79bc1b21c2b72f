/** What the two planes draw. Grid and samples are shown in both, so that one can compare. */
export interface StageLayers {
  readonly observations: boolean;
  readonly reconstructions: boolean;
  readonly links: boolean;
  readonly grid: boolean;
  readonly samples: boolean;
}

export type LayerName = keyof StageLayers;

const FIRST_LAYERS: StageLayers = {
  observations: true,
  reconstructions: true,
  links: false,
  grid: false,
  samples: false,
};

/** Flags of the view that differ from the page's own, as links carry them. */
type View = Readonly<Record<string, boolean>>;

/** The layers with the flags of a view; flags of other names count for nothing. */
export function layersOf(view: View): StageLayers {
  return {
    observations: view.observations ?? FIRST_LAYERS.observations,
    reconstructions: view.reconstructions ?? FIRST_LAYERS.reconstructions,
    links: view.links ?? FIRST_LAYERS.links,
    grid: view.grid ?? FIRST_LAYERS.grid,
    samples: view.samples ?? FIRST_LAYERS.samples,
  };
}

/** The view with a layer shown or not. */
export function withLayer(view: View, name: LayerName, shown: boolean): View {
  const { [name]: _, ...others } = view;
  return shown === FIRST_LAYERS[name] ? others : { ...others, [name]: shown };
}

/** Draws of the model when its samples are shown: enough to see shapes, few enough to see through. */
export const SAMPLE_COUNT = 300;
