import type { LabController } from '../../store/controller.ts';
import { present, presentMode, toggleFormula, toggleNotes } from '../present/presentMode.ts';
import type { Action } from '../shortcuts.ts';
import { redo, undo } from './undoing.ts';

export interface PageCommands {
  readonly share: () => void;
  readonly showKeys: () => void;
  readonly showDiagram: () => void;
}

/** Everything a lab does at a key. `isOpen`: whether there is a model to train, and `hasTransport`: whether a link leaves that to the person. */
export function labActions(
  controller: LabController,
  page: PageCommands,
  isOpen: boolean,
  hasTransport = true,
): readonly Action[] {
  const canTrain = isOpen && hasTransport;
  return [
    {
      id: 'play',
      label: 'Train or pause; a pretrained model starts again from the seed',
      keys: ['Space'],
      enabled: canTrain,
      run: () => void playOrPause(controller),
    },
    {
      id: 'continue',
      label: 'Continue training, from a pretrained model too',
      keys: ['C'],
      enabled: canTrain,
      run: () => void controller.play({ continues: true }),
    },
    {
      id: 'step',
      label: 'One training step',
      keys: ['ArrowRight'],
      enabled: canTrain,
      repeats: true,
      run: () => void controller.step(),
    },
    {
      id: 'reset',
      label: 'Start again',
      keys: ['R'],
      enabled: hasTransport,
      run: () => void controller.reset(),
    },
    { id: 'undo', label: 'Undo', keys: ['Mod+Z'], run: () => undo(controller) },
    {
      id: 'redo',
      label: 'Redo',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      run: () => redo(controller),
    },
    { id: 'share', label: 'Copy the link', keys: ['L'], run: page.share },
    {
      // Full screen keeps Escape for itself.
      id: 'leave',
      label: 'Close a dialog or slow motion; select nothing',
      keys: ['Q'],
      run: () => leave(controller),
    },
    {
      id: 'present',
      label: 'Present; twice: with the notes of the course',
      keys: ['P'],
      run: present,
    },
    {
      id: 'formula',
      label: 'Formulas while presenting',
      keys: ['F'],
      enabled: presentMode.getState().presenting,
      run: toggleFormula,
    },
    { id: 'notes', label: 'Notes of the course below the stage', keys: ['S'], run: toggleNotes },
    { id: 'diagram', label: 'Go to the graphical model', keys: ['D'], run: page.showDiagram },
    { id: 'keys', label: 'Show these keys', keys: ['?'], run: page.showKeys },
  ];
}

function leave(controller: LabController): void {
  if (controller.run.getState().view.slowMotion) return void controller.setSlowMotion(false);
  controller.selectNothing();
}

function playOrPause(controller: LabController): Promise<void> {
  const { phase } = controller.run.getState();
  return phase === 'playing' || phase === 'training' ? controller.pause() : controller.play();
}
