import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { digammaCell, ellipseCode, networkCells } from '../../shared/keeping/notebookCells.ts';
import { svaeGmmArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'A mixture of Gaussians inside an autoencoder (SVAE-GMM)',
  about:
    'This notebook encodes the points, infers their latents and clusters by mean field, and decodes them again.',
  letters: 'N points, D columns, d latent dimensions, K clusters.',
  table: svaeGmmArrays,
  cells: [
    ...networkCells,
    md(String.raw`
The encoder says of each latent $\psi(x) = \exp(-\tfrac12 x^\top J x + h^\top x)$ with a diagonal $J = \exp(5\tanh(b/5))$ and $h = J a$.
`),
    py(`
a, b = network("encoder", y, d)
J = np.exp(squash(b))
h = J * a
`),
    md(String.raw`
## Clusters

The posterior of the weights is Dirichlet(α), that of a cluster's mean and covariance normal-inverse-Wishart with mean $m_k$, $\kappa_k$, $\Psi_k = \nu_k \Sigma_k$ and $\nu_k$. Local inference needs their expectations: $\mathbb{E}[\Sigma^{-1}]$, $\mathbb{E}[\Sigma^{-1}\mu]$, and of each cluster the score $\mathbb{E}[\log\pi_k] - \tfrac12\mathbb{E}[\mu^\top\Sigma^{-1}\mu] - \tfrac12\mathbb{E}[\log\det\Sigma]$. A removed cluster takes no part.
`),
    digammaCell,
    py(`
kept = m["removed"] == 0
alpha, nu, kappa = m["alpha"][kept], m["nu"][kept], m["kappa"][kept]
means, covariances = m["means"][kept], m["covariances"][kept]

precisions = np.linalg.inv(covariances)
linear = np.einsum("kij,kj->ki", precisions, means)
log_weights = digamma(alpha) - digamma(alpha.sum())
log_det = np.linalg.slogdet(covariances * nu[:, None, None])[1] - d * np.log(2)
log_det = log_det - sum(digamma((nu - i) / 2) for i in range(d))
scores = log_weights - 0.5 * (d / kappa + np.sum(means * linear, axis=1) + log_det)
`),
    md(String.raw`
## Mean field

$q(x)q(z)$ maximises the bound by coordinate ascent: $q(x)$ has precision $J + \sum_k r_k \mathbb{E}[\Sigma_k^{-1}]$ and linear term $h + \sum_k r_k \mathbb{E}[\Sigma_k^{-1}\mu_k]$; $q(z)$ has responsibilities $r_k \propto \exp(\text{score}_k + \mathbb{E}[x]^\top\mathbb{E}[\Sigma_k^{-1}\mu_k] - \tfrac12\operatorname{tr}\mathbb{E}[xx^\top]\mathbb{E}[\Sigma_k^{-1}])$. The sweeps start where training left the responsibilities.
`),
    py(`
r = m["start_responsibilities"][:, kept]
for sweep in range(10_000):
    Lambda = np.einsum("nk,kij->nij", r, precisions)
    Lambda[:, range(d), range(d)] += J
    covariance = np.linalg.inv(Lambda)
    x = np.einsum("nij,nj->ni", covariance, h + r @ linear)
    second = covariance + x[:, :, None] * x[:, None, :]
    logits = scores + x @ linear.T - 0.5 * np.einsum("nij,kij->nk", second, precisions)
    logits = np.exp(logits - logits.max(axis=1, keepdims=True))
    before, r = r, logits / logits.sum(axis=1, keepdims=True)
    if np.abs(r - before).max() < 1e-12:
        break

responsibilities = np.zeros((len(y), len(kept)))
responsibilities[:, kept] = r
agree("responsibilities", responsibilities)
agree("latent_means", x)
assignments = responsibilities.argmax(axis=1)
top = np.sort(responsibilities, axis=1)[:, -2:]
clear = top[:, -1] - top[:, 0] > 1e-5 if len(kept) > 1 else np.ones(len(y), bool)
assert np.array_equal(assignments[clear], m["assignments"][clear])
`),
    md(`
## Reconstructions

The decoder turns a latent into the mean of an observation; here the mean of $q(x)$.
`),
    py(`
reconstructions = decode(x)
agree("reconstructions", reconstructions)
`),
    figure(`
import matplotlib.pyplot as plt
${ellipseCode}
left, right = plt.subplots(1, 2, figsize=(11, 5))[1]
left.scatter(*m["observations"][:, :2].T, s=8, c=assignments, cmap="tab20")
left.scatter(*reconstructions[:, :2].T, s=4, c="black", alpha=0.5)
left.set_title("Data space: observations, and reconstructions in black")
right.scatter(*x[:, :2].T, s=8, c=assignments, cmap="tab20")
for k in np.flatnonzero(kept):
    if m["weights"][k] * len(y) > 1:
        right.plot(*ellipse(m["means"][k, :2], m["covariances"][k]).T, "k", lw=1)
right.set_title("Latent space: means of q(x), and clusters")
plt.tight_layout()
plt.show()
`),
  ],
};
