/** What one training step of EM is: the setting, for every lab whose engine takes half-steps. */
import type { SettingsShape } from '../../../settings/settingsTable.ts';
import type { StepKind } from '../engine/halfSteps.ts';

export const stepKindSetting = <Default extends StepKind>(byDefault: Default) =>
  ({
    kind: 'choice',
    label: 'One step is',
    help: 'Half-steps show the gap close at each E-step and open at each M-step.',
    group: 'Training',
    basic: true,
    takesEffect: 'live',
    options: [
      { value: 'both', label: 'E-step and M-step' },
      { value: 'alternate', label: 'E and M alternately' },
      { value: 'e', label: 'An E-step' },
      { value: 'm', label: 'An M-step' },
    ],
    default: byDefault,
  }) as const satisfies SettingsShape[string];

/** Whether settings differ in more than how a step is cut: then what is climbed is another. */
export const climbsAnew = <Settings extends object>(before: Settings, after: Settings): boolean =>
  Object.entries(after).some(
    ([name, value]) => name !== 'stepKind' && before[name as keyof Settings] !== value,
  );
