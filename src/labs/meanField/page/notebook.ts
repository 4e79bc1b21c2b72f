import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { digammaCell } from '../../shared/keeping/notebookCells.ts';
import { meanFieldArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'Mean field',
  about: 'This notebook computes the exact marginals and the ELBO of q.',
  letters: 'G cells along each side, N observations; V nodes, P parents of one of them, S states.',
  table: meanFieldArrays,
  cells: [
    digammaCell,
    md(String.raw`
## A posterior in the plane

$\log p(x) = \text{ELBO} + \mathrm{KL}(q\,\|\,p)$. The KL divergence is in closed form for the correlated Gaussian with precision matrix $\Lambda$; the ELBO of the normal has prior $\mathcal N(\mu \mid m_0, 1/(\lambda_0\tau))\,\mathrm{Gam}(\tau \mid a_0, b_0)$ and $q(\mu)\,q(\tau)$ normal and gamma. Other targets are sums over cells.
`),
    py(`
from math import lgamma, log, pi

settings = about["settings"]
target = settings.get("target", "gaussian")

def in_the_plane():
    """Exact marginals, and the ELBO."""
    dx, dy = (m[axis][1] - m[axis][0] for axis in "xy")
    log_p, (qx, qy) = m["log_density"], m["factors"]
    p = np.exp(log_p - log_p.max())
    p = p / (p.sum() * dx * dy)
    agree("marginals", [p.sum(axis=0) * dy, p.sum(axis=1) * dx])
    mean, sd = m["means"], m["deviations"]
    if target == "gaussian":
        rho = settings.get("correlation", 0.9)
        precision = np.linalg.inv([[1, rho], [rho, 1]])
        kl = (np.diag(precision) @ sd**2 + mean @ precision @ mean - 2 + log(1 - rho**2) - 2 * np.log(sd).sum()) / 2
        return m["log_evidence"] - kl
    if target == "normal":
        x = m["observations"]
        m0, l0, a0, b0 = (settings.get("prior" + s, d) for s, d in [("Mean", 0), ("Scale", 1), ("Shape", 1), ("Rate", 1)])
        a, b = mean[1] ** 2 / sd[1] ** 2, mean[1] / sd[1] ** 2
        tau, log_tau = a / b, digamma(a) - log(b)
        joint = (len(x) + 1) / 2 * (log_tau - log(2 * pi)) + log(l0) / 2
        joint -= tau / 2 * (((x - mean[0]) ** 2).sum() + l0 * (mean[0] - m0) ** 2 + (len(x) + l0) * sd[0] ** 2)
        joint += a0 * log(b0) - lgamma(a0) + (a0 - 1) * log_tau - b0 * tau
        entropy = log(2 * pi * np.e * sd[0] ** 2) / 2 + a - log(b) + lgamma(a) + (1 - a) * digamma(a)
        return joint + entropy
    q = qy[:, None] * qx
    agree("log_evidence", log_p.max() + log(np.exp(log_p - log_p.max()).sum() * dx * dy))
    return (np.where(q > 0, q * (log_p - np.log(np.where(q > 0, q, 1))), 0)).sum() * dx * dy
`),
    md(String.raw`
## A network

The joint distribution is the product of all tables, $\prod_i p(x_i \mid \mathrm{pa}_i)$. With the evidence in place its sum is $p(\text{evidence})$, and the sums along its axes are the exact marginals. The ELBO needs the tables alone: $\sum_i \mathbb E_q[\log p(x_i \mid \mathrm{pa}_i)]$ plus the entropy of $q$.
`),
    py(`
def in_a_network():
    """Exact marginals where there are few hidden nodes, and the ELBO."""
    V, q = len(m["names"]), m["q"]
    axes = [[*m[f"node.{i}.parents"], i] for i in range(V)]
    tables = [m[f"node.{i}.table"] for i in range(V)]
    shares = [row[np.isfinite(row)] for row in q]
    with np.errstate(divide="ignore"):
        elbo = -sum((row * np.log(np.where(row > 0, row, 1))).sum() for row in shares)
        for nodes, table in zip(axes, tables):
            weights = shares[nodes[0]]
            for i in nodes[1:]:
                weights = weights[..., None] * shares[i]
            elbo += (weights[weights > 0] * np.log(table[weights > 0])).sum()
    if "exact" in m:
        hidden = [i for i in range(V) if m["evidence"][i] < 0]
        joint = np.ones([len(shares[i]) for i in hidden])
        for nodes, table in zip(axes, tables):
            seen = table[tuple(slice(None) if i in hidden else m["evidence"][i] for i in nodes)]
            left = [hidden.index(i) for i in nodes if i in hidden]
            shape = [joint.shape[axis] if axis in left else 1 for axis in range(joint.ndim)]
            joint = joint * seen.transpose(np.argsort(left)).reshape(shape)
        exact = np.where(np.isfinite(q), 0.0, np.nan)
        for i, state in enumerate(m["evidence"]):
            exact[i, max(state, 0)] = 1
        for axis, i in enumerate(hidden):
            others = tuple(other for other in range(joint.ndim) if other != axis)
            exact[i, : joint.shape[axis]] = joint.sum(axis=others) / joint.sum()
        agree("exact", exact)
        agree("log_evidence", log(joint.sum()))
    return elbo

elbo = in_a_network() if "q" in m else in_the_plane()
if np.isfinite(m["elbo"]):
    agree("elbo", elbo)
print("ELBO:", elbo, "of at most", m["log_evidence"])
`),
    figure(`
import matplotlib.pyplot as plt

if "q" in m:
    rows = np.arange(len(m["names"]))
    for k, name in enumerate(["exact", "q", "gibbs"]):
        if name in m:
            plt.barh(rows + 0.25 * (k - 1), m[name][:, 1], 0.25, label=name)
    plt.yticks(rows, m["names"])
    plt.xlabel("probability of the second state")
    plt.legend()
else:
    plt.contourf(m["x"], m["y"], np.exp(m["log_density"]), cmap="Greens")
    plt.contour(m["x"], m["y"], np.outer(*m["factors"][::-1]))
plt.show()
`),
  ],
};
