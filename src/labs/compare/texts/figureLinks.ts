/** Figure 6.2 of the thesis, as links that train the models for it. */
export interface FigureLink {
  readonly hash: string;
  readonly label: string;
  readonly comment: string;
}

export const FIGURE_LINKS: readonly FigureLink[] = [
  {
    hash: '#/compare?seed=1&steps=2000&v=1',
    label: 'Figure 6.2: three models, with the robust recipe',
    comment: '2,000 steps, a few seconds of training.',
  },
  {
    hash: '#/compare?recipe=thesis&activation=relu&learningRate=0.001&seed=1&steps=10000&v=1',
    label: 'Figure 6.2: three models, with the thesis’s settings',
    comment: '10,000 steps, as in the thesis: about a minute of training.',
  },
];
