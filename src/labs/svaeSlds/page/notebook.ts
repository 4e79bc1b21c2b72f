import { md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import {
  digammaCell,
  holdCode,
  networkCells,
  seenCells,
  seriesFigure,
} from '../../shared/keeping/notebookCells.ts';
import { svaeSldsArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'A switching linear dynamical system inside an autoencoder (SVAE-SLDS)',
  about:
    'This notebook encodes what the model sees of a series, finds latents and states by structured mean field, lets sampled chains of states go on, and decodes them: the page’s prediction.',
  letters: 'T steps shown, D columns, d latent dimensions, K states, S samples.',
  table: svaeSldsArrays,
  cells: [
    ...networkCells,
    ...seenCells,
    md(String.raw`
## Potentials of the states

In state $k$, $x_{t+1} = A_k x_t + b_k + \varepsilon$ with $\varepsilon\sim\mathcal N(0, Q_k)$. Of $M = [A\;b]$ and $\tilde x = (x, 1)$ inference needs the expectation $\mathbb{E}[M^\top Q^{-1} M] = M^\top Q^{-1} M + dK$, where $K$ is the column covariance, and $\mathbb{E}[\log\det Q] = \log\det\Psi - d\log 2 - \sum_{i<d}\psi((\nu - i)/2)$. The chain of states enters by $\mathbb{E}[\log\pi] = \psi(\text{counts}) - \psi(\text{sum})$ of the states that are not removed.
`),
    digammaCell,
    py(`
kept = np.flatnonzero(m["removed"] == 0)
K = len(m["removed"])
A, b, Q, nu = m["dynamics_matrices"], m["offsets"], m["noise_covariances"], m["nu"]
Q_inverse = np.linalg.inv(Q)
M = np.concatenate([A, b[:, :, None]], axis=2)
MQM = M.transpose(0, 2, 1) @ Q_inverse @ M + d * m["column_covariances"]
log_det = np.linalg.slogdet(Q)[1] + d * np.log(nu / 2) - sum(digamma((nu - i) / 2) for i in range(d))

J11, J22 = MQM[:, :d, :d], Q_inverse
J12 = -(Q_inverse @ A).transpose(0, 2, 1)
h1, h2 = -MQM[:, :d, d], np.einsum("kij,kj->ki", Q_inverse, b)
c = -0.5 * (MQM[:, d, d] + log_det + d * np.log(2 * np.pi))

def expected_log(counts):
    """Of rows of Dirichlet counts; minus infinity where a state is removed."""
    logs = np.full(counts.shape, -np.inf)
    rows = counts[..., kept]
    logs[..., kept] = digamma(rows) - digamma(rows.sum(axis=-1, keepdims=True))
    return logs

log_initial, log_chain = expected_log(m["initial_counts"]), expected_log(m["transition_counts"])
J0 = np.linalg.inv(m["initial_covariance"])
`),
    md(String.raw`
## Mean field

$q(x)$ given $q(z)$ is a Kalman smoother with averaged potentials, $q(z)$ given $q(x)$ is forward-backward with the expected log-density of each step under each state. A painted step is in its state alone; what states have learned from paint is in their parameters. The page starts from even shares, or from latents that are each inferred alone under a standard normal prior, whichever leads to the better bound, and stops when a sweep moves no share by more than 1e-4.
`),
    py(`
def x_step(r):
    """Means, covariances, covariances with the next one, and what samples are drawn from."""
    P, l = J0.copy(), J0 @ m["initial_mean"]
    filtered, conditionals, gains, factors = [], [], [], []
    for t in range(steps):
        last = t == steps - 1
        P, l = P + np.diag(J[t]), l + h[t]
        if not last:
            past, cross, ahead = (np.einsum("k,kij->ij", r[t], each) for each in (J11, J12, J22))
            P, l = P + past, l + r[t] @ h1
        L_inverse = np.linalg.inv(np.linalg.cholesky(P))
        conditionals.append(L_inverse.T @ L_inverse)
        factors.append(L_inverse)
        filtered.append(conditionals[t] @ l)
        if not last:
            gains.append(conditionals[t] @ cross)
            P, l = ahead - cross.T @ gains[t], r[t] @ h2 - cross.T @ filtered[t]
    means, covariances, pairs = [filtered[-1]], [conditionals[-1]], []
    for t in reversed(range(steps - 1)):
        G = gains[t]
        pairs.insert(0, -G @ covariances[0])
        covariances.insert(0, conditionals[t] + G @ covariances[0] @ G.T)
        means.insert(0, filtered[t] - G @ means[0])
    return np.array(means), np.array(covariances), np.array(pairs).reshape(-1, d, d), (filtered, gains, factors)

def z_step(means, covariances, pairs):
    second = covariances + means[:, :, None] * means[:, None, :]
    mixed = pairs + means[:-1, :, None] * means[1:, None, :]
    energy = c + means[:-1] @ h1.T + means[1:] @ h2.T - 0.5 * (
        np.einsum("kij,tij->tk", J11, second[:-1])
        + 2 * np.einsum("kij,tij->tk", J12, mixed)
        + np.einsum("kij,tij->tk", J22, second[1:])
    )
    painted = m["painted"][1:steps]
    known = (painted >= 0) & np.isin(painted, kept)
    energy = np.where(known[:, None] & (np.arange(K) != painted[:, None]), -np.inf, energy)
    forward, backward = np.zeros_like(energy), np.zeros_like(energy)
    forward[0] = log_initial + energy[0]
    for t in range(1, len(energy)):
        forward[t] = energy[t] + np.logaddexp.reduce(forward[t - 1][:, None] + log_chain, axis=0)
    for t in reversed(range(len(energy) - 1)):
        backward[t] = np.logaddexp.reduce(log_chain + energy[t + 1] + backward[t + 1], axis=1)
    both = forward + backward
    both[:, m["removed"] == 1] = -np.inf
    r = np.exp(both - both.max(axis=1, keepdims=True))
    return r / r.sum(axis=1, keepdims=True)

if m["starts_apart"]:
    spread = 1 / (J[:steps] + 1)
    r = z_step(h[:steps] * spread, spread[:, :, None] * np.eye(d), np.zeros((steps - 1, d, d)))
else:
    r = np.zeros((steps - 1, K))
    r[:, kept] = 1 / len(kept)
found = x_step(r)
for most in (6, 40) if m["starts_apart"] else (40,):
    for sweep in range(most if steps > 1 else 0):
        before, r = r, z_step(*found[:3])
        found = x_step(r)
        if np.abs(r - before).max() <= 1e-4:
            break
means, _, _, (filtered, gains, factors) = found
`),
    md(String.raw`
## Samples

What is seen is drawn backwards, $x_t = m_t - G_t x_{t+1} + L_t^{-\top}\varepsilon_t$. After it each sample draws a chain of states, and latents by their dynamics. The page's random numbers are in the file.
`),
    py(`
${holdCode}
def draw(weights, uniform):
    """The first state whose cumulative share is above the uniform number."""
    shares = np.cumsum(weights, axis=1)
    return (uniform[:, None] * shares[:, -1:] < shares).argmax(axis=1)

def shares(rows):
    """Of the states that are there."""
    rows = rows * np.isin(np.arange(K), kept)
    return rows / rows.sum(axis=-1, keepdims=True)

initial, chain = shares(m["initial_probabilities"]), shares(m["transition_matrix"])
# How probable what is painted later makes each state.
future = np.ones((T + 1, K))
for t in reversed(range(steps - 1, T)):
    future[t] = chain @ future[t + 1]
    if t >= steps and m["painted"][t] in kept:
        future[t] *= np.arange(K) == m["painted"][t]
    future[t] /= future[t].max()

noise, uniforms = m["noise"], m["uniforms"]
S = len(noise)
x = np.zeros(noise.shape)
z = np.zeros((S, T), int)
for t in reversed(range(steps)):
    x[:, t] = filtered[t] + noise[:, t] @ factors[t]
    if t < steps - 1:
        x[:, t] -= x[:, t + 1] @ gains[t].T
if steps > 1:
    z[:, steps - 1] = draw(np.tile(r[-1] * future[steps - 1], (S, 1)), uniforms[:, steps - 1])
roots = np.linalg.cholesky(Q)
for t in range(steps, T):
    begins = t == steps and steps == 1
    weights = np.tile(initial, (S, 1)) if begins else chain[z[:, t - 1]]
    z[:, t] = draw(weights * future[t], uniforms[:, t])
    mean = np.einsum("sij,sj->si", A[z[:, t]], x[:, t - 1]) + b[z[:, t]]
    x[:, t] = hold(mean + np.einsum("sij,sj->si", roots[z[:, t]], noise[:, t]))

responsibilities = (z[:, :, None] == np.arange(K)).mean(axis=0)
responsibilities[1:steps] = r
responsibilities[0] = responsibilities[1] if T > 1 else initial
latents = x.mean(axis=0)
latents[:steps] = means
agree("responsibilities", responsibilities)
agree("latent_means", latents)
`),
    md('## Prediction\n\nThe mean of the decoded samples.'),
    py(`
prediction = decode(x).mean(axis=0)
agree("prediction", prediction)
`),
    seriesFigure(
      'panels[2].stackplot(range(T), responsibilities.T, colors=plt.get_cmap("tab10").colors)',
      'Probabilities of the states',
    ),
  ],
};
