/** q and K by the keys, parts that come and go, gradients that are hidden. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { open, page, settings } from './stage.fixture.tsx';

it('moves q and K by the keys, and undo takes it back', async () => {
  await open({});
  const mean = await screen.findByRole('slider', { name: 'Mean of q' });
  mean.focus();
  await page.user.keyboard('{ArrowRight}');
  await waitFor(() => expect(settings().mean).toBeGreaterThan(0));
  const draws = screen.getByRole('slider', { name: 'Number of draws K' });
  draws.focus();
  await page.user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await waitFor(() => expect(settings().samples).toBeGreaterThan(10));
  await page.controller.undo();
  await page.controller.undo();
  expect(settings()).toMatchObject({ mean: 0, samples: 10 });
});

it('names weights without a second moment', async () => {
  await open({ mean: 1, sd: 0.4 });
  await screen.findByText('No second moment.');
  expect(screen.getByRole('row', { name: /^χ², variance/ }).textContent).toContain('∞');
});

it('shows the signal of the gradients, and hides one by its name', async () => {
  await open({});
  await page.user.click(await screen.findByRole('radio', { name: 'Signal' }));
  const gradients = await screen.findByRole('list', { name: 'Gradients' });
  // Looked up each time: a chart is replaced, with its reader, when its curves arrive.
  const readers = () =>
    screen.getAllByRole('slider', { name: 'Number of draws shown in the chart' });
  for (const [index, said] of [
    /^K = 1: bound −3\.419, measured −3\.\d+ ± /,
    /^K = 1: Encoder 1\.00, measured .* ± .*; Encoder, DReG 2\.00, /,
  ].entries()) {
    await waitFor(() => {
      readers()[index].focus();
      expect(document.activeElement).toBe(readers()[index]);
    });
    await page.user.keyboard('{Home}');
    expect(readers()[index].getAttribute('aria-valuetext')).toMatch(said);
  }
  expect(within(gradients).getAllByRole('listitem')).toHaveLength(3);
  await page.user.click(screen.getByRole('button', { name: 'Decoder', pressed: true }));
  await waitFor(() => expect(within(gradients).getAllByRole('listitem')).toHaveLength(2));
});
