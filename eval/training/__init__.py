"""How the model of entailment was fitted: pairs of texts of our own, and low-rank additions to the embedder's matrices."""
