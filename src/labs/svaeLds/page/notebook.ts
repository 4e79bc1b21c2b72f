import { md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import {
  holdCode,
  networkCells,
  seenCells,
  seriesFigure,
} from '../../shared/keeping/notebookCells.ts';
import { svaeLdsArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'A linear dynamical system inside an autoencoder (SVAE-LDS)',
  about:
    'This notebook encodes what the model sees of a series, smooths the states by a Kalman smoother, lets the dynamics go on alone, and decodes samples: the page’s prediction.',
  letters: 'T steps shown, D columns, d latent dimensions, S samples.',
  table: svaeLdsArrays,
  cells: [
    ...networkCells,
    ...seenCells,
    md(String.raw`
## Dynamics

$x_{t+1} = A x_t + \varepsilon$ with $\varepsilon\sim\mathcal N(0, Q)$. The posterior of $A$ is matrix-normal with column covariance $K$, so that $\mathbb{E}[A^\top Q^{-1} A] = A^\top Q^{-1} A + dK$, where $Q^{-1}$ and $A$ stand for expectations.
`),
    py(`
A, Q, K = m["transition_matrix"], m["noise_covariance"], m["column_covariance"]
Q_inverse = np.linalg.inv(Q)
past = A.T @ Q_inverse @ A + d * K
cross = -(Q_inverse @ A).T
first = np.linalg.inv(m["initial_covariance"])
`),
    md(String.raw`
## Filter, smoother and samples

In information form: the filter gives each state, given the next one, as $x_t = m_t - G_t x_{t+1} + L_t^{-\top}\varepsilon_t$ with the Cholesky factor $L_t$ of its precision. Followed backwards with $\varepsilon = 0$ this is the smoothed mean, with noise a draw of the posterior. The page's noise is in the file.
`),
    py(`
P, l = first.copy(), first @ m["initial_mean"]
filtered, gains, factors = [], [], []
for t in range(steps):
    P, l = P + np.diag(J[t]), l + h[t]
    last = t == steps - 1
    L = np.linalg.cholesky(P if last else P + past)
    L_inverse = np.linalg.inv(L)
    conditional = L_inverse.T @ L_inverse
    filtered.append(conditional @ l)
    gains.append(conditional @ cross)
    factors.append(L_inverse)
    if not last:
        P, l = Q_inverse - cross.T @ gains[t], -cross.T @ filtered[t]

${holdCode}
def states(noise):
    """S x T x d: backwards through what is seen, then forwards by the dynamics."""
    x = np.zeros(noise.shape)
    for t in reversed(range(steps)):
        x[:, t] = filtered[t] + noise[:, t] @ factors[t]
        if t < steps - 1:
            x[:, t] -= x[:, t + 1] @ gains[t].T
    root = np.linalg.cholesky(Q)
    for t in range(steps, T):
        x[:, t] = hold(x[:, t - 1] @ A.T + noise[:, t] @ root.T)
    return m["latent_scale"] * x + m["latent_shift"]

latents = states(np.zeros((1, T, d)))[0]
agree("latent_means", latents)
`),
    md('## Prediction\n\nThe mean of the decoded samples.'),
    py(`
samples = decode(states(m["noise"]))
prediction = samples.mean(axis=0)
agree("prediction", prediction)
`),
    seriesFigure('panels[2].plot(latents)', 'Means of the states'),
  ],
};
