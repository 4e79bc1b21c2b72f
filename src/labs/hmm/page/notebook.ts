import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { hmmArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'A hidden Markov model',
  about: 'This notebook finds the states behind the series by forward-backward.',
  letters: 'T steps, K states.',
  table: hmmArrays,
  cells: [
    md(String.raw`
## Forward-backward

Forward: $\alpha_t(j) \propto \mathcal N(y_t \mid \mu_j, \sigma_j^2)\sum_i \alpha_{t-1}(i) A_{ij}$, and the log of what normalises it adds up to $\log p(y)$. Backward: $\beta_t(i) \propto \sum_j A_{ij}\,\mathcal N(y_{t+1} \mid \mu_j, \sigma_j^2)\,\beta_{t+1}(j)$. The state has probabilities $p(z_t \mid y) \propto \alpha_t\beta_t$. A missing value says nothing.
`),
    py(`
y = m["observations"][:, 0]
A, means, variances = m["transition_matrix"], m["means"], m["variances"]
T, K = len(y), len(means)

log_density = -0.5 * ((y[:, None] - means) ** 2 / variances + np.log(2 * np.pi * variances))
log_density = np.nan_to_num(log_density)
# The largest of each row is taken out, so that nothing underflows.
largest = log_density.max(axis=1)
density = np.exp(log_density - largest[:, None])

forward, backward = np.zeros((T, K)), np.ones((T, K))
log_likelihood = largest.sum()
predicted = m["initial_probabilities"]
for t in range(T):
    forward[t] = predicted * density[t]
    log_likelihood += np.log(forward[t].sum())
    forward[t] /= forward[t].sum()
    predicted = forward[t] @ A
for t in reversed(range(T - 1)):
    backward[t] = A @ (density[t + 1] * backward[t + 1])
    backward[t] /= backward[t].sum()

responsibilities = forward * backward
responsibilities /= responsibilities.sum(axis=1, keepdims=True)
assignments = responsibilities.argmax(axis=1)
agree("responsibilities", responsibilities)
agree("log_likelihood", log_likelihood)
print("log-likelihood per step:", log_likelihood / T)
`),
    figure(`
import matplotlib.pyplot as plt

above, below = plt.subplots(2, 1, figsize=(10, 5), sharex=True)[1]
above.plot(y, "lightgray")
above.scatter(range(T), y, s=8, c=assignments, cmap="tab10", vmax=9)
above.plot(means[assignments], "k", lw=1)
above.set_title("Observations, and the mean of the likeliest state")
below.stackplot(range(T), responsibilities.T, colors=plt.get_cmap("tab10").colors)
below.set_title("Probabilities of the states")
plt.tight_layout()
plt.show()
`),
  ],
};
