import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { divergencesArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'Divergences',
  about: 'This notebook computes the divergences of p and q.',
  letters:
    'F fits, each a q with K Gaussians; G places; C peaks of p, or H heights; n outcomes in m groups; A atoms.',
  table: divergencesArrays,
  cells: [
    md(String.raw`
## Divergences

$\mathrm{KL}(p\,\|\,q) = \int p \log(p/q)$, infinite where $p$ has mass and $q$ has none. Jensen–Shannon is the mean of the KL divergences of $p$ and $q$ to $(p + q)/2$, total variation $\tfrac12\int |p - q|$, chi-squared $\int (p - q)^2/q$, which is infinite also where the tails of $q$ are too thin. Integrals are sums by the Gauss–Legendre rule between the ends and corners of $p$.
`),
    py(`
settings = about["settings"]
part = settings.get("part", "densities")

np.seterr(divide="ignore", invalid="ignore")  # log 0, where p or q is zero

def divergences(log_p, log_q, weights=1):
    """KL(p||q), KL(q||p), Jensen-Shannon and total variation of shares, or of densities with weights."""
    half = np.logaddexp(log_p, log_q) - np.log(2)
    def kl(a, b):
        return (weights * np.where(np.exp(a) > 0, np.exp(a) * (a - b), 0)).sum()
    apart = abs(np.exp(log_p) - np.exp(log_q))
    return [kl(log_p, log_q), kl(log_q, log_p), (kl(log_p, half) + kl(log_q, half)) / 2, (weights * apart).sum() / 2]

def chi_squared(log_p, log_q, weights=1):
    """Of p and q and of q and p, where they are finite: in logarithms, as q may be too small for a number where p is not."""
    def chi(a, b):
        ratio = a - b
        squared = np.where(ratio > 40, 2 * ratio, 2 * np.log(np.abs(np.expm1(np.minimum(ratio, 40)))))
        return np.nansum(weights * np.exp(squared + b))
    return [chi(log_p, log_q), chi(log_q, log_p)]

def log_mixture(x, weights, means, deviations):
    z = (x[:, None] - means) / deviations
    scale = weights / weights.sum() / deviations / np.sqrt(2 * np.pi)
    return np.logaddexp.reduce(np.log(scale) - z**2 / 2, axis=1)

def places_of(corners, count):
    """Places between corners, none of them a corner itself, with weights of the Gauss-Legendre rule."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    half = np.diff(corners)[:, None] / 2
    return (corners[:-1, None] + half * (1 + nodes)).ravel(), (half * weights).ravel()

if part == "bars":
    groups = m["groups"]
    logs = [np.log(np.add.reduceat(m[of], groups)) for of in "pq"]
    computed, chi = [divergences(*logs)], [chi_squared(*logs)]
elif part == "jensen":
    f = {"square": np.square, "exp": np.exp, "abs": np.abs}.get(settings.get("convex", "-log"), lambda x: -np.log(x))
    gap = m["weights"] @ f(m["places"]) - f(m["weights"] @ m["places"])
    agree("gap", gap)
elif part == "plane":
    rho = settings.get("correlation", 0.9)
    p = np.array([[1, rho], [rho, 1]])
    def kl(mean, a, b):
        """Of Gaussians whose means differ by so much, with covariances a and b."""
        inverse = np.linalg.inv(b)
        return (np.trace(inverse @ a) + mean @ inverse @ mean - 2 + np.log(np.linalg.det(b) / np.linalg.det(a))) / 2
    qs = [(mean, np.diag(sd**2)) for mean, sd in zip(m["q_means"], m["q_deviations"])]
    computed = [[kl(mean, p, q), kl(mean, q, p)] for mean, q in qs]
else:
    # Close together around zero, and out to a million: chi-squared may have its mass far outside of both.
    drawn, step = "p_heights" in m, np.sinh(np.linspace(-14.5, 14.5, 8001))
    reach = step[-1]
    low, high = (m["x"][0], m["x"][-1]) if drawn else m["p_ends"]
    inside = np.linspace(low, high, len(m["p_heights"])) if drawn else [low, high]
    x, w = places_of(np.unique(np.clip([*step, *inside], -reach, reach)), 4)
    if drawn:
        log_p = np.log(np.interp(x, inside, m["p_heights"], 0, 0))
    else:
        log_p = log_mixture(x, m["p_weights"], m["p_means"], m["p_deviations"])
        log_p[(x < low) | (x > high)] = -np.inf
    log_p -= np.log(w @ np.exp(log_p))
    qs = list(zip(m["q_weights"], m["q_means"], m["q_deviations"]))
    agree("q", [np.exp(log_mixture(m["x"], *q)) for q in qs])
    computed = [divergences(log_p, log_mixture(x, *q), w) for q in qs]
    chi = [chi_squared(log_p, log_mixture(x, *q), w) for q in qs]
if "chi_squared" in m:
    known = m["chi_squared"] < 1e29  # where the page stops counting
    agree("chi_squared", np.where(known, chi, m["chi_squared"]))
if part != "jensen":
    agree("divergences", computed)
    print(np.array(computed))
`),
    figure(`
import matplotlib.pyplot as plt

if "x" in m:
    plt.fill_between(m["x"], m["p"], alpha=0.2, color="k", label="p")
    plt.plot(m["x"], m["q"].T, label="q")
elif "groups" in m:
    plt.bar(np.arange(len(m["p"])) - 0.2, m["p"], 0.4, label="p")
    plt.bar(np.arange(len(m["q"])) + 0.2, m["q"], 0.4, label="q")
elif "places" in m:
    plt.plot(m["places"], f(m["places"]), "o", label="atoms")
else:
    turn = np.linspace(0, 2 * np.pi, 100)
    circle = np.stack([np.cos(turn), np.sin(turn)])
    plt.plot(*(np.linalg.cholesky(p) @ circle), "k", label="p")
    for mean, q in qs:
        plt.plot(*(mean[:, None] + np.sqrt(q) @ circle), label="q")
plt.legend()
plt.show()
`),
  ],
};
