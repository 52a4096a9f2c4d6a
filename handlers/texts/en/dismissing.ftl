# Ending the role of a colleague.

dismissing-list =
    <b>Coordinators beside you</b>
    To end the role of one, write their alias: <code>/dismiss reviewer-2</code>
dismissing-line = • <code>{ $alias }</code> – { $role }
dismissing-nobody = There is no other coordinator.
dismissing-unknown = There is no other coordinator with this alias. /dismiss lists those there are. Nobody ends their own role.
dismissing-ask =
    <b>End the role of { $alias }?</b>
    Role: { $role }

    From that moment the account can do nothing here as a coordinator. The invitations that it made and nobody has used stop working, and the tips that it holds are free again. Its Telegram id is erased; the alias stays in the audit.

    A new invitation makes the person a coordinator again, under a new alias.
dismissing-confirm = End the role of { $alias }
dismissing-done = Done. <b>{ $alias }</b> is no longer a coordinator.
dismissing-done-owner = Done. <b>{ $alias }</b> is no longer a coordinator. Owners are named in the configuration: ask whoever runs this bot to take the account out of it, or it is an owner again at the next start.
dismissing-key-stays = <b>A key of { $alias } is still among those for tips:</b> new tips go on being sealed to it. Whoever runs this bot has to retire it: <code>clarion keys retire { $alias }</code>
dismissing-over = Your role as a coordinator here has ended. Your Telegram id was erased from the list of coordinators. You can go on using this bot like everybody else: /help
dismissing-told = <b>{ $by }</b> has ended the role of <b>{ $alias }</b>.
