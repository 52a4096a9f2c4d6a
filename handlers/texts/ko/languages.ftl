# 언어 고르기.

languages-own-name = 한국어
languages-ask = 어떤 언어로 안내할까요?
languages-chosen = 이제 한국어로 안내합니다. 하시던 일은 그대로 이어집니다.
