import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { boundsArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'Importance-weighted bounds',
  about:
    'This notebook computes the exact figures of the part that was shown: the bound for each number of draws, the gap of annealing, or the likelihood of the series by a Kalman filter.',
  letters:
    'S and M numbers of draws or of steps, K draws, T steps of the series, W ways of resampling, R repeats.',
  table: boundsArrays,
  cells: [
    md(String.raw`
## One datum

$z \sim \mathcal N(0, 1)$, $x \sim \mathcal N(z, 1)$, $w = p(x, z) / q(z)$. With $\varphi(s) = \mathbb{E}\,e^{-s w / p(x)}$ the bound is $\mathcal L_K = \log p(x) + \int (e^{-K e^v} - \varphi(e^v)^K)\,dv$, for any K and without sampling.
`),
    py(`
settings = about["settings"]

def log_normal(x, mean, sd):
    return -0.5 * ((x - mean) / sd) ** 2 - np.log(sd * np.sqrt(2 * np.pi))

def log_weight(z):
    joint = log_normal(z, 0, 1) + log_normal(settings["x"], z, 1)
    return joint - log_normal(z, settings["mean"], settings["sd"])

if "bounds" in m:
    log_evidence = log_normal(settings["x"], 0, 2**0.5)
    agree("log_evidence", log_evidence)
    e = np.linspace(-12, 12, 961)
    density = np.exp(-(e**2) / 2)
    density /= density.sum()
    log_w = log_weight(settings["mean"] + settings["sd"] * e)
    agree("elbo", density @ log_w)
    step = 0.1
    v = np.arange(-46, 60, step)
    w = np.exp(log_w - log_evidence)
    log_phi = np.log(np.maximum(1e-300, np.exp(-np.exp(v)[:, None] * w) @ density))
    bounds = [log_evidence + step * (np.exp(-K * np.exp(v)) - np.exp(K * log_phi)).sum() for K in m["sizes"]]
    agree("bounds", bounds)
if "z" in m:
    agree("log_weights", log_weight(m["z"]))
    shares = np.exp(m["log_weights"] - m["log_weights"].max())
    print("effective sample size:", shares.sum() ** 2 / (shares**2).sum(), "of", len(shares))
`),
    md(String.raw`
## Annealing

Between $\mathcal N(0, 1)$ and the target, $p_t \propto p_0^{1 - t/T} f^{t/T}$ is a Gaussian again. With perfect moves the gap is $\sum_t \mathrm{KL}(p_t \,\|\, p_{t+1})$, in reverse $\sum_t \mathrm{KL}(p_{t+1} \,\|\, p_t)$.
`),
    py(`
def kl(mean_p, var_p, mean_q, var_q):
    return 0.5 * (var_p / var_q + (mean_p - mean_q) ** 2 / var_q - 1 + np.log(var_q / var_p))

if "gaps" in m:
    mean, sd = settings["targetMean"], settings["targetSd"]
    agree("log_z", np.log(sd * np.sqrt(2 * np.pi)))
    gaps, reverse = [], []
    for T in m["steps"]:
        share = np.arange(T + 1) / T
        var = 1 / (1 - share + share / sd**2)
        means = var * share * mean / sd**2
        gaps.append(kl(means[:-1], var[:-1], means[1:], var[1:]).sum())
        reverse.append(kl(means[1:], var[1:], means[:-1], var[:-1]).sum())
    agree("gaps", gaps)
    agree("reverse_gaps", reverse)
`),
    md(`
## Particle filter

The state rotates by a fourteenth of a turn and keeps 0.97 of its length; one coordinate is observed. The Kalman filter knows its mean and the likelihood.
`),
    py(`
if "observations" in m:
    turn = 2 * np.pi / 14
    A = 0.97 * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    noise = settings["observationNoise"] ** 2
    mean, covariance, log_likelihood = np.zeros(2), np.eye(2), 0
    means, deviations = [], []
    for t, y in enumerate(m["observations"]):
        if t > 0:
            mean, covariance = A @ mean, A @ covariance @ A.T + 0.25**2 * np.eye(2)
        spread = covariance[0, 0] + noise
        log_likelihood += log_normal(y, mean[0], spread**0.5)
        gain = covariance[:, 0] / spread
        mean = mean + gain * (y - mean[0])
        covariance = covariance - np.outer(gain, covariance[0])
        means.append(mean[0])
        deviations.append(covariance[0, 0] ** 0.5)
    agree("means", means)
    agree("deviations", deviations)
    agree("log_likelihood", log_likelihood)
    for name, logs in zip(m["resampling"], m["estimates"]):
        print(name, "mean of estimate / p(y):", np.nanmean(np.exp(logs - log_likelihood)))
`),
    figure(`
import matplotlib.pyplot as plt

if "bounds" in m:
    plt.semilogx(m["sizes"], m["bounds"])
    plt.errorbar(m["measured_sizes"], m["measured_bounds"], 2 * m["measured_errors"], fmt="o")
    plt.axhline(m["log_evidence"], color="k")
    plt.xlabel("K, draws in one bound")
elif "gaps" in m:
    plt.semilogx(m["steps"], -m["gaps"])
    plt.semilogx(m["steps"], m["reverse_gaps"])
    plt.plot(m["measured_sizes"], m["measured_bounds"] - m["log_z"], "o")
    plt.yscale("symlog", linthresh=0.01)
    plt.xlabel("steps of the bridge, T")
else:
    plt.plot(m["observations"], "s")
    plt.plot(m["means"])
    plt.fill_between(range(len(m["means"])), m["means"] - 2 * m["deviations"], m["means"] + 2 * m["deviations"], alpha=0.2)
plt.show()
`),
  ],
};
