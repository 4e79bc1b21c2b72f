import type { ComponentType } from 'react';
import type { LabDocument } from '../../../store/document.ts';
import type { ChallengeSet } from '../challenges/challengeSet.ts';
import type { LabDiagram } from '../diagram/labDiagram.ts';
import type { Tour } from '../tour/tour.ts';
import type { ExplainedFormula } from './Explained.tsx';

/** What a teacher would ask about what is on the stage. */
export type Questions = readonly [string, string, string];

/** What a lab has to say: the right-hand column, and the formulas shown where one presents. */
export interface LabTexts {
  /** The model in words and formulas. */
  readonly Text: ComponentType;
  /** Shown below the stage where one presents, one at a time; the first leads. */
  readonly formulas: readonly ExplainedFormula<string>[];
  /** Index of the one that leads instead, where that depends on what is on the stage. */
  readonly leadingFormula?: (document: LabDocument) => number;
  /** The graphical model, above the text, and beside the stage where one presents. */
  readonly diagram?: LabDiagram<unknown, unknown>;
  readonly challenges: ChallengeSet<unknown, unknown>;
  /** On the printed handout. */
  readonly questions: Questions;
  /** A way through the lab, step by step; there where the manifest says `hasTour`. */
  readonly tour?: Tour;
  /** A tab between the text and the challenges. */
  readonly more?: {
    readonly label: string;
    readonly Content: ComponentType;
    /** What a link has opened in it, if anything: the tab is shown when that changes. */
    readonly openedBy: (view: Readonly<Record<string, boolean>>) => string | null;
  };
}
