# The press release of an appeal.

press-heading = PRESS RELEASE
press-place = { $place }, { $day }
press-lead = ({ $dateline }) { $lead }
press-asks = What { $organisation } asks – { $office }:
press-quote = “{ $words }” (From the appeal, signed by { $name }, { $role })
press-quote-of-all = “{ $words }” (From the appeal of { $organisation })
press-more = The whole appeal, with every demand and its sources: { $link }
press-contact = For further information
