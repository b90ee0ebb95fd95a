"""Metrics of the evaluation: pure functions over `eval.types`, read by `eval.score` and `eval.compare`.

Per outcome, each `float | None` (None: does not apply, never counted as 0 or 1) or the value named:

- `retrieval`: `success_at`, `recall_at`, `reciprocal_rank`, `ndcg_at`, `all_needed_within`
- `citations`: `precision`, `recall`, `f1`, `nonexistent`, `ladder` → a `Rung` per `Level`
- `attribution`: `recall`, `precision` (by entailment, without gold)
- `nuggets`: `strict`, `lenient`, by a `NuggetJudge`
- `faithfulness`: `faithfulness`, `tally` → `Tally`
- `refusal`: `abstention` → `Abstention`, `right_reason`, `corrects_premise`

Over many, each with value, low, high and n (None: nothing to tell):

- `intervals`: `mean`, `ratio` (bootstrap clustered by `gold.cluster`), `wilson` → `Estimate`
- `faithfulness`: `summary`; `refusal`: `summary` → `Refusals`
- `significance`: `difference` → `Difference`, `paired_permutation`, `mcnemar_exact`, `holm`
- `power`: `items_for_paired`, `smallest_difference`, `smallest_one_way`, `smallest_mean_difference`, `items_for_rate`,
  `items_without_failures`, `bound_without_failures`

Gold that names a whole rule is to be opened by `gold.expanded` before anything is judged. `paragraph` and `exists`
are the library's; `paragraph` is asked only about gold and about citations that exist. Nothing here reads a file,
runs a model or prints.
"""
