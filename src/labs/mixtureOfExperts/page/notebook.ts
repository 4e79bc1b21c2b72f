import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { expertsArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'A mixture of experts',
  about: 'This notebook takes an E-step at the parameters of the page, and predicts y from x.',
  letters: 'N pairs, K experts, F coefficients of each, G places.',
  table: expertsArrays,
  cells: [
    md(String.raw`
## Experts and gate

Expert $k$ predicts $f_k(x)$, a polynomial, with standard deviation $s_k$. The gate asks it with probability $g_k(x) \propto \exp(o_k + w_k x)$, so that $p(y\mid x) = \sum_k g_k(x)\,\mathcal N(y \mid f_k(x), s_k^2)$.
`),
    py(`
def log_softmax(a):
    a = a - a.max(axis=1, keepdims=True)
    return a - np.log(np.exp(a).sum(axis=1, keepdims=True))

def gate(x):
    return log_softmax(m["gate_offsets"] + m["gate_slopes"] * x[:, None])

def experts(x):
    return np.polynomial.polynomial.polyval(x, m["coefficients"].T).T

x, y = m["observations"].T
s = m["deviations"]
log_joint = gate(x) - 0.5 * ((y[:, None] - experts(x)) / s) ** 2 - np.log(s * np.sqrt(2 * np.pi))
responsibilities = np.exp(log_softmax(log_joint))
largest = log_joint.max(axis=1)
log_likelihood = (largest + np.log(np.exp(log_joint - largest[:, None]).sum(axis=1))).sum()
assignments = responsibilities.argmax(axis=1)
agree("responsibilities", responsibilities)
agree("log_likelihood", log_likelihood)
print("log-likelihood per pair:", log_likelihood / len(x))
`),
    md(String.raw`
## Prediction

$\mathbb{E}[y\mid x] = \sum_k g_k(x) f_k(x)$, and the variance is that of the experts and of their means together.
`),
    py(`
places = m["x"]
gates, predictions = np.exp(gate(places)), experts(places)
mean = (gates * predictions).sum(axis=1)
variance = (gates * (s**2 + predictions**2)).sum(axis=1) - mean**2
spread = np.sqrt(np.maximum(0, variance))
agree("predictions", predictions)
agree("gates", gates)
agree("mean", mean)
agree("spread", spread)
`),
    figure(`
import matplotlib.pyplot as plt

above, below = plt.subplots(2, 1, figsize=(9, 7), sharex=True)[1]
above.scatter(x, y, s=8, c=assignments, cmap="tab10", vmax=9)
above.plot(places, predictions, lw=1)
above.plot(places, mean, "k")
above.fill_between(places, mean - spread, mean + spread, color="k", alpha=0.1)
above.set_ylim(y.min() - np.ptp(y) / 5, y.max() + np.ptp(y) / 5)
above.set_title("Observations, experts, and E[y | x] with its spread")
below.stackplot(places, gates.T, colors=plt.get_cmap("tab10").colors)
below.set_title("Gate")
plt.tight_layout()
plt.show()
`),
  ],
};
