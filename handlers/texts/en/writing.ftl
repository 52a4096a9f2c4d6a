# Writing a simple appeal step by step.

writing-title = A new appeal, step by step
writing-sheet = This is your appeal as a sheet, { $code }. Change or add what you like in it, and send it back: that makes the next version.
writing-another-office = Another office
writing-no-email = That is no e-mail address.
writing-no-country = I do not know one of these countries. Please write their names or their codes of two letters, with commas between them.
writing-no-number = Please send a number, such as 3000.
writing-no-demands = Please send one to ten demands, each on a line of its own, at most 400 characters each.

writing-faults = <b>This cannot be kept as it is. Please change these answers:</b>
writing-source-for-everybody = Readers may know it
writing-source-for-coordinators = Only coordinators

writing-urgency-critical = Critical: hours or days are left
writing-urgency-high = High: it cannot wait for the next digest
writing-urgency-normal = Normal

writing-ask-kind = <b>What shall it be?</b>
writing-ask-urgency = <b>How urgent is it?</b>
writing-ask-title = <b>The title</b>, at most 120 characters. It says what people can stop or bring about.
writing-ask-summary = <b>The summary</b>, at most 300 characters: what happened, and what is at stake. It is what a phone shows at a glance. No names of people at risk.
writing-ask-background = <b>The background</b>: the facts in order, each as certain as it is known. No names of people at risk.
writing-ask-countries = <b>Which countries is it about?</b> Names or codes, with commas between them.
writing-ask-topics = <b>Which topics is it about?</b> Subscribers choose by them.
writing-ask-people = <b>How many people are at risk?</b> A number; skip it if nobody knows.
writing-ask-minors = <b>Are there children among them?</b>
writing-ask-office = <b>Who is asked?</b>
writing-ask-to = <b>Which office is asked?</b> The office, not the person: people change, offices stay.
writing-ask-salutation = <b>The salutation</b> of the letter, such as: Dear Mr/Madam President,
writing-ask-demands = <b>What do we ask?</b> One demand on each line.
writing-ask-deadline = <b>Until when can people sign?</b>
writing-ask-goal = <b>How many signatures do we aim at?</b>
writing-ask-source_type = <b>Where do the facts come from?</b>
writing-ask-source = <b>Which source is it?</b> Its name and title on one line.
writing-ask-source_for = <b>Who may know this source?</b> If readers may, the appeal shows it to everybody. Testimony, or what a family told, can put somebody in danger: readers see that source as well, unless you choose “Only coordinators”.
writing-ask-contact = <b>Whom may readers ask?</b> The name of a person or a desk.
writing-ask-contact_role = <b>What is their role?</b> Such as: Campaign coordinator
writing-ask-email = <b>Their e-mail address.</b> It is shown only to those who ask for it.

writing-label-kind = Kind
writing-label-urgency = Urgency
writing-label-title = Title
writing-label-summary = Summary
writing-label-background = Background
writing-label-countries = Countries
writing-label-topics = Topics
writing-label-people = People at risk
writing-label-minors = Children
writing-label-office = Addressee
writing-label-to = Office
writing-label-salutation = Salutation
writing-label-demands = Demands
writing-label-deadline = Deadline
writing-label-goal = Goal
writing-label-source_type = Kind of source
writing-label-source = Source
writing-label-source_for = Who may know the source
writing-label-contact = Contact
writing-label-contact_role = Their role
writing-label-email = E-mail
