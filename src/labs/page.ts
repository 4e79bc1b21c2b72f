import type { ComponentType } from 'react';
import type { LabController } from '../store/controller.ts';
import type { LabDocument } from '../store/document.ts';
import type { RunState } from '../store/run.ts';
import type { LabTexts } from './shared/explanation/labTexts.ts';
import type { LabExports } from './shared/keeping/labExports.ts';
import type { CsvIntake } from './shared/ownData/csvInHand.ts';

/** What keys do while something on the stage has the focus. */
export interface StageKeys {
  readonly label: string;
  /** By the names of `KeyboardEvent.key`; letters in capitals. */
  readonly keys: readonly string[];
}

/** Something a lab does at a key wherever the focus is, but in fields. */
export interface StageAction extends StageKeys {
  readonly id: string;
  readonly run: () => void;
}

/** The first thing to do on a stage. */
export interface FirstStep {
  /** One short sentence: what to do, and what to watch; a function where that depends on the settings. */
  readonly text: string | ((document: LabDocument) => string);
  /** Whether it has been done here, not by the author of the open link. */
  readonly isDone: (document: LabDocument, run: RunState) => boolean;
}

/** The parts of a lab that differ from lab to lab; they find the lab's state in the store. */
export interface LabParts {
  /** What to do on the stage first. */
  readonly firstStep: FirstStep;
  /** Keys that the plots handle themselves, for the list of keys. */
  readonly keys: readonly StageKeys[];
  /** What the button and the key say that open slow motion, where the lab has one. */
  readonly slowMotion?: string;
  /** What else the lab does at a key. */
  readonly actions?: (controller: LabController) => readonly StageAction[];
  /** The plots. */
  readonly Stage: ComponentType;
  /** Controls next to the data's settings, such as drawing and loading own points. */
  readonly Extras?: ComponentType;
  /** How a table becomes own data of the lab, loaded with the first; absent where the lab takes none. */
  readonly intake?: () => Promise<CsvIntake>;
  /** What becomes of files of text; absent where the lab takes none. */
  readonly takeTexts?: (controller: LabController, files: readonly File[]) => Promise<void>;
  /** What can be taken away; loaded after the first picture. */
  readonly exports: () => Promise<LabExports>;
  /** Text, formulas and challenges; loaded after the first picture. */
  readonly texts: () => Promise<LabTexts>;
}
