import type { LabDefinition } from '../labs/labDefinition.ts';

/** The labs there are, in the order of a course. */
export const labs: readonly LabDefinition[] = [];
