import { flagsOf, withFlag } from '../../../shared/stage/viewFlags.ts';

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

type View = Readonly<Record<string, boolean>>;

/** The layers with the flags of a view. */
export const layersOf = (view: View): StageLayers => flagsOf(FIRST_LAYERS, view);

/** The view with a layer shown or not. */
export const withLayer = (view: View, name: LayerName, shown: boolean): View =>
  withFlag(FIRST_LAYERS, view, name, shown);

/** Draws of the model when its samples are shown: enough to see shapes, few enough to see through. */
export const SAMPLE_COUNT = 300;
