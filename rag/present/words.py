"""The words of the chat page in English and Chinese, and the names of forces, verbs and statuses.

A catalogue, nothing else: English first, Chinese second.
"""

from collections.abc import Mapping

from corpus.types import Binding, Language, Modality, TextStatus
from rag.types import VerdictStatus

PAGE: Mapping[str, tuple[str, str]] = {
    "title": ("What do the standards say?", "标准是怎么规定的？"),
    "subtitle": (
        "What the United Nations’ justice standards require: every sentence pinned to the paragraph that says it.",
        "联合国司法标准有何要求：每一句都标明出自哪一段。",
    ),
    "ask": ("Ask in your own words", "请用自己的话提问"),
    "examples": ("People ask, for example", "例如，人们会问"),
    "interface": ("Language of this page", "界面语言"),
    "about": ("What this is", "这是什么"),
    "purpose": (
        "It finds and quotes. It does not apply the law to a case, give advice or speak for the United Nations.",
        "它只查找和引用，不就个案适用法律，不提供法律意见，也不代表联合国。",
    ),
    "private": (
        "Everything stays on this machine. Questions are neither stored nor sent anywhere.",
        "一切都留在本机。问题不会被保存，也不会发送到任何地方。",
    ),
    "held": ("Texts held here", "此处存有的文书"),
    "official_in": ("official text", "官方原文"),
    "digest_in": ("digest", "摘要"),
    "clear": ("Start anew", "重新开始"),
    "clear_hint": ("Forgets the questions and answers on this page.", "清除本页的问题和答案。"),
    "opening": ("Opening the texts …", "正在打开文书……"),
    "opening_hint": ("This takes some seconds; the first time, a minute or two.", "需要几秒钟；首次打开需要一两分钟。"),
    "indexing": ("Indexing the texts: {done} of {total}", "正在为文书编制索引：{done}/{total}"),
    "busy": (
        "Another process is indexing the texts. This page goes on by itself as soon as that is done.",
        "另一个进程正在为文书编制索引。完成后，本页会自动继续。",
    ),
    "not_open": ("The texts cannot be opened yet.", "暂时无法打开文书。"),
    "unforeseen": (
        "Something failed that was not foreseen. The terminal in which this page was started says what.",
        "出现了意料之外的故障，详情见启动本页的终端。",
    ),
    "again": ("Try again", "重试"),
    "no_official": (
        (
            "**No official texts are held here.** Answers come from Pinpoint’s own digests, in its own words; nothing can be "
            "quoted. To get the official texts, run `make corpus` and start again."
        ),
        "**此处没有官方原文。** 答案出自本项目自撰的摘要，无法引用原文。要获取官方原文，请运行 `make corpus`，然后重新启动。",
    ),
    "sample": (
        (
            "**This is the sample instrument:** invented rules for lighthouse keepers, to try Pinpoint on. For the standards "
            "of the United Nations, run `make corpus` and start again."
        ),
        "**这是示例文书：** 虚构的灯塔看守人规则，供试用。要查询联合国标准，请运行 `make corpus`，然后重新启动。",
    ),
    "read_as": ("Read together with what was asked before: {question}", "结合前面的问题理解为：{question}"),
    "corrects": ("The question takes something for granted that the texts do not say", "问题中的前提与文书不符"),
    "see_also": ("See also", "另见"),
    "try": ("Also answered here", "此处也能回答"),
    "no_words": ("That holds no words to search for. Please ask a question.", "其中没有可供查找的字词。请提出问题。"),
    "too_long": (
        "That is {length} characters long; at most {most} can be read. Ask about one thing at a time.",
        "共 {length} 个字符，最多可读取 {most} 个。请一次只问一件事。",
    ),
    "not_taken": ("That could not be taken as a question. Word it in another way.", "无法作为问题处理。请换一种说法。"),
    "open": ("Open the provision", "打开该条款"),
    "checked": ("checked", "已核对"),
    "against_official": ("Checked against the official words", "已与官方原文核对"),
    "against_digest": ("Checked against the digest only; no official words are held", "仅与摘要核对；未存官方原文"),
    "how": ("How this was checked", "如何核对"),
    "how_plain": (
        "No language model took part. Each sentence passed a check; each quote is the stored text, letter for letter.",
        "没有语言模型参与。每一句都通过了核对；每处引文与所存文本逐字相同。",
    ),
    "how_model": (
        "The language model {llm} drafted sentences; what did not pass the checks was left out.",
        "语言模型 {llm} 起草了句子；未通过核对的已略去。",
    ),
    "dropped": ("Left out, because a check did not pass", "因未通过核对而略去"),
    "version": ("Corpus version", "语料版本"),
    "engine": ("Search by meaning", "语义检索"),
    "time": ("Time", "用时"),
    "words": ("Official words", "官方原文"),
    "words_in": ("Language of the words", "原文语言"),
    "damaged_part": ("The copy held here is damaged; it is not quoted.", "此处所存文本受损，不予引用。"),
    "digest": ("In plain words", "通俗表述"),
    "digest_hint": ("Pinpoint’s own digest, not official.", "本项目自撰的摘要，并非官方文本。"),
    "nothing_held": (
        "The official words of this provision are not held here. The official document has them.",
        "此处未存有该条款的官方原文，请查阅官方文件。",
    ),
    "before": ("The provision before", "上一条款"),
    "after": ("The provision after", "下一条款"),
    "cites": ("Refers to", "提及"),
    "cited_by": ("Referred to by", "被提及于"),
    "official_link": ("Official document", "官方文件"),
    "cite_as": ("To cite it", "引用格式"),
}
Examples = tuple[tuple[str, str], ...]
EXAMPLES: tuple[Examples, Examples] = (
    (
        ("Prison monitor", "How long may someone be held in solitary confinement?"),
        ("Family", "May a baby stay with its mother in prison?"),
        ("Judge", "When should a court choose a sentence without prison?"),
        ("Defence lawyer", "Can a lawyer talk to a prisoner without guards listening?"),
        ("Prison staff", "When may guards use force?"),
        ("Student", "What is the minimum age of criminal responsibility?"),
        ("Nurse", "What does rule 32 of the Nelson Mandela Rules say?"),
    ),
    (
        ("监狱监察员", "单独监禁最长可以多久？"),
        ("家属", "婴儿可以和母亲一起留在监狱里吗？"),
        ("法官", "什么时候应当判处非监禁刑罚？"),
        ("辩护律师", "律师会见囚犯时看守可以旁听吗？"),
        ("狱警", "什么情况下可以对囚犯使用武力？"),
        ("学生", "刑事责任的最低年龄是多少？"),
        ("护士", "曼德拉规则第32条说了什么？"),
    ),
)
"""Who asks, and what. The page offers those that the texts held here answer."""
SAMPLE_EXAMPLES: tuple[Examples, Examples] = (
    (
        ("Keeper", "Can they read my post?"),
        ("Harbour Council", "How long can one stint last?"),
        ("Inspector", "What does rule 16 of the Skerry Rules say?"),
        ("Second keeper", "What does rule 4 of the Skerry Rules say?"),
    ),
    (
        ("看守人", "塔长能看我的信吗"),
        ("港务局", "一个班最多几个钟头"),
        ("检查员", "礁石规则第16条说了什么？"),
        ("副看守人", "礁石规则第4条说了什么？"),
    ),
)
"""The same for the sample instrument."""
BINDING: Mapping[Binding, tuple[str, str]] = {
    Binding.TREATY: ("treaty, binding", "条约，有约束力"),
    Binding.DECLARATION: ("declaration, not binding", "宣言，无约束力"),
    Binding.RULES: ("rules, not binding", "规则，无约束力"),
    Binding.GENERAL_COMMENT: ("general comment, not binding", "一般性意见，无约束力"),
    Binding.RESOLUTION: ("resolution, not binding", "决议，无约束力"),
}
MODALITY: Mapping[Modality, tuple[str, str]] = {
    Modality.SHALL: ("must", "必须"),
    Modality.SHALL_NOT: ("must not", "不得"),
    Modality.SHOULD: ("should", "应当"),
    Modality.SHOULD_NOT: ("should not", "不应"),
    Modality.MAY: ("may", "可以"),
    Modality.MAY_ONLY: ("may only", "仅可"),
    Modality.DECLARATORY: ("states", "陈述"),
}
MODALITY_HINT: tuple[str, str] = ("Force of the verb", "动词的效力")
BINDING_HINT: tuple[str, str] = ("Binding force of the instrument", "文书的约束力")
STATUS: Mapping[TextStatus, tuple[str, str]] = {
    TextStatus.OFFICIAL: ("official text", "官方原文"),
    TextStatus.DAMAGED: ("damaged copy, not quoted", "文本受损，不予引用"),
    TextStatus.DIGEST: ("digest", "摘要"),
}
STATUS_HINT: Mapping[TextStatus, tuple[str, str]] = {
    TextStatus.OFFICIAL: ("The official words are held here and quoted letter for letter.", "此处存有官方原文，逐字引用。"),
    TextStatus.DAMAGED: ("The copy held here is damaged; its words are not quoted.", "此处所存文本受损，不予引用。"),
    TextStatus.DIGEST: (
        "Pinpoint’s own words; the official words are not held here.",
        "本项目自己的表述；此处未存有官方原文。",
    ),
}
VERDICT: Mapping[VerdictStatus, tuple[str, str]] = {
    VerdictStatus.SUPPORTED: ("supported", "有依据"),
    VerdictStatus.CONTRADICTED: ("contradicted", "相抵触"),
    VerdictStatus.NOT_SUPPORTED: ("not supported", "无依据"),
    VerdictStatus.UNCHECKED: ("unchecked", "未能核对"),
}
REASONS_ZH: Mapping[str, str] = {
    "word for word": "逐字一致",
    "numbers and verb agree with the official words": "数字和动词与官方原文一致",
    "its two languages agree; no official words held": "中英文表述一致；未存官方原文",
}
"""Reasons of verdicts that are shown with claims, in Chinese; the checks give them in English."""
LANGUAGES: Mapping[Language, tuple[str, str]] = {
    Language.EN: ("English", "英文"),
    Language.ZH: ("Chinese", "中文"),
    Language.FR: ("French", "法文"),
    Language.ES: ("Spanish", "西班牙文"),
    Language.RU: ("Russian", "俄文"),
    Language.AR: ("Arabic", "阿拉伯文"),
}
