import type { PlateModel } from '../../../plots/diagram/plateModel.ts';
import type { LabDiagram, LiveModel } from '../../shared/diagram/labDiagram.ts';
import type { BoundsSettings } from '../settings.ts';
import type { BoundsSnapshot } from '../snapshot.ts';
import { DATUM_MODEL, liveDatum } from './datumDiagram.ts';
import { FILTER_MODEL, liveFilter } from './filterDiagram.ts';

const MODELS: Readonly<Record<BoundsSettings['part'], PlateModel | null>> = {
  weights: DATUM_MODEL,
  signal: DATUM_MODEL,
  annealing: null,
  filter: FILTER_MODEL,
};
const NOTHING: LiveModel = { counts: {}, nodes: {} };

export const diagram: LabDiagram<BoundsSettings, BoundsSnapshot> = {
  modelOf: ({ part }) => MODELS[part],
  live: (snapshot) => {
    if (snapshot.part === 'annealing') return NOTHING;
    return snapshot.part === 'filter' ? liveFilter(snapshot) : liveDatum(snapshot);
  },
};
