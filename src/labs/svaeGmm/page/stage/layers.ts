/** What the two planes draw. Grid and samples are shown in both, so that one can compare. */
export interface StageLayers {
  readonly observations: boolean;
  readonly reconstructions: boolean;
  readonly links: boolean;
  readonly grid: boolean;
  readonly samples: boolean;
}

export type LayerName = keyof StageLayers;

export const FIRST_LAYERS: StageLayers = {
  observations: true,
  reconstructions: true,
  links: false,
  grid: false,
  samples: false,
};

/** Draws of the model when its samples are shown: enough to see shapes, few enough to see through. */
export const SAMPLE_COUNT = 300;
