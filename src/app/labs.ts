import { compareLab } from '../labs/compare/definition.ts';
import { emLab } from '../labs/em/definition.ts';
import { mixtureOfExpertsLab } from '../labs/mixtureOfExperts/definition.ts';
import type { LabDefinition } from '../labs/page.ts';
import { svaeGmmLab } from '../labs/svaeGmm/definition.ts';
import { svaeLdsLab } from '../labs/svaeLds/definition.ts';
import { vaeLab } from '../labs/vae/definition.ts';

/** The labs there are, in the order of a course. */
export const labs: readonly LabDefinition[] = [
  emLab,
  mixtureOfExpertsLab,
  vaeLab,
  svaeGmmLab,
  svaeLdsLab,
  compareLab,
];
