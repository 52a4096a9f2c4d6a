"""Forms that show a name in English, also one of a Korean written in Latin letters."""

from __future__ import annotations

_CAPITAL = r"(?-i:[A-Z][a-z'’]{1,20}(?:-[A-Za-z][a-z]{1,20})?)"
_TITLE = (
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|pastor|rev|reverend|deacon|imam|bishop|sgt|sergeant|lt|lieutenant|col"
    r"|colonel|captain|capt|inspector|warden|commander|officer|teacher|missionary|elder|uncle|aunt|auntie)"
)
_NO_NAME = (
    r"(?!(?-i:(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Chinese|Korean|North|South|Thai|Lao|Russian|Japanese|The|In|At|On"
    r"|And|But|He|She|They|We|It|Is|Was|Training|Academy|School|China|Korea|Thailand|Laos|Vietnam|Mongolia|Russia"
    r"|Japan|Seoul|Bangkok|Telegram|Whats[Aa]pp|Christian|Buddhist"
    r"|Church|Hotel|River|Bridge|Street|Road|Market|County|City|Province|Station|Company|Group|Foundation)\b))"
)
_KIN = (
    r"(?:uncle|aunt|cousin|brother|sister|mother|father|son|daughter|wife|husband|friend|neighbou?r|colleague"
    r"|boss|niece|nephew|teacher|pastor|broker)"
)
_PERSON = (
    r"(?:man|woman|boy|girl|person|guy|lady|child|guard|officer|policeman|driver|soldier|missionary|prisoner|detainee"
    r"|refugee|somebody|someone|one|people|agent|interpreter|student|" + _KIN[3:]
)
_NOTHING_SAID = (
    r"(?!(?:not|unknown|on|in|at|the|known|never|being|kept|also|no|none|a|an|hidden|withheld|missing|safe|with|still"
    r"|written|listed|called|given|secret|of|what|who|private|important|confidential|for|to|only|very|so|there|their"
    r"|his|her|my|our|your|too|common|different|changed|taken|read|said|all)\b)"
)
_KOREAN_FAMILY = (
    r"(?:kim|lee|yi|ri|rhee|park|pak|bak|choi|choe|jung|jeong|jong|chung|kang|cho|jo|yoon|yun|jang|chang|lim|im|rim"
    r"|han|oh|seo|suh|shin|sin|kwon|hwang|ahn|an|song|ryu|yoo|yu|hong|jeon|jun|ko|go|moon|mun|son|yang|bae|baek|paek"
    r"|heo|hur|nam|sim|shim|noh|no|ha|joo|ju|koo|ku|cha|min|jin|eom|um|won|bang|pang|kong|gong|hyun|ham|pyo|do)"
)
ENGLISH = (
    rf"\b{_TITLE}\.?\s{_NO_NAME}{_CAPITAL}(?:\s{_NO_NAME}{_CAPITAL})?",
    r"\b(?:mr|mrs|ms|dr)\.?\s(?!(?:is|and|or|was|were|are|will|who|in|at|said|told|of|to|on)\b)[a-z][a-z'-]{1,20}",
    rf"\b(?:my|his|her|our|their|your)\s{_KIN},?\s{_NO_NAME}{_CAPITAL}",
    rf"\b{_PERSON}\s(?:is\s|was\s|were\s|are\s|who\sis\s|who\swas\s)?(?:named|called)\s{_NO_NAME}{_CAPITAL}",
    (
        rf"(?<!town )(?<!place )(?<!village )(?<!city )(?<!river )(?<!bridge )\b(?:named|called)\s{_NO_NAME}{_CAPITAL}"
        rf"[\s-]{_NO_NAME}{_CAPITAL}"
    ),
    (
        rf"\b(?:my|his|her|their|whose|full|family|last|first|given|real)\snames?\s?(?:is|was|are|were|:)\s{_NOTHING_SAID}"
        r"[a-z][a-z'’-]{1,20}"
    ),
    rf"(?:^|[.,;(\n]\s?)names?\s?[:=]\s?{_NOTHING_SAID}[a-z][a-z'’-]{{1,20}}",
    rf"\bgoes\sby\s(?:the\sname\s(?:of\s)?)?{_NO_NAME}{_CAPITAL}",
    rf"(?-i:(?<![A-Za-z])(?=[A-Z])(?i:{_KOREAN_FAMILY})\s[A-Z][a-z]{{1,6}}-[A-Za-z][a-z]{{1,6}}\b)",
)
