import { expect, it } from 'vitest';
import { decodeLink } from '../../../settings/link.ts';
import { applyPreset } from '../../../settings/presets.ts';
import { labNamed } from '../../../store/labs.ts';
import { FIGURE_LINKS } from './figureLinks.ts';

const lab = labNamed('compare');

it('are links without a problem, to the presets of the figure', () => {
  const presets = ['spirals', 'figure-6-2'].map((id) => applyPreset(lab.table, id));
  FIGURE_LINKS.forEach(({ hash }, i) => {
    const { state, problems } = decodeLink(hash, [lab]);
    expect(problems).toEqual([]);
    const preset = presets[i];
    expect(preset.ok && state?.settings).toEqual(preset.ok && preset.values);
    expect(state?.steps).toBeGreaterThan(0);
  });
});
