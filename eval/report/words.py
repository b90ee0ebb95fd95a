"""What measures and classes are called in reports, and what each measure means in one line.

A catalogue, nothing else.
"""

from collections.abc import Mapping

from eval.scores import Kind, Measure

TITLES: Mapping[Measure, tuple[str, str]] = {
    Measure.RIGHT: ("Right", "answered with a needed provision and nothing unsupported, refused or corrected where due"),
    Measure.SUCCESS_1: ("Success at 1", "questions with a needed paragraph found first"),
    Measure.SUCCESS_5: ("Success at 5", "questions with a needed paragraph among the first five found"),
    Measure.SUCCESS_10: ("Success at 10", "questions with a needed paragraph among the first ten found"),
    Measure.RECALL_5: ("Recall at 5", "share of the needed paragraphs among the first five found"),
    Measure.RECALL_10: ("Recall at 10", "share of the needed paragraphs among the first ten found"),
    Measure.ALL_NEEDED: ("All needed in 10", "questions with every needed paragraph among the first ten"),
    Measure.RECIPROCAL_RANK: ("Reciprocal rank", "one over the rank of the first needed paragraph"),
    Measure.NDCG: ("nDCG at 10", "needed paragraphs found, those further down counting less"),
    Measure.CITATION_PRECISION: ("Citation precision", "citations that the gold has; one that does not exist counts as wrong"),
    Measure.CITATION_RECALL: ("Citation recall", "needed provisions that are cited"),
    Measure.CITATION_F1: ("Citation F1", "harmonic mean of the two"),
    Measure.NONEXISTENT: ("Nonexistent citations", "citations of provisions that do not exist; any at all fails the gate"),
    Measure.ATTRIBUTION_RECALL: ("Attribution recall", "sentences that the checker finds carried by what they cite"),
    Measure.ATTRIBUTION_PRECISION: ("Attribution precision", "citations that do their part in carrying their sentence"),
    Measure.PINPOINT_INSTRUMENT: ("Pinpoint: instrument", "F1 of what is cited, looking at instruments only"),
    Measure.PINPOINT_PARAGRAPH: ("Pinpoint: paragraph", "the same by rule or paragraph"),
    Measure.PINPOINT_ITEM: ("Pinpoint: item", "the same down to the very item"),
    Measure.NUGGETS_STRICT: ("Nuggets, strict", "vital facts that a supported claim states"),
    Measure.NUGGETS_LENIENT: ("Nuggets, lenient", "the same, with half for citing the provision without stating the fact"),
    Measure.FAITHFULNESS: (
        "Faithfulness",
        "sentences shown that the checker supports; whether it is right, meta-evaluation says",
    ),
    Measure.REFUSAL_PRECISION: ("Refusal precision", "refusals that were due"),
    Measure.REFUSAL_RECALL: ("Refusal recall", "due refusals that came"),
    Measure.REFUSAL_F1: ("Refusal F1", "harmonic mean of the two"),
    Measure.REFUSAL_REASON: ("Refusal reason", "due refusals with the right reason"),
    Measure.OVER_REFUSAL: ("Over-refusal", "refused though the texts answer; less is better"),
    Measure.HALLUCINATION: ("Hallucination", "answered though the texts do not say; less is better"),
    Measure.PREMISE_CORRECTED: ("Premise corrected", "false premises that were corrected with a citation"),
}
"""Title and meaning by measure."""

GROUPS: Mapping[str, tuple[Measure, ...]] = {
    "Answers": (
        Measure.RIGHT,
        Measure.NUGGETS_STRICT,
        Measure.NUGGETS_LENIENT,
        Measure.FAITHFULNESS,
        Measure.PREMISE_CORRECTED,
    ),
    "Refusals": (
        Measure.OVER_REFUSAL,
        Measure.HALLUCINATION,
        Measure.REFUSAL_PRECISION,
        Measure.REFUSAL_RECALL,
        Measure.REFUSAL_F1,
        Measure.REFUSAL_REASON,
    ),
    "Citations": (
        Measure.CITATION_PRECISION,
        Measure.CITATION_RECALL,
        Measure.CITATION_F1,
        Measure.NONEXISTENT,
        Measure.ATTRIBUTION_RECALL,
        Measure.ATTRIBUTION_PRECISION,
        Measure.PINPOINT_INSTRUMENT,
        Measure.PINPOINT_PARAGRAPH,
        Measure.PINPOINT_ITEM,
    ),
    "Retrieval": (
        Measure.SUCCESS_1,
        Measure.SUCCESS_5,
        Measure.SUCCESS_10,
        Measure.RECALL_5,
        Measure.RECALL_10,
        Measure.ALL_NEEDED,
        Measure.RECIPROCAL_RANK,
        Measure.NDCG,
    ),
}
"""Every measure once, in the order of reports."""

KINDS: Mapping[Kind, str] = {
    Kind.TYPE: "By type of question",
    Kind.LANGUAGE: "By language",
    Kind.INSTRUMENT: "By instrument needed",
    Kind.DATASET: "By question set",
}

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "zh": "Chinese",
    "fr": "French",
    "es": "Spanish",
    "ru": "Russian",
    "ar": "Arabic",
}


def class_name(kind: Kind, name: str) -> str:
    """A class as people call it.

    >>> class_name(Kind.TYPE, "exact_ref")
    'exact ref'
    """
    if kind is Kind.LANGUAGE:
        return LANGUAGES.get(name, name)
    return name.replace("_", " ") if kind is Kind.TYPE else name


def percent(value: float) -> str:
    """A share in per cent.

    >>> percent(0.5636)
    '56.4 %'
    """
    return f"{100 * value:.1f} %"
