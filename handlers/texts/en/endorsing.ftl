# Endorsing an appeal for an organisation of the coalition.

endorsing-welcome =
    <b>You can now endorse appeals for { $organisation }.</b>

    Open an appeal, press “More” and read it to the end; the button that endorses it is below. One press, and { $organisation } is counted among the organisations that support it. It is not a signature: you can sign as yourself as well. You can take it back at any time.

    /endorse lists the appeals that are open. The command is in no menu, so please remember it.

    We keep your Telegram id, encrypted, for as long as you represent { $organisation }, to know that it is you; coordinators see a number. They can end it, and so can you: /forget.
endorsing-list = Appeals to endorse
endorsing-spent =
    This invitation does not work any more: it was used or ended, or its two days are over.

    Please ask the coordinator who sent it for a new one. It takes them a moment.
endorsing-already = You represent { $organisation } already, and one person represents one organisation. The invitation was not used. To change the organisation, ask a coordinator to end what you have first.
endorsing-not-representative =
    Only representatives of the coalition’s member organisations can endorse an appeal. If your organisation has named you, ask the coordinators for an invitation: /contact

    As yourself you can sign: /sign
endorsing-left = Your organisation is no longer a member of the coalition, so it endorses nothing new. What it endorsed stays, and you can take it back with /endorse.
endorsing-left-list = <b>{ $organisation }</b> is no longer a member of the coalition, so it endorses nothing new. You can take back what it endorsed: choose an appeal.
endorsing-which = <b>Endorsing for { $organisation }</b>. Choose an appeal and read it; the button is below its full text.
endorsing-none = There is none at the moment.
endorsing-line = • { $title } (<code>{ $code }</code>): { $state ->
        [yes] endorsed
        [earlier] endorsed in an earlier text
       *[no] not endorsed
    }
endorsing-endorse = Endorse for { $organisation }
endorsing-endorse-new = Endorse the new text for { $organisation }
endorsing-take-back = Take back the endorsement of { $organisation }
endorsing-done =
    <b>{ $organisation } endorses “{ $title }”.</b>
    It endorses the text above, version { $number }. If the text is corrected one day, the endorsement stays with the one that you have read, and you can endorse the new one.

    To take it back: the button under the full text, or /endorse
endorsing-later = The text was corrected since you opened it, and nothing was endorsed. Please read the new one:
endorsing-late = The time for endorsing this appeal is over, so your organisation was not added. People can still sign it: /appeals
endorsing-over = This appeal is not open any more, so it cannot be endorsed.
endorsing-ask-take-back =
    <b>Take back what { $organisation } endorsed?</b>
    “{ $title }” then counts one organisation less.{ $closed ->
        [yes] {" "}It is closed: it could not be endorsed again.
       *[no] {""}
    }
endorsing-take-back-yes = Yes, take it back
endorsing-taken-back = Done. { $organisation } no longer endorses “{ $title }”.
endorsing-ended = You no longer represent { $organisation } here: a coordinator has ended it, and your Telegram id was erased from the representatives. What you endorsed for it stays. If this surprises you, ask: /contact
endorsing-organisation-left = Coordinators have noted that { $organisation } has left the coalition. It endorses nothing new here. What it endorsed stays, unless you take it back: /endorse. If this surprises you, ask: /contact
endorsing-forgets = You represent { $organisation }: that ends too. What you endorsed for it is the organisation’s and stays; if it should not, take it back first with /endorse.
