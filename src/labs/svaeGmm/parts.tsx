import type { LabParts } from '../labDefinition.ts';
import { Explanation } from './Explanation.tsx';
import { ExportSection } from './keeping/ExportSection.tsx';
import { OwnDataSection } from './ownData/OwnDataSection.tsx';
import { Stage } from './Stage.tsx';

export const parts: LabParts = {
  Stage,
  Extras: OwnDataSection,
  Keeping: ExportSection,
  Explanation,
};
