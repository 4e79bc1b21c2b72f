import { cleanup, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it } from 'vitest';
import { openPanels } from '../../panels.fixture.tsx';
import { NO_MEMORY, nothing } from '../challenges/challengeSet.ts';
import LabExplanation from './LabExplanation.tsx';
import type { LabTexts } from './labTexts.ts';

afterEach(cleanup);

let drawn = 0;

function More() {
  drawn += 1;
  return 'and more';
}

const Text = () => 'a text';

it('writes what a challenge finds, and draws the tabs beside it no second time', async () => {
  const texts: LabTexts = {
    Text,
    formulas: [],
    questions: ['1', '2', '3'],
    challenges: {
      list: [
        {
          ...{ id: 'edits', title: 'Edit it', task: 'Change it.', hint: 'Look.', answer: 'Drag.' },
          check: (count) => nothing(`${count} edits so far.`),
        },
      ],
      viewOf: (controller) => controller.document.getState().edits.length,
      memory: NO_MEMORY,
    },
    more: {
      label: 'More',
      Content: More,
      openedBy: () => null,
    },
  };
  // As React notes of one that it has waited for.
  const known = { status: 'fulfilled', value: texts };
  const given = Object.assign(Promise.resolve(texts), known);
  const { controller, user, close } = await openPanels(
    'em',
    {},
    <Suspense>
      <LabExplanation texts={given} onTour={null} hasDiagram={false} diagramAsked={0} />
    </Suspense>,
  );
  await user.click(await screen.findByRole('tab', { name: 'More' }));
  await screen.findByText('and more');
  const before = drawn;
  const edit = { kind: 'moveMean', cluster: 0, mean: [0, 0] };
  await controller.editing.put([edit]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(drawn).toBe(before);
  await user.click(screen.getByRole('tab', { name: 'Challenges 0/1' }));
  await screen.findByText('1 edits so far.');
  await controller.editing.put([]);
  await waitFor(() => expect(screen.getByText('0 edits so far.')).toBeTruthy());
  close();
});
