import { compareLab } from '../labs/compare/definition.tsx';
import { emLab } from '../labs/em/definition.tsx';
import type { LabDefinition } from '../labs/labDefinition.ts';
import { mixtureOfExpertsLab } from '../labs/mixtureOfExperts/definition.tsx';
import { svaeGmmLab } from '../labs/svaeGmm/definition.tsx';
import { svaeLdsLab } from '../labs/svaeLds/definition.tsx';
import { vaeLab } from '../labs/vae/definition.tsx';

/** The labs there are, in the order of a course. */
export const labs: readonly LabDefinition[] = [
  emLab,
  mixtureOfExpertsLab,
  vaeLab,
  svaeGmmLab,
  svaeLdsLab,
  compareLab,
];
