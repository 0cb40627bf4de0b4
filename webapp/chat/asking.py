"""Which parts of a message ask and which only tell: what is asked counts for more."""

import re

from .message import Message

ASKS = re.compile(
    r"吗|么|呢|\?|多少|怎|如何|什么|啥|哪|能否|是否|可否|请问|咨询|咋|几|不$|伐|有没有|有无|(\w)不\1|(?<![也都点分])没$|求求|救救|救助$|恳求|请求"
    r"|恳请|谁|还是|想问|求助|没得$|哦$|吧[?。]?$|盼|希望"
)
LED = re.compile(
    r"请问|想问|问一下|问下|问问|咨询|想知道|了解一下|想了解|求问|请教|麻烦问|帮我问|帮问|敢问|问一声|问个"
)
RHETORIC = re.compile(
    r"凭什么|凭啥|难道|还让不让|让不让人|哪来的|怎么活|良心|天理|有什么用|做什么用|还有什么意义|合理吗|公平吗|合法吗|像话吗|讲道理吗"
    r"|哪里?去了|去哪儿?了|写在纸上|看的吗|说得过去吗|为什么要我|不是说"
)
OWN, NEAR, FAR, RHETORICAL = 1.0, 0.6, 0.4, 0.3
CRY = re.compile(r"(?<!好)(?<!谢)(?<!导)(?<!志)(?<!答)(?<!助)(?<!复)!")
ENDS = re.compile(r"(?<!谢)(?<!助)(?<!好)(?<!复)!+$")
CRIED, ENDED = 0.3, 0.8
LED_HERE, LED_BEFORE = 1.9, 1.2


class Parts:
    """The clauses and sentences of one message, each looked at once."""

    def __init__(self, message: Message) -> None:
        self._message = message
        self._weights: dict[tuple[int, int], float] = {}

    def weight(self, place: int) -> float:
        """How much a place asks: its own clause most, its sentence less, the rest least."""
        clause = self._message.clause(place)
        if clause not in self._weights:
            self._weights[clause] = _weight(self._message, clause)
        return self._weights[clause]


def openly(message: Message) -> bool:
    """Whether a message asks with a sign or a word of its own."""
    return "?" in message.plain or LED.search(message.plain) is not None


def laments(message: Message) -> float:
    """How much the signs of a message cry out."""
    cries = len(CRY.findall(message.plain))
    return min(cries, 2) * CRIED + (ENDED if ENDS.search(message.plain) else 0.0)


def _weight(message: Message, clause: tuple[int, int]) -> float:
    plain, (start, end) = message.plain, message.sentence(clause[0])
    own, whole = plain[clause[0] : clause[1] + 1], plain[start : end + 1]
    if RHETORIC.search(own):
        return RHETORICAL
    asks = ASKS.search(own)
    if not (asks or ASKS.search(whole)):
        return FAR
    led = LED_HERE if LED.search(plain, start, clause[1]) else 1.0
    if led == 1.0 and LED.search(plain, 0, start):
        led = LED_BEFORE  # what is asked first is asked most
    return (OWN if asks else NEAR) * led
