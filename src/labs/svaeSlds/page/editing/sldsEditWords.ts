/** What is said of edits to screen readers. Counts from 1. */
import { formatFixed } from '../../../../ui/numbers.ts';
import { inputEndInWords } from '../../../shared/data/inputEnd.ts';
import type { SvaeSldsEdit } from '../../edits.ts';

/** An edit that has just been made, as a sentence without its full stop. */
export function editInWords(edit: SvaeSldsEdit): string {
  switch (edit.kind) {
    case 'turnEigenvalue':
      return `State ${edit.state + 1} turns ${formatFixed(edit.angleFactor, 2)} times as fast, radius times ${formatFixed(edit.radiusFactor, 3)}`;
    case 'scaleDynamics':
      return edit.factor === 0
        ? 'The dynamics A of all states are 0: a hidden Markov model'
        : `The dynamics A of all states times ${formatFixed(edit.factor, 2)}`;
    case 'setChainEntry':
      return edit.from === edit.to
        ? `State ${edit.from + 1} stays with probability ${formatFixed(edit.probability, 3)}`
        : `State ${edit.from + 1} goes to state ${edit.to + 1} with probability ${formatFixed(edit.probability, 3)}`;
    case 'scaleStickiness':
      return `Time in each state times ${formatFixed(edit.factor, 2)}`;
    case 'removeState':
      return `State ${edit.state + 1} removed`;
    case 'mergeStates':
      return `State ${edit.state + 1} merged into state ${edit.into + 1}`;
    case 'splitState':
      return `State ${edit.state + 1} split: state ${edit.into + 1} has half of what it had learned`;
    case 'swapStates':
      return `States ${edit.state + 1} and ${edit.with + 1} swapped`;
    case 'paintState':
      return `Rows ${edit.from + 1} to ${edit.to} painted with state ${edit.state + 1}`;
    case 'setInputEnd':
      return inputEndInWords(edit);
  }
}
