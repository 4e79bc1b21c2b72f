import { type DragEvent, useState } from 'react';
import { useController } from '../../../store/context.ts';
import { type CsvIntake, loadCsv } from './csvLoading.ts';

/** Makes an element take CSV files that are dropped on it. */
export function useCsvDrop(intake: CsvIntake) {
  const controller = useController();
  const [isOver, setIsOver] = useState(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    isOver,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave(event: DragEvent) {
        const { relatedTarget, currentTarget } = event;
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setIsOver(false);
      },
      onDrop(event: DragEvent) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file) void loadCsv(controller, file, intake);
      },
    },
  };
}
