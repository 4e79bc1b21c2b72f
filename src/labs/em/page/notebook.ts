import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { digammaCell, ellipseCode } from '../../shared/keeping/notebookCells.ts';
import { emArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'A mixture of Gaussians (k-means and EM)',
  about: 'This notebook takes an E-step at the parameters of the page.',
  letters: 'N points, D columns, K clusters.',
  table: emArrays,
  cells: [
    md(String.raw`
## E-step

The responsibility of cluster $k$ for a point is $r_k \propto \pi_k\,\mathcal N(x \mid \mu_k, \Sigma_k)$. With priors, the logarithms are expectations: $\mathbb{E}[\log\pi_k] = \psi(\alpha_k) - \psi(\sum_j\alpha_j)$, the squared distance gains $D/\kappa_k$, and $\mathbb{E}[\log\det\Sigma_k] = \log\det\Psi_k - D\log 2 - \sum_{i<D}\psi((\nu_k - i)/2)$ with $\Psi_k = \nu_k\Sigma_k$. k-means gives each point to the likeliest cluster alone, which is the one with the nearest mean.
`),
    digammaCell,
    py(`
x, means, covariances = m["observations"], m["means"], m["covariances"]
algorithm = about["settings"].get("algorithm", "gmm")
N, D = x.shape
K = len(means)

difference = x[:, None, :] - means
distance = np.einsum("nki,kij,nkj->nk", difference, np.linalg.inv(covariances), difference)
log_det = np.linalg.slogdet(covariances)[1]
with np.errstate(divide="ignore"):
    log_weights = np.log(m["weights"])
if algorithm == "bayesian-gmm":
    alpha, kappa, nu = m["alpha"], m["kappa"], m["nu"]
    log_weights = digamma(alpha) - digamma(alpha.sum())
    distance = distance + D / kappa
    log_det = log_det + D * np.log(nu / 2) - sum(digamma((nu - i) / 2) for i in range(D))

log_joint = log_weights - 0.5 * (distance + log_det + D * np.log(2 * np.pi))
largest = log_joint.max(axis=1, keepdims=True)
log_evidence = (largest + np.log(np.exp(log_joint - largest).sum(axis=1, keepdims=True)))[:, 0]
responsibilities = np.exp(log_joint - log_evidence[:, None])
assignments = log_joint.argmax(axis=1)
if algorithm == "k-means":
    responsibilities = np.eye(K)[assignments]

agree("responsibilities", responsibilities)
agree("log_evidence", log_evidence)
print("log-likelihood per point:", log_evidence.mean())
`),
    figure(`
import matplotlib.pyplot as plt
${ellipseCode}
plt.figure(figsize=(6, 6))
if D == 1:
    plt.scatter(x[:, 0], assignments, s=8, c=assignments, cmap="tab20")
else:
    plt.scatter(*x[:, :2].T, s=8, c=assignments, cmap="tab20")
    for k in range(K):
        plt.plot(*ellipse(means[k, :2], covariances[k]).T, "k", lw=1)
    plt.scatter(*means[:, :2].T, marker="x", c="black")
plt.title("Observations by cluster")
plt.tight_layout()
plt.show()
`),
  ],
};
