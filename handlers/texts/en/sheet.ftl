# What is wrong with the sheet of an appeal, and the words of `clarion appeal`.

sheet-fault-at-line = Line { $line }, { $field }: { $what }
sheet-fault-on-line = Line { $line }: { $what }
sheet-fault-of-field = { $field }: { $what }
sheet-fault-alone = The sheet: { $what }

sheet-fault-too-large = is too large ({ $detail } characters).
sheet-fault-control-character = holds an invisible control character ({ $detail }); delete and retype the words around it.
sheet-fault-no-head = the sheet must begin with a line of ---, then the head, then a second line of ---.
sheet-fault-not-a-register = the sheet of a register has exactly one of these at its top, and a list below it: { $detail }.
sheet-fault-not-yaml = the head cannot be read from here. { $detail }
sheet-fault-yaml-trick = a value must not begin with &, * or !; put it in quotation marks.
sheet-fault-too-deep = is nested too deeply.
sheet-fault-duplicate = is there twice.
sheet-fault-unknown-key = is no key of a sheet at this place; check the spelling.
sheet-fault-missing = is missing.
sheet-fault-not-a-text = must be a single text.
sheet-fault-not-a-list = must be a list, such as [one, two].
sheet-fault-not-a-group = must be a group of keys, each on a line of its own.
sheet-fault-not-a-number = must be a whole number above 0, in figures only.
sheet-fault-value-form = must be a whole number above 0, in figures only, or one of: tens, hundreds, thousands.
sheet-fault-not-yes-or-no = must be yes or no.
sheet-fault-not-one-of = must be one of: { $detail }.
sheet-fault-too-long = is too long ({ $detail } characters).
sheet-fault-too-many = lists too many ({ $detail }).
sheet-fault-code-form = must look like ORG-2026-001: capital letters, digits and hyphens, at most 24 characters.
sheet-fault-own-code = must be the code of another appeal, not its own.
sheet-fault-id-form = must be a short name such as a1.
sheet-fault-key-form = must be a key such as cn-cat-3: small letters, digits and hyphens, at most 40 characters.
sheet-fault-age-form = must be an age in years, from 14 to 21.
sheet-fault-date-form = must be a year, a month or a day: 2013, 2013-06 or 2013-06-24.
sheet-fault-day-form = must be a day, such as 2026-12-01.
sheet-fault-deadline-form = must look like 2026-12-01 18:00, 2026-12-01 or in 10 days.
sheet-fault-email-form = must be an e-mail address.
sheet-fault-link-form = must be a web address that begins with https://.
sheet-fault-unknown-language = is no language tag that we know; examples: en, ko, ja, zh-Hans, zh-Hant, th.
sheet-fault-unknown-country = must be the code of a country in two capital letters, such as KR.
sheet-fault-unknown-timezone = must be a time zone such as Asia/Seoul.
sheet-fault-past = lies in the past.
sheet-fault-future = lies in the future.
sheet-fault-no-language = a section for a language must follow the head, such as # en.
sheet-fault-language-missing = lacks { $detail }.
sheet-fault-language-without-section = there is no section # { $detail } in the sheet.
sheet-fault-needs-languages = must be written in each language: { $detail }.
sheet-fault-unknown-section = unknown heading; ## Title, ## Summary, ## Background and ## Demands a1 are known.
sheet-fault-stray-text = this text stands under no heading.
sheet-fault-open-comment = a comment begins with <!-- and never ends with -->.
sheet-fault-not-numbered = demand { $detail } was expected here, as “{ $detail }. …”.
sheet-fault-demand-count = the number of demands differs between languages: { $detail }.
sheet-fault-named-count = must be as many as co_signers lists: { $detail }.
sheet-fault-no-such-addressee = the head has no addressee with this id.
sheet-fault-no-such-entry = { $detail ->
    [offices] the register of offices
    [obligations] the register of obligations
    [explanations] the register of explanations
   *[campaigns] the register of campaigns
  } has no such key; /registers lists those that it has.
sheet-fault-entry-lacks = the entry of the register is not written in { $detail }, and the appeal is; add it there with /registers, or write these words here.
sheet-fault-no-consent = is missing: people are named only with their consent. Write where it is kept, or named_publicly: no.
sheet-fault-minors-topic = says that no children are concerned, but minors is among the topics.
sheet-fault-after-event = lies after the anchor event ({ $detail }): what is signed by then comes too late for it.
sheet-fault-after-deadline = lies after the deadline of the appeal.
sheet-fault-not-counted = tens, hundreds and thousands are not counted, so they cannot be exact.
sheet-fault-unconfirmed = needs confirmed_by: whoever confirms the number confirms that it happened.
sheet-fault-card-too-long = is too long for one Telegram message ({ $detail } characters); shorten the background or the demands.
sheet-fault-caption-too-long = with a photo, the letter is too long ({ $detail } characters); shorten the summary, the title, the names of the offices or what the photo section says.
sheet-fault-unexplained = this appeal was sent already, so the sheet corrects it. Please write here, in every language, what was corrected; everybody who got the earlier version reads it.
sheet-fault-correction-too-long = makes the corrected letter too long for one Telegram message ({ $detail } characters); shorten it, or the summary.
sheet-fault-wrong = cannot be right. { $detail }

sheet-good = { $code } can be drafted: { $languages }; { $approvals ->
    [one] 1 approval needed
   *[other] { $approvals } approvals needed
  }.
sheet-faults-found = { $count ->
    [one] 1 fault
   *[other] { $count } faults
  } found:
sheet-unreadable = { $file } cannot be read as text in UTF-8.
sheet-no-registers = There is no database here, so the keys of the registers could not be looked up. Send the sheet to the bot to have them checked.
