# A notice that several tips are of one kind. Nothing of them but their category and their number.

trends-notice =
    <b>{ $count } tips within seven days: { $category }</b>
    It may be a wave, or one event that several people told of: look at them together. You will not be told of this category again for seven days.
