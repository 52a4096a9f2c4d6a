# Headings of the table that a coordinator's own machine makes of opened tips.
opened-tips-tag = Tag
opened-tips-day = Day received
opened-tips-state = State
opened-tips-urgency = Urgency
opened-tips-category = Category
opened-tips-text = What was written
opened-tips-area = Area
opened-tips-place-note = Place, in words
opened-tips-people = People affected
opened-tips-when = When
opened-tips-precision = Precision of the date
opened-tips-how-known = How it is known
opened-tips-source-connection = Source connection (HURIDOCS list 19)
opened-tips-language = Language
opened-tips-written-at = Written at
opened-tips-may-share-with-partners = May be shared with partners
opened-tips-wishes-contact = Wishes an answer
