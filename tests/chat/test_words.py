"""Every word of the synonyms file means what the file says."""

import pytest

import engine
from webapp.chat import (
    amounts,
    care,
    diseases,
    intents,
    kin,
    message,
    people,
    places,
    referral,
    regions,
    replies,
    roles,
    schemes,
    statuses,
    vocabulary,
)


def entries(table, *left_out):
    """List the words of a table with what they mean."""
    rows = vocabulary.codes(table).items()
    return [(word, code) for code, words in rows for word in words if code not in left_out]


def single(word):
    """Whether a word is one sign, which is read only after 我 and the like."""
    return len(word) == 1 and word not in kin.ALONE


@pytest.mark.parametrize(("word", "code"), entries("who", "nothing"))
def test_people(word, code):
    """Each name of a relative is that person."""
    prefix = "我" if single(word) else ""

    assert code == people.patient(message.read(f"{prefix}{word}住院了"))


@pytest.mark.parametrize(("word", "code"), entries("scheme", "nothing"))
def test_schemes(word, code):
    """Each name of an insurance is that insurance."""
    named = schemes.named(message.read(f"{word}", asked="scheme"))

    assert named
    assert code == named.code


@pytest.mark.parametrize(("word", "code"), entries("scheme_asked"))
def test_schemes_when_asked(word, code):
    """General words are an insurance only as an answer."""
    named = schemes.named(message.read(f"{word}那种", asked="scheme"))

    assert named
    assert code == named.code
    assert schemes.named(message.read(f"{word}那种")) is None


@pytest.mark.parametrize(("word", "code"), entries("status", "nothing", "none"))
def test_statuses(word, code):
    """Each name of an identity is that identity."""
    assert [code] == [held.code for held in statuses.held(message.read(f"我家是{word}"))]


@pytest.mark.parametrize("word", vocabulary.codes("status")["none"])
def test_words_for_no_identity(word):
    """Each way to say that there is no identity says so, when that was asked."""
    assert [] == statuses.codes(message.read(word, asked="status"))


@pytest.mark.parametrize(("word", "code"), entries("kind", "nothing"))
def test_kinds_of_care(word, code):
    """Each word for care is its kind, and no other."""
    assert [code] == care.kinds(message.read(f"我爸{word}花了三千"))


@pytest.mark.parametrize(("word", "code"), entries("kind_asked"))
def test_kinds_when_asked(word, code):
    """General words are a kind only as an answer."""
    assert [code] == care.kinds(message.read(word, asked="kind"))
    assert [] == care.kinds(message.read(word))


@pytest.mark.parametrize(("word", "code"), entries("place", "nothing"))
def test_places(word, code):
    """Each word for a hospital's place is that place."""
    told = message.read(f"在{word}", asked="place")

    assert code == places.place(told, regions.read(told))


@pytest.mark.parametrize(("word", "code"), entries("referral", "nothing"))
def test_referrals(word, code):
    """Each word for the way one went is that way."""
    way = referral.way(message.read(f"我爸{word}"))

    assert way
    assert code == way.code


@pytest.mark.parametrize("word", vocabulary.codes("reply")["unknown"])
def test_not_known(word):
    """Each way not to know leaves the question open."""
    assert "unknown" == replies.reply(message.read(word, asked="in_scope"))


@pytest.mark.parametrize("word", vocabulary.codes("reply")["no"])
def test_no(word):
    """Each no to a question of money is none."""
    assert "none" == replies.reply(message.read(word, asked="aid_paid"))


@pytest.mark.parametrize("word", vocabulary.codes("reply")["yes"])
def test_yes(word):
    """Each yes agrees."""
    assert replies.agrees(message.read(word, asked="designated"))


@pytest.mark.parametrize("word", vocabulary.codes("reply")["correction"])
def test_corrections(word):
    """Each word of correction is seen."""
    assert replies.corrects(message.read(f"{word}，三万二"))


@pytest.mark.parametrize(("word", "code"), entries("role", "nothing"))
def test_roles(word, code):
    """The word just before an amount says what it is of."""
    told = message.read(f"{word}500元")

    assert [code] == roles.roles(told, amounts.find(told))


@pytest.mark.parametrize("word", vocabulary.codes("disease")["whole"])
def test_illnesses(word):
    """Each illness is found whole."""
    told = message.read(f"我妈得了{word}，花了不少")
    found = diseases.main(told)

    assert found
    assert told.written(found).endswith(word)


@pytest.mark.parametrize(("word", "code"), entries("intent"))
def test_cues_of_intents(word, code):
    """Each cue is found as its own kind."""
    assert code in [found.code for found in message.read(f"想问{word}").words("intent")]


@pytest.mark.parametrize(("word", "code"), entries("topic"))
def test_topics(word, code):
    """Each word of a topic leads to it."""
    assert code == intents.topic(message.read(word))


@pytest.mark.parametrize("pair", vocabulary.codes("traditional")["map"])
def test_traditional_characters(pair):
    """A traditional character is read as its simplified form."""
    assert pair[1] == message.read(pair[0]).plain


@pytest.mark.parametrize(
    ("table", "of"),
    [("who", people.patient), ("status", statuses.codes), ("kind", care.kinds)],
)
def test_words_for_nothing(table, of):
    """Words that only look like a name are not read as one."""
    for word in vocabulary.codes(table)[vocabulary.NOTHING]:
        found = {one.code for one in message.read(word).words(table)}

        assert vocabulary.NOTHING not in found
        assert not of(message.read(word)) or found


def test_the_catalogue_speaks_its_own_names():
    """What stands on the buttons is understood when typed."""
    for name in ("scheme", "status"):
        for option in engine.QUESTIONS[name].options:
            label = option.label.partition("（")[0]

            assert option.value in [word.code for word in message.read(label).words(name)]


def test_no_word_has_two_meanings():
    """Within a table a word stands once."""
    for table in ("who", "scheme", "status", "kind", "place", "referral", "role", "intent"):
        words = [word for word, _code in entries(table)]
        twice = sorted({word for word in words if words.count(word) > 1})

        assert [] == twice, table
