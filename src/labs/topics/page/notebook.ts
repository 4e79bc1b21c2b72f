import { figure, md, type Notebook, py } from '../../shared/keeping/notebook.ts';
import { digammaCell } from '../../shared/keeping/notebookCells.ts';
import { topicsArrays } from '../arrays.ts';

export const notebook: Notebook = {
  title: 'Topics (latent Dirichlet allocation)',
  about:
    'This notebook computes expected topics and shares from their posteriors, and the topic of every word.',
  letters: 'K topics, V words, D documents, P pairs of a document and a word that occurs in it.',
  table: topicsArrays,
  cells: [
    md(String.raw`
## Topics and shares

$q(\beta_k) = \text{Dirichlet}(\lambda_k)$ and $q(\theta_d) = \text{Dirichlet}(\gamma_d)$, so that $\mathbb{E}[\beta_{kv}] = \lambda_{kv} / \sum_v \lambda_{kv}$ and $\mathbb{E}[\theta_{dk}] = \gamma_{dk} / \sum_k \gamma_{dk}$. Where words are alleles, a topic has one distribution for each locus, and sums go over the alleles of a locus.
`),
    digammaCell,
    py(`
lam, gamma = m["lambda"], m["gamma"]
K, V = lam.shape
tables = m["tables"] if "tables" in m else np.zeros(V, int)
member = tables[:, None] == np.arange(tables.max() + 1)
sums = (lam @ member)[:, tables]

beta = lam / sums
theta = gamma / gamma.sum(axis=1, keepdims=True)
agree("beta", beta)
agree("theta", theta)
`),
    md(String.raw`
## The topic of every word

$q(z = k) \propto \exp(\mathbb{E}[\log\theta_{dk}] + \mathbb{E}[\log\beta_{kv}])$ with $\mathbb{E}[\log\beta_{kv}] = \psi(\lambda_{kv}) - \psi(\sum_v\lambda_{kv})$. A pinned word comes from its topic alone.
`),
    py(`
log_beta = digamma(lam) - digamma(sums)
pinned = m["pins"] >= 0
log_beta[:, pinned] = np.where(np.arange(K)[:, None] == m["pins"][pinned], log_beta[:, pinned], -np.inf)
log_theta = digamma(gamma) - digamma(gamma.sum(axis=1, keepdims=True))

words = m["doc_words"]
documents = np.repeat(np.arange(len(gamma)), np.diff(m["doc_starts"]))
logits = log_theta[documents] + log_beta[:, words].T
q = np.exp(logits - logits.max(axis=1, keepdims=True))
q /= q.sum(axis=1, keepdims=True)
agree("confidence", q.max(axis=1))
clear = q[np.arange(len(words)), m["assignments"]] > q.max(axis=1) - 1e-6
assert clear.all()

for k in range(K):
    top = m["vocabulary"][np.argsort(-beta[k])[:8]]
    print(m["topics"][k] if "topics" in m else k, "–", ", ".join(top))
`),
    figure(`
import matplotlib.pyplot as plt

side = int(V**0.5)
if side**2 == V and not m["vocabulary"][0].isalpha():
    panels = plt.subplots(1, K, figsize=(1.4 * K, 1.8), squeeze=False)[1][0]
    for k, panel in enumerate(panels):
        panel.imshow(beta[k].reshape(side, side), cmap="gray")
        panel.set_title(m["topics"][k] if "topics" in m else f"Topic {k + 1}", fontsize=8)
        panel.axis("off")
else:
    plt.figure(figsize=(10, 4))
    order = np.lexsort((-theta.max(axis=1), theta.argmax(axis=1)))
    plt.stackplot(range(len(theta)), theta[order].T, colors=plt.get_cmap("tab20").colors)
    plt.title("Shares of the topics, a document in each column")
    plt.margins(0)
plt.tight_layout()
plt.show()
`),
  ],
};
