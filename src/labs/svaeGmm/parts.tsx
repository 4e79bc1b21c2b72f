import type { LabParts } from '../labDefinition.ts';
import { Explanation } from './Explanation.tsx';
import { Extras } from './Extras.tsx';
import { Stage } from './Stage.tsx';

export const parts: LabParts = { Stage, Extras, Explanation };
