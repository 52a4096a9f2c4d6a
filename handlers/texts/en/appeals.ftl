# The list of appeals, and the buttons under one. What an appeal itself looks like is in appeal.ftl.

appeals-sign = Sign
appeals-share = Share
appeals-more = More
appeals-less = Less
appeals-contact = Contact
appeals-list = Open appeals

appeals-none = No appeal is open at the moment. With /subscribe the next one comes to you.
appeals-unknown = No appeal has this code. /appeals shows the open ones with their codes.
appeals-withdrawn = { $organisation } has withdrawn this appeal. It cannot be read or signed any more; please do not pass it on.
appeals-share-one =
    <b>{ $title }</b>
    { $link }

    Copy this link to wherever you like, or press Share to choose a chat in Telegram.
appeals-share-which = Which appeal do you want to pass on? Press it, then choose a chat in Telegram.
