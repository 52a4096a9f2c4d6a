# The registers that sheets draw upon, and the form for a new holder of an office.

registers-heading =
    <b>Registers</b>
    What appeals, letters and the library draw upon. To change one, take it as a sheet, edit it, and send it back as a file that ends in .yaml.
registers-button-offices = Offices: { $count }
registers-button-obligations = Obligations: { $count }
registers-button-explanations = Library: { $count }
registers-button-campaigns = Campaigns: { $count }
registers-list-offices = <b>Offices</b>: { $count ->
        [0] none yet
       *[other] { $count }
    }
registers-list-obligations = <b>Obligations</b>: { $count ->
        [0] none yet
       *[other] { $count }
    }
registers-list-explanations = <b>Library</b>: { $count ->
        [0] no word yet
        [one] 1 word
       *[other] { $count } words
    }
registers-list-campaigns = <b>Campaigns</b>: { $count ->
        [0] none yet
       *[other] { $count }
    }
registers-how = An entry in a sheet that you send takes the place of the one with its key. All others stay.
registers-sheet = All as a sheet
registers-sheet-sent = Edit it in any text editor and send it back as a file. You can leave out the entries that you do not change.
registers-all = All registers
registers-back = Back to the list
registers-entry =
    <b>{ $title }</b>
    <code>{ $key }</code> · { $languages }
registers-office-country = Country: { $country }
registers-office-holder = { $named ->
        [yes] Held by: { $holder }
       *[no] Held by: nobody is named
    }
registers-office-letters =
    Salutation: { $salutation }
    Letters in: { $language } (by: { $methods })
registers-office-post = Post: { $where }
registers-office-email = E-mail: { $where }
registers-office-fax = Fax: { $where }
registers-office-link = Web: { $where }
registers-office-nowhere = No address is known.
registers-fresh = Checked on { $day } ({ $days ->
        [0] today
        [one] 1 day ago
       *[other] { $days } days ago
    }).
registers-stale = <b>Last checked on { $day }, { $days } days ago.</b> Is all of it still so? Look at the office’s own pages.
registers-checked = Checked today
registers-noted = Noted: checked today.
registers-new-holder = New holder
registers-article = article { $article }
registers-since = since { $year }
registers-campaign = Since { $year }
registers-languages-lost =
    <b>Nothing was saved.</b> These entries lack a language that they have now, and sheets may use it: { $entries }

    Please add the language and send the sheet again.
registers-saved =
    <b>Saved.</b> Added: { $added }. Changed: { $changed }. As before: { $same }.

    { $drafts ->
        [0] No draft had to be renewed.
       *[other] Drafts that now say it anew: { $codes }
    }
registers-too-long = <b>These drafts do not fit Telegram’s messages any more:</b> { $codes }. They cannot go to the reviewers before they, or the entry, are shorter.
registers-more = { $shown } and { $more } more
registers-look-offices = The offices
registers-look-obligations = The obligations
registers-look-explanations = The library
registers-look-campaigns = The campaigns

holder-title = New holder: { $office }
holder-ask-name = <b>Who holds the office now?</b> Write the name as it stands in a letter, for instance “Ms Jane Doe”.
holder-label-name = Name
holder-done = <b>Saved.</b> Letters that are not handed over yet name the new holder. Earlier ones keep the name that they were made with.
holder-gone = This office is no longer in the register. Nothing was changed.
