"""The words of the pages that the API prints, in English and Chinese, beside those that they share with the chat page.

A catalogue, nothing else: English first, Chinese second.
"""

from collections.abc import Mapping

from rag.present.words import PAGE

PHRASES: Mapping[str, tuple[str, ...]] = {
    **{key: PAGE[key] for key in ("words", "digest", "digest_hint", "damaged_part", "nothing_held", "cites", "cited_by")},
    **{key: PAGE[key] for key in ("see_also", "official_link", "cite_as", "before", "after", "version", "checked")},
    **{key: PAGE[key] for key in ("against_official", "against_digest", "purpose")},
    "skip": ("Skip to the provision", "跳到条款"),
    "neighbours": ("Neighbouring provisions", "相邻条款"),
    "permalink": ("Address of this page", "本页地址"),
    "as_data": ("As data (JSON)", "数据（JSON）"),
    "adopted": ("adopted", "通过日期"),
    "supersedes": ("Takes the place of", "取代"),
    "stand": ("Status", "状态"),
    "in force": ("in force", "现行有效"),
    "held_as": ("Words held here in", "此处存有原文的语言"),
    "footnotes": ("Footnotes", "脚注"),
    "other": ("中文", "English"),
    "no_digest": ("No digest of this provision has been written.", "此条款尚无摘要。"),
    "not_found": ("There is nothing here", "此处没有内容"),
    "kept_answer": ("Stored answer", "存档答案"),
    "asked": ("Question", "问题"),
    "understood": ("Read as", "理解为"),
    "nearest": ("Nearest provisions", "最接近的条款"),
    "pinned": (
        "Answered from the texts as they stood in corpus version {version}.",
        "依据语料版本 {version} 中的文书作答。",
    ),
    "changed": (
        "The texts held here have changed since (now {version}); ask again for an answer from them.",
        "此处所存文书此后已有变动（现为 {version}）；请重新提问以获取最新答案。",
    ),
    "corrections": ("The question takes something for granted that the texts do not say", "问题中的前提与文书不符"),
    "sign_in": ("Sign in", "登录"),
    "sign_in_why": (
        "Pinpoint is used here from another machine; for that it needs a key. Whoever runs it makes one.",
        "从其他计算机使用本服务需要密钥，请向运行者索取。",
    ),
    "key": ("Key", "密钥"),
    "wrong_key": ("That key is not one in use here.", "该密钥无效或已停用。"),
    "enter": ("Enter", "进入"),
    "cookie": (
        "A cookie keeps you signed in on this browser for twelve hours; it does not hold the key.",
        "浏览器将通过 Cookie 保持登录十二小时；其中不含密钥。",
    ),
}
