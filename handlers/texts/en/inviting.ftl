# Inviting colleagues, and what each role is trusted with.

role-owner = Owner
role-owner-explained = may do everything, and invites the others
role-campaigner = Campaigner
role-campaigner-explained = drafts, approves and sends appeals
role-reviewer = Reviewer
role-reviewer-explained = approves appeals, works through tips and takes them out sealed
role-exporter = Exporter
role-exporter-explained = takes signatures out for the handover
role-viewer = Viewer
role-viewer-explained = sees the counts, and nothing else
role-collector = Collector
role-collector-explained = collects signatures with a link of their own, and sees its tally

inviting-roles =
    <b>Inviting a coordinator</b>

    { $roles }

    Choose a role, or write it: <code>/invite reviewer</code>. You get a link for one person that works for { $days } days. Invite a coordinator again to change their role. Owners are named in the configuration by whoever runs this bot.
inviting-role-line = • <code>{ $word }</code> – { $role }: { $explained }
inviting-link =
    <b>Invitation: { $role }</b>
    This role { $explained }.

    { $link }

    Send the link only to the person you mean, in a chat that nobody else reads: whoever opens it first has the role. It works once, within { $days } days, and owners are told when it was used.
inviting-welcome =
    <b>Welcome. You are a coordinator now. Role: { $role }.</b>
    This role { $explained }. Colleagues and the audit know you as <b>{ $alias }</b>, not by your name.

    { $commands }

    The same commands are in the menu of this chat. What you do as a coordinator is written down in the audit.
inviting-command = /{ $name } – { $what }
inviting-spent =
    This invitation does not work any more: it was used, or its two days are over.

    Please ask the owner who sent it for a new one. It takes them a moment.
inviting-owner-already = You are an owner and may do everything already. The invitation was not used; it still works for the person you mean it for.
inviting-joined = <b>{ $alias }</b> has joined by an invitation. Role: { $role }.
