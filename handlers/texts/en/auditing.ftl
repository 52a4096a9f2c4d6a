# The audit, for owners.

auditing-holds = <b>The chain holds:</b> { $rows ->
        [one] 1 entry
       *[other] { $rows } entries
    }, none changed or taken out. It ends in <code>{ $head }</code>. Write that down elsewhere, and you will also notice if the newest entries are cut off.
auditing-broken = <b>The chain is broken at row { $row }.</b> Something was changed from outside the program. Do not export or send anything before whoever runs this bot has compared the database with a backup.
auditing-heading = <b>Latest entries</b>
auditing-line = { $day } · { $who } · { $deed } { $subject }
auditing-program = the program
auditing-deed = { $deed ->
        [join] joined as
        [make_owner] became owner:
        [dismiss] ended the role of
        [invite] invited a
        [draft] drafted
        [photo] gave a picture to
        [submit] asked for review of
        [approve] approved
        [send] ordered the sending of
        [pause_sending] paused the sending of
        [resume_sending] resumed the sending of
        [cancel_sending] cancelled the sending of
        [start_sending] began the scheduled sending of
        [correct] sent the correction of
        [recall] recalled
        [close] closed at the deadline:
        [set_goal] set another goal for
        [propose_invalidation] asked to take signatures out of
        [agree_to_invalidation] agreed to take signatures out of
        [cancel_invalidation] stopped taking signatures out of
        [undo_invalidation] asked to put signatures back into
        [invalidate] took signatures out of
        [restore] put signatures back into
        [restore_backup] restored from a backup:
        [hand_over] handed over signatures of
        [recount] counted anew:
        [miscount] found a difference in the counts:
        [tell_miscount] told colleagues of a difference in the counts:
        [change_secret_key] carried everything over to a new
        [enter_batch] entered sheets for
        [finish_batch] finished a list of names for
        [void_batch] voided sheets for
        [make_link] made a link for
        [end_link] ended a link of
        [accept_volunteer] accepted a volunteer for
        [decline_volunteer] declined a volunteer for
        [accept_suspects] counted suspect signatures of
        [add_organisation] entered in the register:
        [leave_organisation] noted as having left:
        [return_organisation] noted as a member again:
        [add_entry] added to a register:
        [change_entry] changed in a register:
        [check_office] checked the office
        [change_holder] named the new holder of
        [record_delivery] recorded a delivery of
        [record_reply] recorded a reply to
        [record_outcome] recorded an outcome of
        [record_status] recorded where the people are:
        [record_contact] recorded a contact:
        [record_commitment] recorded a promise:
        [record_bill] recorded a proposal in a parliament:
        [record_recommendation] recorded a recommendation:
        [record_action] recorded an action of
        [take_file] took the scan of
        [archive] put into the archive:
        [add_moment] added to the calendar:
        [move_moment] moved in the calendar:
        [cancel_moment] cancelled in the calendar:
        [snooze_task] put off the task
        [do_task] did the task
        [write_news] wrote news of
        [send_news] approved the news of
        [give_up_news] gave up the news of
        [invite_representative] invited a representative of
        [end_representative] ended a representative of
        [join_representative] let an invited person represent
        [endorse] counted an endorsement of
        [take_back] no longer counted an endorsement of
        [propose_keys] proposed epoch of keys
        [open_canary] opened a canary of epoch
        [begin_keys] began epoch of keys
        [drop_keys] dropped the proposed epoch
        [distrust_keys] ended, because somebody had altered it, epoch
        [add_key] added to the list of keys:
        [retire_key] retired from the list of keys:
        [claim_tip] claimed tip
        [take_over_tip] took over from a colleague tip
        [release_tip] let go of tip
        [assign_tip] gave to a colleague tip
        [rate_tip] rated tip
        [agree_to_rating] agreed to the rating of tip
        [label_tip] put a label on tip
        [unlabel_tip] took a label off tip
        [close_tip] closed tip
        [load_bundle] loaded what was signed by
        [reply_to_tip] replied to tip
        [erase_tip] erased, with its receipt, tip
        [export_tips] exported
        [fail_to_send_tips] could not send
        [take_restricted] took what is restricted of
        [export_signatures] exported signatures of
        [export_trackers] exported as a file:
        [sign_in] signed in at the desk:
        [refused] was refused, for lack of a role:
        [export_audit] exported
       *[other] { $deed }
    }
