import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { networkCells } from '../../shared/keeping/notebookCells.ts';
import { vaeArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'A variational autoencoder (VAE)',
  about: 'This notebook encodes the points, and decodes the means of their posteriors again.',
  letters: 'N points, D columns, d latent dimensions.',
  table: vaeArrays,
  cells: [
    ...networkCells,
    md(String.raw`
## Posteriors

The encoder says of each latent $\psi(x) = \exp(-\tfrac12 x^\top J x + h^\top x)$ with $h = J a$. Together with the prior $\mathcal N(0, I)$ that is $q(x) = \mathcal N((I+J)^{-1}h, (I+J)^{-1})$. Where $q$ is diagonal, so is $J = \exp(5\tanh(b/5))$; where it is full, $J = CC^\top$ with $C = \operatorname{diag}(e^{5\tanh(b/5)/2})\,U$ and a unit lower triangular $U$ from further outputs.
`),
    py(`
a, b = network("encoder", y, d)
C = np.zeros((len(y), d, d))
C[:, range(d), range(d)] = 1
if str(m["posterior"]) == "full":
    rows, columns = np.tril_indices(d, -1)
    C[:, rows, columns] = b[:, d:]
C = np.exp(squash(b[:, :d]) / 2)[:, :, None] * C
J = C @ C.transpose(0, 2, 1)
h = np.einsum("nij,nj->ni", J, a)

covariance = np.linalg.inv(np.eye(d) + J)
x = np.einsum("nij,nj->ni", covariance, h)
variances = np.diagonal(covariance, axis1=1, axis2=2)
kl = 0.5 * (variances.sum(axis=1) + (x**2).sum(axis=1) - d - np.linalg.slogdet(covariance)[1])
agree("latent_means", x)
agree("latent_deviations", np.sqrt(variances))
agree("kl", kl)
`),
    md(
      '## Reconstructions\n\nThe decoder turns a latent into the mean of an observation; here the mean of q(x).',
    ),
    py(`
reconstructions = decode(x)
agree("reconstructions", reconstructions)
`),
    figure(`
import matplotlib.pyplot as plt

classes = m["labels"] if "labels" in m else np.zeros(len(y))
left, right = plt.subplots(1, 2, figsize=(11, 5))[1]
if D > 3 and int(D**0.5) ** 2 == D:
    side = int(D**0.5)
    rows = np.concatenate([m["observations"][:8], reconstructions[:8]])
    left.imshow(rows.reshape(2, 8, side, side).transpose(0, 2, 1, 3).reshape(2 * side, 8 * side), cmap="gray")
    left.set_title("Observations above, reconstructions below")
    left.axis("off")
else:
    left.scatter(*m["observations"][:, :2].T, s=8, c=classes, cmap="tab20")
    left.scatter(*reconstructions[:, :2].T, s=4, c="black", alpha=0.5)
    left.set_title("Observations, and reconstructions in black")
shown = x[:, :2] if d > 1 else np.stack([x[:, 0], m["latent_deviations"][:, 0]], axis=1)
right.scatter(*shown.T, s=8, c=classes, cmap="tab20")
right.set_title("Means of q(x)" if d > 1 else "Mean and deviation of q(x)")
plt.tight_layout()
plt.show()
`),
  ],
};
