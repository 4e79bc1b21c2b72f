import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { estimatorsArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'Estimators of a gradient',
  about:
    'This notebook computes the estimates of each draw again from f and its slope, or, for a race, E f at the end of each path.',
  letters: 'N draws, E estimators or racers, S steps, P parameters.',
  table: estimatorsArrays,
  cells: [
    md(String.raw`
## Estimates of single draws

With $s = \partial_\varphi \log q(x)$ the score function is $(f - b)\,s$: $b$ is 0, $\mathbb{E} f$, the best constant, or the mean of $f$ over the other draws of the batch. Reparameterisation is $f'(x)\,\partial_\varphi x$, less the score where $f$ contains $-\log q$; sticking the landing leaves that part out. Straight-through takes the slope of $f$ at the coin.
`),
    py(`
settings = about["settings"]
is_coin = settings["q"] == "coin"
names = list(m["estimators"])

if "estimates" in m:
    e, f, slopes = m["noise"], m["values"], m["slopes"]
    if is_coin:
        theta = settings["theta"]
        score = np.where(e > 1 - theta, 1 / theta, -1 / (1 - theta))
        path = np.ones_like(e)
    else:
        of_mean = settings["parameter"] == "mean"
        score = (e if of_mean else e**2 - 1) / settings["sd"]
        path = np.ones_like(e) if of_mean else e
    agree("scores", score)

    n = settings["batch"]
    batches = f.reshape(-1, n)
    others = ((batches.sum(axis=1, keepdims=True) - batches) / (n - 1)).ravel()
    best = m["estimates"][names.index("bestBaseline")]
    largest = np.abs(score).argmax()
    b = f[largest] - best[largest] / score[largest]
    along = slopes * path
    computed = {
        "score": f * score,
        "meanBaseline": (f - m["value"]) * score,
        "bestBaseline": (f - b) * score,
        "leaveOneOut": (f - others) * score,
        "pathwise": along - (score if settings["f"] == "elbo" else 0),
        "sticking": along,
        "straightThrough": slopes,
    }
    for name, estimates, mean, variance in zip(names, m["estimates"], m["exact_means"], m["exact_variances"]):
        if name in computed:
            agree(name, computed[name], estimates)
        error = estimates.std() / len(estimates) ** 0.5
        print(f"{name}: {estimates.mean():.3f} ± {error:.3f} (exact {mean:.3f}), variance {estimates.var():.3f} ({variance:.3f})")
`),
    md(String.raw`
## A race

$\mathbb{E} f$ at the end of each path, by Gauss–Hermite quadrature; of a coin it is $\theta f(1) + (1 - \theta) f(0)$.
`),
    py(`
def expectation(place):
    """E f of one coordinate, where f is smooth and known by its name."""
    if is_coin:
        return place[0] * (1 - settings["c"]) ** 2 + (1 - place[0]) * settings["c"] ** 2
    mean, sd = place
    k = settings["k"]
    nodes, weights = np.polynomial.hermite_e.hermegauss(100)
    x = mean + sd * nodes
    entropy = np.log(sd * np.sqrt(2 * np.pi * np.e))
    f = {
        "quadratic": -((x - k) ** 2),
        "cosine": np.cos(k * x),
        "elbo": -0.5 * (x - k) ** 2 - 0.5 * np.log(2 * np.pi) + entropy,
    }[settings["f"]]
    return weights @ f / np.sqrt(2 * np.pi)

if "paths" in m and (is_coin or settings["f"] in ("quadratic", "cosine", "elbo")):
    reached = [settings["dimension"] * expectation(path[-1]) for path in m["paths"]]
    agree("E f where the racers are", reached, m["course"][:, -1])
`),
    figure(`
import matplotlib.pyplot as plt

if "paths" in m:
    for name, course in zip(names, m["course"]):
        plt.plot(course, label=name)
    plt.xlabel("step")
    plt.ylabel("E f")
else:
    low, high = np.percentile(m["estimates"], [1, 99])
    for name, estimates in zip(names, m["estimates"]):
        plt.hist(estimates, bins=np.linspace(low, high, 60), histtype="step", label=name)
    plt.axvline(m["gradient"], color="k", ls="--")
    plt.xlabel("estimate of one draw")
plt.legend()
plt.show()
`),
  ],
};
