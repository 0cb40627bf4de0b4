"""Reading aloud: where the phone has a voice of its own, and nowhere else."""

import pytest
from playwright.sync_api import expect

from tests.e2e.journeys import begins
from tests.e2e.visitor import Visitor

# A phone's voices, known a moment after the page; what is spoken is noted and ends at once.
PHONE = """
  const later = []
  let known = []
  window.spoken = []
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => known,
    addEventListener: (name, heard) => later.push(heard),
    cancel: () => {},
    speak: said => { window.spoken.push(said.text); if (!window.holds) setTimeout(said.onend, 1) },
  } })
  window.SpeechSynthesisUtterance = function (text) { this.text = text }
  window.arrive = () => { known = [VOICE]; later.forEach(heard => heard()) }
"""
MANDARIN = '{ lang: "zh_CN", localService: true }'
ELSEWHERE = '{ lang: "zh-CN", localService: false }'
CANTONESE = '{ lang: "zh-HK", localService: true }'
ENGLISH = '{ lang: "en-US", localService: true }'


@pytest.fixture
def reader(page):
    """Give a visitor whose phone has a Chinese voice, at the first question."""
    return arrives(page, MANDARIN)


def arrives(page, voice: str) -> Visitor:
    """Come to the first question on a phone with this voice, which the browser knows only later."""
    page.add_init_script(PHONE.replace("VOICE", voice))
    visitor = Visitor(page)
    begins(visitor)
    visitor.is_asked("您参加的是哪种医保？")
    return visitor


def test_the_button_comes_with_the_voice(reader):
    """No button before the phone knows its voices, and one after."""
    button = reader.page.get_by_role("button", name="朗读")
    expect(button).to_have_count(0)
    reader.page.evaluate("arrive()")

    expect(button).to_have_count(1)


@pytest.mark.parametrize("voice", [ELSEWHERE, CANTONESE, ENGLISH])
def test_no_other_voice_will_do(page, voice):
    """A voice over the network would be told the answers; another language is of no use."""
    visitor = arrives(page, voice)
    visitor.page.evaluate("arrive()")

    expect(page.get_by_role("button", name="朗读")).to_have_count(0)


def test_a_phone_without_voices(page):
    """Where nothing can speak there is no button."""
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    begins(Visitor(page))

    expect(page.get_by_role("button", name="朗读")).to_have_count(0)


def test_the_question_is_read_in_order(reader):
    """The question, its help and its choices, each as a sentence of its own."""
    reader.page.evaluate("arrive()")
    reader.page.get_by_role("button", name="朗读").click()
    expect(reader.page.get_by_role("button", name="朗读")).to_have_count(1)

    spoken = reader.page.evaluate("spoken")
    assert "您参加的是哪种医保？" == spoken[0]
    assert {"城乡居民医保", "职工医保"} <= set(spoken)


def test_it_can_be_stopped(reader):
    """While it speaks the same button stops it, and nothing more is read."""
    reader.page.evaluate("arrive(), window.holds = true")
    reader.page.get_by_role("button", name="朗读").click()
    reader.page.get_by_role("button", name="停下").click()

    expect(reader.page.get_by_role("button", name="朗读")).to_have_count(1)
    assert 1 == len(reader.page.evaluate("spoken"))


def test_after_an_answer_the_next_question_can_be_read(reader):
    """The button is there after each swap, and reads what is new."""
    reader.page.evaluate("arrive()")
    reader.answers("您参加的是哪种医保？", "城乡居民医保")
    reader.is_asked("您有下面哪些身份？")
    reader.page.get_by_role("button", name="朗读").click()

    expect(reader.page.get_by_role("button", name="朗读")).to_have_count(1)
    assert "您有下面哪些身份？" == reader.page.evaluate("spoken")[0]
