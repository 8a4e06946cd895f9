# ruff: noqa: E501 - a pattern is read best on one line.
"""What assistants and editors leave behind: a table for each kind, a line for each phrase.

Patterns are anchored in wording no reporter writes; every repetition is bounded.
"""

import regex

# An assistant speaking to whoever asked: opening, offer, refusal, apology, cut-off date.
ASSISTANT = (
    # English
    r"\bas an? (?:\w+ )?(?:AI|artificial intelligence)(?:[- ]powered)? (?:language )?(?:model|assistant)\b",
    r"\bas a (?:large )?language model\b",
    r"\bI(?:'m| am|’m) (?:just )?an? (?:AI|language model|virtual assistant)\b",
    r"^(?:certainly|sure|of course|absolutely|great question)[!,.] {0,2}(?:here|i['’ ]|below|let me)",
    r"^here(?:['’]s| is| are) (?:the|a|an|your|my) (?:\w+ ){0,4}(?:article|translation|rewrite|rewritten|"
    r"version|summary|draft|headline|headlines|post|text|caption)s?\b[^.\n]{0,60}:",
    r"\bI hope this (?:helps|meets your|article meets)\b",
    r"\blet me know if you(?:['’]d| would)? (?:like|need|want|have)\b",
    r"\bwould you like me to\b",
    r"\bfeel free to (?:ask|let me know|adjust|modify|reach out if)\b",
    r"\bI (?:cannot|can['’]t|am unable to) (?:fulfil|fulfill|assist with|help with|comply|"
    r"browse|access (?:the internet|real-time))",
    r"\bI['’]m (?:unable|not able) to (?:fulfil|fulfill|assist|help with|comply|browse|access)",
    r"\bmy (?:last )?(?:knowledge|training)(?: data)? (?:update|cut-?off|only (?:goes|extends))",
    r"\b(?:as of|up to|until) my (?:last|latest|most recent)? ?(?:knowledge|training|update)",
    r"\bI apologi[sz]e for (?:the|any) (?:confusion|inconvenience|error|oversight)\b",
    r"\bI don['’]t have (?:access to )?real-time\b",
    r"\bregenerate response\b",
    r"^(?:translation|translated (?:text|article)|rewritten (?:text|article)|revised (?:text|version|article)"
    r"|output|response|final answer|headline options?|word count)\s?(?:\([^()\n]{0,30}\))?:",
    r"\[?(?:end of (?:article|translation|response))\]?$",
    # Korean
    r"(?:저는|제가|나는) (?:\S+ ){0,2}(?:AI|인공지능)(?: 언어)?(?: ?모델|로서| ?어시스턴트| ?비서|이(?:라|므로|기))",
    r"(?:AI|인공지능) ?(?:언어 ?)?(?:모델|어시스턴트|비서)(?:로서|이기 때문에|이므로|라서)",
    r"(?:언어 ?모델로서|챗봇으로서) (?:저는|제가|저의)",
    r"(?:다음은|아래는|여기) [^.\n]{0,40}(?:번역|요약|초안|기사|수정본|본문|제목|문장|버전)[^.\n]{0,16}"
    r"(?:입니다|이에요|예요|있습니다)\s?[:.]",
    r"^(?:네|예|물론(?:입니다|이죠|이에요)?|알겠습니다|좋습니다)[,.!] {0,2}[^.\n]{0,40}"
    r"(?:드리겠습니다|드릴게요|해드리|알려드리|입니다:|보겠습니다)",
    r"요청하신 (?:대로|내용|기사|번역|요약|글|형식)[^.\n]{0,40}(?:드립니다|드리겠습니다|입니다|했습니다|드렸습니다)",
    r"도움이 (?:되었|됐|되셨)(?:기를|길|으면)[^.\n]{0,10}(?:바랍니다|바라요|좋겠습니다|좋겠어요)",
    r"(?:더|추가로|또) (?:궁금한|필요한|수정할|도움이 필요한) (?:점|사항|것|부분|내용)이? ?"
    r"(?:있으시면|있으면|있다면)[^.\n]{0,30}(?:말씀|알려|문의|요청)",
    r"(?:언제든지|편하게) (?:말씀해|알려|질문해|요청해) ?(?:주세요|주십시오)",
    r"(?:제|저의) (?:지식|학습 ?데이터|정보)(?:은|는|의 기준)[^.\n]{0,30}(?:까지|기준|시점)",
    r"실시간 (?:정보|데이터|검색)(?:에|를|을) (?:접근|확인|제공)할 수 없",
    r"(?:수정|보완|번역|요약|작성)(?:이)? ?(?:해|하여) ?드릴까요",
    r"^(?:번역문?|번역 ?결과|요약문?|수정본|최종본|최종 ?답변|출력|기사 ?본문|제목 ?(?:후보|제안))\s?:",
    # Chinese
    r"作为(?:一个|一名|一款)?(?:人工智能|AI|大型?语言)(?:语言)?(?:模型|助手)",
    r"(?:以下|下面)是(?:[^。\n]{0,20})(?:翻译|译文|摘要|改写|文章|版本)[：:]",
    r"希望(?:这|以上)[^。\n]{0,12}(?:对您|对你)有(?:所)?帮助",
    r"如果(?:您|你)(?:还)?(?:有|需要)(?:其他|任何|更多|进一步)[^。\n]{0,16}(?:告诉我|随时|告知)",
    # Japanese
    r"(?:AI|人工知能)(?:言語)?(?:モデル|アシスタント)として",
    r"(?:以下|こちら)(?:は|が)[^。\n]{0,24}(?:翻訳|要約|記事|修正版)(?:です|になります)[。：:]",
    r"(?:お役に立て(?:れば|たなら)|ご参考になれば)幸いです",
    r"(?:他に|ほかに)(?:ご質問|ご要望|何か)[^。\n]{0,20}(?:お知らせ|お気軽)",
)

