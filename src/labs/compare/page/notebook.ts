import { notebook as em } from '../../em/page/notebook.ts';
import { type Cell, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { notebook as svaeGmm } from '../../svaeGmm/page/notebook.ts';
import { notebook as vae } from '../../vae/page/notebook.ts';
import { compareArrays } from '../arrays.ts';

/** The cells of a model's own notebook, with its arrays as `m`. */
const partOf = (model: string, title: string, { cells }: Notebook): Cell[] => [
  md(`# ${title}`),
  py(
    `m = {name[${model.length + 1}:]: a for name, a in everything.items() if name.startswith("${model}.")}`,
  ),
  ...cells,
];

export const notebook: Notebook = {
  title: 'A GMM, a VAE and an SVAE on the same points',
  about: 'This notebook computes for each model what its own lab shows.',
  letters: 'N points, D columns, d latent dimensions, K clusters of a model.',
  table: compareArrays,
  cells: [
    py('everything = m'),
    ...partOf('gmm', 'GMM', em),
    ...partOf('vae', 'VAE', vae),
    ...partOf('svae', 'SVAE', svaeGmm),
  ],
};
