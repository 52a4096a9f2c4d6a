# Going through a form: its buttons, what helps to answer, and why an answer is not taken.

form-title = <b>{ $title }</b>
form-back = Back
form-skip = Skip
form-leave = Leave it
form-done = Done
form-ticked = ✓ { $label }
form-today = Today
form-yesterday = Yesterday

form-hint-day = Write it like this: 2026-06-24
form-hint-partial-day = Write it like this: 2026-06-24. If no more is known, 2026-06 or 2026 will do.
form-hint-moment = Write it like this: 2026-12-08 14:00, or 2026-12-08 where the hour is not known.
form-hint-language = In this language: <b>{ $language }</b>
form-hint-several = Choose all that fit, then Done.
form-hint-search = There are { $count } in all: write a part of the name.

form-empty = There is nothing in this that can be read. Please write a text.
form-too-long = That has { $length } characters; at most { $limit } fit. Please shorten it.
form-choose = That is none of the choices, or fits several. Please press one of the buttons.
form-not-a-day = That is not a day. Please write year, month and day.
form-not-a-partial-day = That is not a day, a month or a year.
form-day-ahead = That day is still to come. Please give one that is past, or today.
form-not-a-moment = That is not a day with or without an hour.
form-moment-past = That is past. Please give a time that is still to come.
form-not-a-file = A file is wanted here: please attach a document or a photo.
form-file-too-large = This file is too large: at most { $limit } MB are taken.
form-file-type = Files of this kind are not taken here. Please send a PDF, a JPEG or a PNG.
form-file-not-fetched = Telegram did not give the file out just now, so nothing was kept. Please try again in a moment. If it goes on, attach the file anew.

form-answer = <b>{ $label }:</b> { $answer }
form-skipped = –
form-file = attached
form-nothing-kept = Nothing is kept yet. Please look it over.
form-keep = Keep it
form-change = Change: { $label }
form-left = You left the form. Nothing was kept.
form-gone = There is no form that you were filling in. /help lists what you can begin.
