import type { NoRows } from '../../../datasets/dataset.ts';
import type { EngineOf } from '../../lab.ts';
import type { meanField } from '../lab.ts';
import { isNetwork } from '../targets.ts';
import { makeMeanFieldData } from './data.ts';
import { NetworkEngine } from './network/engine.ts';
import { PlaneEngine } from './plane/engine.ts';

/** Each part of the lab has an engine of its own; the target says which. */
export const engine: EngineOf<typeof meanField, NoRows> = {
  makeDataset: makeMeanFieldData,
  create: (request) =>
    isNetwork(request.settings.target) ? new NetworkEngine(request) : new PlaneEngine(request),
};