# References of chat products that mean nothing outside them.
CITATION = (
    r"【\d{1,3}[:†][^】\n]{0,60}】",
    r"【[^】\n]{0,40}†[^】\n]{0,40}】",
    r":?contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?",
    r"\[?oaicite:\d{1,4}\]?",
    r"\bturn\d{1,3}(?:search|view|news|image|fetch|file|academia)\d{1,3}\b",
    r"[\ue200-\ue206](?:cite|navlist|entity)?[\ue200-\ue206]?",
    r"\[cite(?:_start|_end)?(?::\s?[\d, ]{1,20})?\]",
    r"</?(?:antml|thinking|function_calls|tool_call|assistant|system|user)\b[^>\n]{0,60}>",
    r"<\|(?:im_start|im_end|endoftext|eot_id|start_header_id|end_header_id|assistant|user|system)\|>",
    r"\butm_source=(?:chatgpt\.com|openai|perplexity|copilot\.com|claude\.ai)\b",
    r"\[\^\d{1,3}\^\]",
)

# Instructions to a model, left above or below its answer.
PROMPT = (
    r"^(?:user|assistant|system|human|chatgpt|gpt-?\d\S{0,6}|claude|gemini|사용자|어시스턴트|프롬프트|prompt)\s?:\s",
    r"^(?:please )?(?:translate|summari[sz]e|rewrite|proofread|paraphrase) (?:the following|this|it|the text|"
    r"the article)\b",
    r"^write (?:a|an|me) (?:\w+[- ]){0,4}(?:article|story|headline|news piece|blog post)\b[^.\n]{0,60}"
    r"(?:about|on|based)",
    r"\bin the style of a? ?(?:newspaper|news) (?:article|report)er?[.:]",
    r"^(?:다음|아래|이|위) (?:글|기사|문장|내용|텍스트|원문|보도)(?:을|를|의)? ?[^.\n]{0,30}"
    r"(?:번역|요약|작성|수정|교정|바꿔|다듬어)(?:해|하여)? ?(?:줘|주세요|주십시오|달라|라)(?:\.|$|\s)",
    r"^(?:기사|뉴스|제목)(?:을|를)? ?[^.\n]{0,30}(?:써|작성해|만들어) ?(?:줘|주세요)(?:\.|$)",
    r"^(?:请|請)(?:将|把|翻译|总结|改写)[^。\n]{0,40}(?:翻译|总结|改写|成)",
    r"(?:次|以下)の(?:文章|記事|文)を[^。\n]{0,20}(?:翻訳|要約|書き直)して(?:ください|下さい)",
)

