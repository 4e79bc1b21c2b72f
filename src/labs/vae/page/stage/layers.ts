/** What the two planes draw. Grid and samples are shown in both, so that one can compare. */
export interface StageLayers {
  readonly observations: boolean;
  readonly reconstructions: boolean;
  readonly links: boolean;
  readonly posteriors: boolean;
  readonly prior: boolean;
  readonly grid: boolean;
  readonly samples: boolean;
}

export type LayerName = keyof StageLayers;

export const FIRST_LAYERS: StageLayers = {
  observations: true,
  reconstructions: true,
  links: false,
  posteriors: true,
  prior: true,
  grid: false,
  samples: false,
};
