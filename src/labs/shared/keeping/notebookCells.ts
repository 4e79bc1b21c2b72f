/** Cells that the notebooks of several labs share. */
import { type Cell, figure, md, py } from './notebook.ts';

/** `network`, `squash`, `mean_link` and the data as the networks see them: `y`. */
export const networkCells = [
  md(String.raw`
## Networks

Each network is a stack of dense layers, $h \leftarrow \phi(W h + b)$, with a linear head. Half of the head is a mean, to which a linear link from the input is added; the rest is a log-spread $5\tanh(a/5)$, to which the decoder adds **log_variance_centre**. Inputs of the hidden layers are multiplied by a fixed scale.
`),
  py(`
ACTIVATIONS = {
    "tanh": np.tanh,
    "relu": lambda a: np.maximum(a, 0),
    "sigmoid": lambda a: 1 / (1 + np.exp(-a)),
}

def network(name, x, outputs):
    """Means (rows x outputs) of the encoder or decoder, and what else its head gives."""
    h = x * m["input_scales"][0 if name == "encoder" else 1]
    layers = sum(key.startswith(name) and key.endswith("bias") for key in m)
    for i in range(layers):
        h = h @ m[f"{name}.{i}.weight"].T + m[f"{name}.{i}.bias"]
        if i < layers - 1:
            h = ACTIVATIONS[str(m["activation"])](h)
    mean, rest = h[..., :outputs], h[..., outputs:]
    if f"{name}.residual.weight" in m:
        mean = mean + x @ m[f"{name}.residual.weight"].T
    return mean, rest

def squash(a):
    return 5 * np.tanh(a / 5)

D, d = len(m["offset"]), m["decoder.0.weight"].shape[1]

def decode(x):
    """Means of the data given latents, in the units of the data."""
    mean, _ = network("decoder", x, D)
    if str(m["decoder_mean"]) != "identity":
        mean = 1 / (1 + np.exp(-mean))
    return m["offset"] + m["scale"] * mean

y = (m["observations"] - m["offset"]) / m["scale"]
`),
];

/** `digamma`, which NumPy lacks. */
export const digammaCell = py(`
def digamma(x):
    """By its recurrence up to 10, and its asymptotic series from there on."""
    x = np.array(x, float)
    shift = np.zeros_like(x)
    while np.any(x < 10):
        small = x < 10
        shift = shift - np.where(small, 1 / x, 0)
        x = np.where(small, x + 1, x)
    s = 1 / x**2
    series = s * (1/12 - s * (1/120 - s * (1/252 - s * (1/240 - s * (1/132 - s * 691/32760)))))
    return shift + np.log(x) - 0.5 / x - series
`);

/** `ellipse`: where a Gaussian in the plane is two standard deviations from its mean. */
export const ellipseCode = `
def ellipse(mean, covariance):
    turn = np.linspace(0, 2 * np.pi, 100)
    return mean + 2 * np.stack([np.cos(turn), np.sin(turn)], axis=1) @ np.linalg.cholesky(covariance[:2, :2]).T
`;

/** Node potentials J and h (T x d) of the steps that the model sees of a series: the first `steps` of T. */
export const seenCells = [
  md(String.raw`
The encoder says of each state $\psi(x) = \exp(-\tfrac12 x^\top J x + h^\top x)$, with $J = \exp(5\tanh(b/5))$ and $h = J a$; nothing of a row in which a value is missing, and nothing of rows after the end of the input.
`),
  py(`
seen = int(m["input_ends"])
T = len(y)
whole = np.isfinite(y).all(axis=1)
a, b = network("encoder", np.nan_to_num(y), d)
J = np.exp(squash(b)) * whole[:, None]
h = J * a
J[seen:], h[seen:] = 0, 0
steps = max(1, seen)
`),
];

/** `hold`, for states that run away. */
export const holdCode = `
def hold(x):
    """A state that runs away is held at a length of a million."""
    length = np.linalg.norm(x, axis=-1, keepdims=True)
    return x * np.minimum(1, 1e6 / np.maximum(length, 1e-300))
`;

/**
 * Observations, prediction and what is behind them, one under the other.
 *
 * @param behind Python that draws into `panels[2]`
 */
export const seriesFigure = (behind: string, title: string): Cell =>
  figure(`
import matplotlib.pyplot as plt

panels = plt.subplots(3, 1, figsize=(10, 7), sharex=True)[1]
for panel, values, title in [
    (panels[0], m["observations"], "Observations"),
    (panels[1], prediction, "Prediction; input ends at the line"),
]:
    if D > 3:
        panel.imshow(values.T, aspect="auto", cmap="gray", interpolation="nearest")
    else:
        panel.plot(values)
    panel.axvline(seen - 0.5, color="C3")
    panel.set_title(title)
${behind}
panels[2].axvline(seen - 0.5, color="C3")
panels[2].set_title("${title}")
plt.tight_layout()
plt.show()
`);