# Gaps that were to be filled in.
PLACEHOLDER = (
    r"[\[{<〔](?:\s?)(?:이름|성명|날짜|장소|회사명|기관명|단체명|직함|직책|숫자|금액|출처|링크|지역|국가|도시|"
    r"기자명?|기자 이름|제목|부제|본문|내용|인용문?|사진|이미지|날짜 입력|이름 입력|확인 필요|추가 예정|미정)"
    r"(?:\s?(?:입력|삽입|기입|추가|필요|확인))?(?:\s?)[\]}>〕]",
    r"\[\s?(?:your |insert |add |company |person'?s? |reporter'?s? |source |full )?(?:name|date|location|city|title|"
    r"quote|link|url|number|amount|company|outlet|source needed|citation needed|to be confirmed|headline)"
    r"(?: here)?\s?\]",
    r"\[(?:insert|add|fill in|replace)\b[^\]\n]{1,60}\]",
    r"\{\{\s?[\w .가-힣]{1,40}\s?\}\}",
    r"\b(?:TODO|FIXME|TBC|TKTK|TK TK|XXXX+)\b",
    r"\blorem ipsum\b|\bdolor sit amet\b",
    r"(?:여기에|이곳에) (?:\S{1,12} )?(?:입력|작성|삽입)(?:하세요|해 ?주세요|하십시오)",
    r"(?:[○〇]{2,4}|OO|ㅇㅇㅇ?|홍길동) (?:기자|특파원)",
    r"\[(?:姓名|日期|地点|公司名称|名前|日付|会社名|場所)\]",
)

# Markdown that was pasted as text. Only what has a meaning to a formatter, never a lone asterisk.
MARKDOWN = (
    r"(?<![*\w])\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*(?!\*)",
    r"(?<!_)\b?__(?=\w)[^_\n]{1,200}(?<=\S)__(?!_)",
    r"^#{1,6}\s(?=\S)",
    r"```[\w-]{0,12}",
    r"!?\[[^\[\]\n]{1,200}\]\((?:https?://|/|mailto:)[^()\s]{0,300}\)",
    r"^(?:\*|-|\+)\s\*\*",
    r"^(?:-{3,}|\*{3,}|_{3,}|={3,})$",
    r"^\|(?:[^|\n]{1,80}\|){2,}$",
    r"^>\s(?=\S)",
    r"</?(?:p|div|span|br|strong|em|b|i|h[1-6]|ul|ol|li|a|img|table|blockquote)(?:\s[^<>\n]{0,200})?/?>",
    r"&(?:nbsp|amp|quot|lt|gt|#\d{2,5}|#x[0-9a-f]{2,5});",
)


def latin(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Those without an Asian letter."""
    asian = regex.compile(r"[\p{Hangul}\p{Han}\p{Hiragana}\p{Katakana}]")
    return tuple(each for each in patterns if not asian.search(each))


def compiled(patterns: tuple[str, ...]) -> regex.Pattern:
    """One pattern for a table. ASCII words: a particle may touch a Latin word (ipsum이)."""
    flags = regex.ASCII | regex.IGNORECASE | regex.MULTILINE
    return regex.compile("|".join(f"(?:{each})" for each in patterns), flags)
