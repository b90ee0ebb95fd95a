"""A later question is resolved by its form: it counts on, points back, names another group, or is joined to its subject."""

from collections.abc import Sequence

import pytest

from corpus.library import Library
from corpus.types import Reference
from rag.dialogue.resolve import resolve_question
from rag.dialogue.turn import Turn

BEFORE = "How long may a watch last?"


def turn(asked: str, *cited: str, leans: bool = False, corrected: bool = False) -> Turn:
    return Turn(
        asked=asked, resolved=asked, leans=leans, corrected=corrected, cited=tuple(Reference.parse(one) for one in cited)
    )


def read(library: Library, question: str, *turns: Turn) -> str:
    return resolve_question(library, question, turns).text


@pytest.mark.parametrize(
    "question",
    [
        "And in a storm?",
        "Is it different there?",
        "Who pays?",
        "多久一次？",
        "那暴风雨里呢？",
        "Et en cas de tempête ?",
        "¿Y de noche?",
    ],
)
def test_joined(library: Library, question: str) -> None:
    """What leans on the question before it is joined to it, without doubt."""
    found = resolve_question(library, question, [turn(BEFORE)])
    assert (found.text, found.own, found.doubtful) == (f"{BEFORE} {question}", question, False)


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (BEFORE, "How many inspections of each station are made every year?"),
        ("值守最长多久？", "每座灯塔每年必须由监察官检查几次才算合规？"),
        ("كم تدوم المناوبة؟", "والدي حارس في منارة بعيدة منذ سنة، فمن يفتش المنارة كل شهر؟"),
    ],
)
def test_whole_questions_follow_with_doubt(library: Library, before: str, question: str) -> None:
    """One that looks whole is joined if its own words do not say what it is about, which its search tells."""
    found = resolve_question(library, question, [turn(before)])
    assert (found.text, found.own, found.doubtful) == (f"{before} {question}", question, True)


def test_whole_questions_in_another_language_stand_alone(library: Library) -> None:
    """Only what cannot stand alone is joined to a question in another language."""
    assert (
        read(library, "每座灯塔每年必须由监察官检查几次才算合规？", turn(BEFORE))
        == "每座灯塔每年必须由监察官检查几次才算合规？"
    )
    assert read(library, "那暴风雨里呢？", turn(BEFORE)) == f"{BEFORE} 那暴风雨里呢？"


def test_no_history(library: Library) -> None:
    """Without turns before it every question stands alone."""
    assert read(library, "And in a storm?") == "And in a storm?"


def test_joined_to_what_the_conversation_is_about(library: Library) -> None:
    """The latest question that stood alone and was answered; not what was refused or corrected since."""
    turns = [
        turn("Who lights the lamp?", "sample-rules 4"),
        turn(BEFORE, "sample-rules 2(1)"),
        turn("And in a storm?", "sample-rules 2(1)", leans=True),
        turn("Since it may last for ever, who counts?", "sample-rules 2(2)", corrected=True),
        turn("What does a keeper earn in a year?"),
    ]
    assert read(library, "Who says so?", *turns) == f"{BEFORE} Who says so?"
    assert read(library, "Who says so?", turn("Who pays?"), turn("By when?", leans=True)) == "Who pays? Who says so?"


def test_joined_to_the_turn_before_too_where_it_moved_on(library: Library) -> None:
    """To another provision; what only repeats the one before adds nothing."""
    start = turn(BEFORE, "sample-rules 2(1)")
    moved, stayed = (turn("And at sea?", cited, leans=True) for cited in ("sample-rules 7(1)", "sample-rules 2(1)"))
    assert read(library, "Who says so?", start, moved) == f"{BEFORE} And at sea? Who says so?"
    assert read(library, "Who says so?", start, stayed) == f"{BEFORE} Who says so?"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Different question: who lights the lamp?", "who lights the lamp?"),
        ("换个话题，谁来点灯？", "谁来点灯？"),
        ("那我再问一下，谁来点灯？", "谁来点灯？"),
    ],
)
def test_changed_subject(library: Library, question: str, text: str) -> None:
    """Who says that another matter follows is not joined to the one before."""
    assert read(library, question, turn(BEFORE)) == text


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("Ok thanks, and in a storm?", "and in a storm?"),
        ("No, I meant in a storm", "in a storm"),
        ("不是，我是问暴风雨里", "暴风雨里"),
        ("谢谢，那暴风雨里呢？", "那暴风雨里呢？"),
    ],
)
def test_what_stands_before_is_left_out(library: Library, question: str, own: str) -> None:
    """Thanks, and that something else was meant, are no part of what is asked."""
    assert resolve_question(library, question, [turn(BEFORE)]).own == own


