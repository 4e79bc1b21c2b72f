import { IconButton } from '../../ui/Button.tsx';
import { toggleFormula, toggleNotes, usePresentMode } from './presentMode.ts';

export interface PresentToolsProps {
  readonly isDiagramShown: boolean;
  readonly onDiagram: () => void;
}

/** What can be shown around the stage while one presents. */
export default function PresentTools({ isDiagramShown, onDiagram }: PresentToolsProps) {
  const { formula, notes } = usePresentMode();
  return (
    <>
      <IconButton
        icon="info"
        label="Formulas"
        tooltip="Formulas below the stage (F)"
        aria-pressed={formula}
        onClick={toggleFormula}
      />
      <IconButton
        icon="model"
        label="Graphical model"
        tooltip="Graphical model beside the stage (D)"
        aria-pressed={isDiagramShown}
        onClick={onDiagram}
      />
      <IconButton
        icon="notes"
        label="Notes"
        tooltip="Notes of the lesson below the stage (S)"
        aria-pressed={notes === 'below'}
        onClick={toggleNotes}
      />
    </>
  );
}
