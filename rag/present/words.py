"""The words of the chat page in English and Chinese, and the names of forces, verbs and statuses.

A catalogue, nothing else.
"""

from collections.abc import Mapping

from corpus.types import Binding, Modality, TextStatus

PAGE: Mapping[str, tuple[str, str]] = {
    "title": ("Pinpoint", "Pinpoint"),
    "subtitle": (
        "Answers on United Nations justice standards, pinned to the paragraph that says it.",
        "关于联合国司法标准的问答，每一句都标明出自哪一段。",
    ),
    "ask": ("Ask in your own words", "请用自己的话提问"),
    "examples": ("For example", "例如"),
    "interface": ("Language of this page", "界面语言"),
    "private": (
        "Nothing leaves this machine: no question is stored or sent anywhere.",
        "一切都留在本机：问题不会被保存，也不会发送到任何地方。",
    ),
    "purpose": (
        "It finds and quotes. It does not apply the law to a case: for that, see a lawyer.",
        "它只查找和引用，不就个案作法律判断；如有需要，请咨询律师。",
    ),
    "nearest": ("Nearest provisions", "最接近的条款"),
    "see_also": ("See also", "另见"),
    "open": ("Open the provision", "打开该条款"),
    "whole": ("The whole provision", "条款全文"),
    "official_link": ("Official document", "官方文件"),
    "symbol": ("Symbol", "文号"),
    "status": ("Words", "文本"),
    "digest": ("In plain words (Pinpoint's own)", "通俗表述（本项目自撰）"),
    "no_words": ("No intact official words are held for this provision.", "未存有该条款完好的官方原文。"),
    "loading": ("Opening the index …", "正在打开索引……"),
    "searching": ("Searching and checking …", "正在查找并核对……"),
    "clear": ("Start anew", "重新开始"),
    "version": ("Corpus version", "语料版本"),
}
EXAMPLES: tuple[tuple[str, ...], tuple[str, ...]] = (
    (
        "How long may someone be kept alone in a cell?",
        "May a baby stay with its mother in prison?",
        "What does rule 43 of the Nelson Mandela Rules say?",
    ),
    ("最多可以关多久禁闭？", "婴儿可以和母亲一起留在监狱里吗？", "曼德拉规则第43条说了什么？"),
)
BINDING: Mapping[Binding, tuple[str, str]] = {
    Binding.TREATY: ("treaty, binding", "条约，有约束力"),
    Binding.DECLARATION: ("declaration", "宣言"),
    Binding.RULES: ("rules, not binding", "规则，无约束力"),
    Binding.GENERAL_COMMENT: ("general comment", "一般性意见"),
    Binding.RESOLUTION: ("resolution", "决议"),
}
MODALITY: Mapping[Modality, tuple[str, str]] = {
    Modality.SHALL: ("must", "必须"),
    Modality.SHALL_NOT: ("must not", "不得"),
    Modality.SHOULD: ("should", "应当"),
    Modality.SHOULD_NOT: ("should not", "不应"),
    Modality.MAY: ("may", "可以"),
    Modality.MAY_ONLY: ("may only", "只有……才可以"),
    Modality.DECLARATORY: ("states", "陈述"),
}
STATUS: Mapping[TextStatus, tuple[str, str]] = {
    TextStatus.OFFICIAL: ("official text", "官方原文"),
    TextStatus.DAMAGED: ("damaged copy, not quoted", "文本受损，不予引用"),
    TextStatus.DIGEST: ("digest, no official text held", "摘要，未存官方原文"),
}