@pytest.mark.parametrize(
    ("question", "cited", "text"),
    [
        ("What does the next rule say?", "sample-rules 4", "What does Skerry Rules, rule 5 say?"),
        ("And the one before?", "sample-rules 4", "What does Skerry Rules, rule 3 say?"),
        ("And the previous rule?", "sample-rules 5(1)", "What does Skerry Rules, rule 4 say?"),
        ("And rule 6?", "sample-rules 4", "What does Skerry Rules, rule 6 say?"),
        ("And paragraph 2?", "sample-rules 5(1)", "What does Skerry Rules, rule 5 (2) say?"),
        ("下一条怎么说？", "sample-rules 4", "《礁石规则》第5条怎么规定？"),
        ("第2款呢？", "sample-rules 5(1)", "《礁石规则》第5条第2款怎么规定？"),
    ],
)
def test_counted_on(library: Library, question: str, cited: str, text: str) -> None:
    """The next rule, the one before, another number: counted from the provision that was cited last."""
    assert read(library, question, turn(BEFORE, cited)) == text


def test_a_bare_number_may_be_an_age(library: Library) -> None:
    """It is a rule's where a number of a provision was spoken of before."""
    assert read(library, "And 6?", turn(BEFORE, "sample-rules 4")) == f"{BEFORE} And 6?"
    cited = turn("What does rule 4 of the Skerry Rules say?", "sample-rules 4")
    assert read(library, "And 6?", cited) == "What does Skerry Rules, rule 6 say?"


def test_within_its_kind(library: Library) -> None:
    """Rules are counted among rules, and paragraphs within their rule."""
    for question, cited in (("And the previous rule?", "sample-rules 1"), ("And the next paragraph?", "sample-rules 2(2)")):
        assert read(library, question, turn(BEFORE, cited)) == f"{BEFORE} {question}"


def test_beyond_the_last(library: Library) -> None:
    """Where there is no next rule, the question is joined like any other."""
    last = library.references[-1]
    assert read(library, "And the next rule?", turn(BEFORE, str(last))).startswith(BEFORE)


@pytest.mark.parametrize(
    "question",
    ["Where does it say that?", "Which paragraph exactly?", "Is that a must?", "哪一条写的？", "哪里写的？", "必须吗？"],
)
def test_pointing_back(library: Library, question: str) -> None:
    """Who asks where an answer stands, or whether it binds, is given it again; after a refusal there is none to point at."""
    before = BEFORE if question.isascii() else "值守最长多久？"
    assert read(library, question, turn(before, "sample-rules 2(1)")) == before
    assert read(library, question, turn(before)) == f"{before} {question}"
    other = "值守最长多久？" if question.isascii() else BEFORE
    assert read(library, question, turn(other, "sample-rules 2(1)")) == f"{other} {question}"  # asked in another language


@pytest.mark.parametrize(
    "question",
    [
        "Right to counsel?",
        "Fine instead of prison?",
        "I asked for a lawyer and they refused, is that allowed?",
        "Another thing they do is lock us in at five, is that allowed?",
        "Which rule? And does it hold for children?",
        "我说的话会被录音吗？",
        "我要指定律师可以吗？",
        "And about the guard who hit me, can I complain?",
    ],
)
def test_nothing_is_cut_out(library: Library, question: str) -> None:
    """Words that open a story or a question of its own are no assent, no correction and no change of subject."""
    assert resolve_question(library, question, [turn(BEFORE, "sample-rules 2(1)")]).own == question


@pytest.mark.parametrize(
    "before", ["What of boys and girls?", "Who searches women's cells?", "囚犯可以见孩子吗？", "怀孕期间能用刑具吗？"]
)
def test_no_group_that_a_question_is_about(library: Library, before: str) -> None:
    """Kin, what belongs to others, one of two, or no person at all: the group is joined behind."""
    question = "And foreigners?" if before.isascii() else "外国人呢？"
    assert read(library, question, turn(before)) == f"{before} {question}"


