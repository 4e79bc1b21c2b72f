import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onPage } from '../../../plots/host/onPage.fixture.tsx';
import { defaultValues } from '../../../settings/values.ts';
import { LabProvider } from '../../../store/context.ts';
import { fromSeed } from '../../../store/document.ts';
import { type LabInProcess, openLabInProcess } from '../../../store/labInProcess.fixture.ts';
import { em } from '../../em/lab.ts';
import { diagram } from '../../em/texts/diagram.ts';
import { StagePanel } from '../stage/StagePanel.tsx';
import { ModelDiagram } from './ModelDiagram.tsx';

let lab: LabInProcess;

beforeEach(async () => {
  lab = openLabInProcess();
  await lab.controller.begin({
    ...{ lab: 'em', settings: defaultValues(em.table), seed: 1 },
    ...{ edits: [], ownData: null, origin: fromSeed() },
  });
});
afterEach(() => lab.close());

const draw = () =>
  onPage(
    <LabProvider value={{ lab: em, controller: lab.controller }}>
      <StagePanel name="Points" part="points" litBy={['clusters']}>
        a plot
      </StagePanel>
      <ModelDiagram diagram={diagram} />
    </LabProvider>,
    { width: 270, height: 270 },
  );

const node = (name: RegExp) => screen.getByRole('button', { name });
const highlight = () => lab.controller.run.getState().view.highlight;
const words = (element: Element) =>
  document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent;

it('lights the stage from a node, and says what the node is now', async () => {
  const user = draw();
  await user.hover(node(/^mean of a cluster/));
  expect(highlight()).toBe('clusters');
  expect(words(node(/^mean of a cluster/))).toMatch(
    /^Mean of a cluster\. 5 clusters with means \(/,
  );
  await user.unhover(node(/^mean of a cluster/));
  expect(highlight()).toBeNull();
});

it('is one stop of the keyboard; arrow keys go from node to node, Enter keeps one lit', async () => {
  const user = draw();
  await user.tab();
  expect(document.activeElement).toBe(node(/^cluster of a point/));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(node(/^observed point, observed/));
  expect(highlight()).toBe('observations');
  await user.keyboard('{Enter}');
  expect(node(/^observed point/).getAttribute('aria-pressed')).toBe('true');
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Save as SVG');
  expect(highlight()).toBe('observations');
});

it('lights the node of what is pointed at on the stage', () => {
  draw();
  fireEvent.pointerOver(screen.getByText('a plot'));
  expect(node(/^mean of a cluster/).hasAttribute('data-lit')).toBe(true);
  fireEvent.pointerOver(document.body);
  expect(document.querySelectorAll('.model-node[data-lit]')).toHaveLength(0);
  act(() => lab.controller.hover('cluster', 2));
  expect(node(/^mean of a cluster/).hasAttribute('data-lit')).toBe(true);
  expect(words(node(/^mean of a cluster/))).toMatch(/Cluster 3: mean/);
});

it('follows the settings: with priors the weights are random, and have a prior', async () => {
  draw();
  expect(screen.queryByRole('button', { name: /^weights/ })).toBeNull();
  await act(async () => {
    await lab.controller.changeSettings({ algorithm: 'bayesian-gmm' });
    await lab.controller.currentFrame();
  });
  expect(node(/^weights of the clusters, latent/)).toBeTruthy();
  expect(node(/^concentration of the weights, set value/)).toBeTruthy();
});
