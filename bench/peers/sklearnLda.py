"""Times a batch pass of scikit-learn's latent Dirichlet allocation on the counts it reads.

In: JSON with D + 1 starts, P words, P counts, V, K, alpha, eta, sweeps of a document in each pass, passes
and repeats. Out: JSON with the version and milliseconds of a pass, one for each repeat. What a fit costs
besides its passes, which is the start and a last look at all documents, is in both fits and cancels.
"""

import json
import sys
import time

import numpy as np
import sklearn
from scipy.sparse import csr_matrix
from sklearn.decomposition import LatentDirichletAllocation

asked = json.load(sys.stdin)
starts = np.array(asked["starts"], dtype=np.int32)
words = np.array(asked["words"], dtype=np.int32)
counts = np.array(asked["counts"], dtype=np.float64)
corpus = csr_matrix((counts, words, starts), shape=(len(starts) - 1, asked["V"]))


def seconds(passes):
    model = LatentDirichletAllocation(
        n_components=asked["K"],
        doc_topic_prior=asked["alpha"],
        topic_word_prior=asked["eta"],
        learning_method="batch",
        max_iter=passes,
        max_doc_update_iter=asked["sweeps"],
        mean_change_tol=0.0,
        evaluate_every=-1,
        random_state=0,
    )
    begun = time.perf_counter()
    model.fit(corpus)
    return time.perf_counter() - begun


seconds(1)
many = asked["passes"]
times = [1000 * (seconds(1 + many) - seconds(1)) / many for _ in range(asked["repeats"])]
json.dump({"version": sklearn.__version__, "passMs": times}, sys.stdout)