@pytest.mark.parametrize(
    ("before", "question", "text"),
    [
        ("Can a prisoner work outside?", "And women?", "Can a woman prisoner work outside?"),
        (
            "How often can prisoners see their children?",
            "And foreigners?",
            "How often can foreign prisoners see their children?",
        ),
        ("May prisoners vote?", "And women?", "May women prisoners vote?"),
        ("May prisoners vote?", "what about people on remand?", "May untried prisoners vote?"),
        ("May women prisoners vote?", "and for men?", "May male prisoners vote?"),
        ("Can pregnant women be chained?", "and children?", "Can children be chained?"),
        ("能给孕妇戴手铐吗？", "男犯呢？", "能给男犯戴手铐吗？"),
        ("未成年人能判死刑吗？", "那成年人呢？", "成年囚犯能判死刑吗？"),
        ("囚犯可以投票吗？", "未决犯也一样吗？", "未决犯可以投票吗？"),
    ],
)
def test_another_group(library: Library, before: str, question: str, text: str) -> None:
    """A group takes the place of the one that the question before speaks of, or of whoever is held."""
    assert read(library, question, turn(before)) == text


def test_pointing_back_asks_what_was_asked(library: Library) -> None:
    """In the same way: behind what it leant on, and with its own words."""
    leant = Turn(
        asked="And in a storm?",
        resolved=f"{BEFORE} And in a storm?",
        leans=True,
        corrected=False,
        cited=turn("", "sample-rules 2(2)").cited,
    )
    for question in ("Where is that?", "Which rule?"):
        found = resolve_question(library, question, [turn(BEFORE, "sample-rules 2(1)"), leant])
        assert (found.text, found.own) == (leant.resolved, leant.asked)


def test_several_groups(library: Library) -> None:
    """Where the question before speaks of two groups, or of nobody, the new one is joined to it."""
    for before in ("Are women kept apart from men?", "How big is a cell?"):
        assert read(library, "And children?", turn(before)) == f"{before} And children?"


def test_another_text(library: Library) -> None:
    """An instrument takes the place of the one before; another subject is asked of the same."""
    asked = turn("What do the Mandela Rules say about bedding?", "sample-rules 4")
    assert read(library, "And the Skerry Rules?", asked) == "What do the Skerry Rules say about bedding?"
    assert read(library, "And the Skerry Rules?", turn(BEFORE)) == f"{BEFORE} (Skerry Rules)"
    numbered = turn("What does rule 45 of the Mandela Rules say?")
    assert read(library, "And the Skerry Rules?", numbered) == f"{numbered.asked} And the Skerry Rules?"
    skerry = turn("What do the Skerry Rules say about bedding?", "sample-rules 4")
    for question in ("and about letters?", "And letters?", "how about letters"):
        assert read(library, question, skerry) == "What do the Skerry Rules say about letters?"
    assert read(library, "And in a storm?", skerry) == "What do the Skerry Rules say about bedding? And in a storm?"
    assert read(library, "那拆信呢？", turn("《礁石规则》对被褥怎么规定？")) == "关于拆信，《礁石规则》怎么说？"


@pytest.mark.parametrize(
    "question", ["So are the Tokyo Rules binding?", "东京规则有约束力吗？", "And when were the Bangkok Rules adopted?"]
)
def test_questions_on_a_text_as_such_stand_alone(library: Library, question: str) -> None:
    """Who asks for a text itself names it, however short the question is."""
    assert read(library, question, turn(BEFORE)) == question


def test_asked_again(library: Library) -> None:
    """A question does not lean on itself, nor on what came since; a follow-up asked again leans on what it leant on before."""
    question = "What does rule 9 say?"
    assert read(library, question, turn(question)) == question
    assert read(library, question, turn(question), turn("Who pays?"), turn("By when?", leans=True)) == question
    turns: Sequence[Turn] = [turn(BEFORE), turn("And in a storm?", leans=True)]
    assert read(library, "And in a storm?", *turns) == f"{BEFORE} And in a storm?"


def test_long_questions_are_read_at_once(library: Library) -> None:
    """Whatever is repeated in them: each form is one of a short question."""
    for said in ("下一条" + "说什么" * 1_000, "and " * 900, "the next rule " + "say " * 900, "那" * 3_900):
        assert resolve_question(library, said, [turn(BEFORE, "sample-rules 2(1)")]).text
