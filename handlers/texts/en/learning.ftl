# The library: words of the field, explained in plain words.

learning-words =
    <b>Words explained</b>
    Words that you meet in appeals and in the news. Press one to read what it means.
learning-unknown = “{ $words }” is not among the words that are explained here.
learning-none = No word is explained here yet.
learning-back = Back to the list
