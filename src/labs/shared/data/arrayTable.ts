/** What the arrays of a model are, by the names of the field: for its engine, its notebook and the docs. */

export interface ArrayRow {
  /** Letters for its sizes: "K x d"; "" for a single number or text. */
  readonly shape: string;
  /** In a few words, with its units where it has some. */
  readonly about: string;
  /** Read back from a file: a model can be made with another value. */
  readonly isRead?: true;
}

/** "<i>" in a name stands for a layer, counted from 0. */
export type ArrayTable = Readonly<Record<string, ArrayRow>>;

/** A row of a table: a parameter that is read back. */
export const read = (shape: string, about: string): ArrayRow => ({ shape, about, isRead: true });

/** A row of a table: what is computed, or cannot be another. */
export const written = (shape: string, about: string): ArrayRow => ({ shape, about });

/** The row of an array; undefined where the table has none. */
export const rowOf = (table: ArrayTable, name: string): ArrayRow | undefined =>
  table[name] ?? table[name.replace(/\.\d+\./, '.<i>.')];

/** Of rows of numbers: N rows, D columns. */
export const rowsTable = {
  observations: written('N x D', 'the data, in their own units; NaN where a value is missing'),
  offset: written('D', 'observations = offset + scale * what the model is given'),
  scale: written('D', 'see offset; 1 where data are learned as they are'),
  labels: written('N', 'classes of the rows, where they are known, from 0; −1 for none'),
} as const satisfies ArrayTable;

/** Of the posterior of a mixture of K clusters. */
export const posteriorTable = {
  alpha: read('K', 'of the Dirichlet posterior of the weights'),
  kappa: read('K', 'of the normal-inverse-Wishart posteriors: how many points the means are worth'),
  nu: read('K', 'their degrees of freedom'),
} as const satisfies ArrayTable;

/** Of the posterior of the first latent of a window. */
export const firstLatentTable = {
  initial_mean: read('d', 'of the first latent of a window'),
  initial_covariance: read('d x d', 'of the first latent: Ψ₁ / ν₁'),
  initial_kappa: read('', 'how many windows the mean of the first latent is worth'),
  initial_nu: read('', 'degrees of freedom of the posterior of its covariance'),
} as const satisfies ArrayTable;

/** Of an encoder and a decoder: H inputs and outputs of a layer. */
export const networksTable = {
  'encoder.<i>.weight': read('out x in', 'layer i of the encoder, as torch.nn.Linear keeps it'),
  'encoder.<i>.bias': read('out', 'the last layer gives d means and d log-precisions'),
  'encoder.residual.weight': read(
    'd x D',
    'linear link from the data to the means, where there is one',
  ),
  'decoder.<i>.weight': read('out x in', 'layer i of the decoder'),
  'decoder.<i>.bias': read('out', 'the last layer gives D means and D log-variances'),
  'decoder.residual.weight': read(
    'D x d',
    'linear link from the latents to the means, where there is one',
  ),
  input_scales: written('2', 'factors on what enters the first layers of encoder and decoder'),
  activation: written('', 'of the hidden layers: tanh, relu or sigmoid'),
  log_variance_centre: written('1', 'what is added to the squashed log-variances of the decoder'),
  decoder_mean: written('', 'what the decoder’s means go through: identity, sigmoid or bernoulli'),
} as const satisfies ArrayTable;

/** Of every file, written around the arrays of the model. */
export const fileTable = {
  format_version: written('', '1'),
  settings: written('', 'JSON: the lab, its settings, seed, steps and edits'),
  model_file: written(
    'bytes',
    'the model file that “Save” writes: with it training goes on bit for bit',
  ),
} as const satisfies ArrayTable;

/** The steps on show, of a model of series. */
export const shownStepsTable = {
  observations: written(
    'T x D',
    'the steps shown, in the units of the data; NaN where a value is missing',
  ),
  first_row: written('', 'row of the data that is step 0, from 0'),
  input_ends: written('', 'the model sees the steps before this one'),
} as const satisfies ArrayTable;
