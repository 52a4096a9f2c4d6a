# A reminder before the deadline of a petition, for who opened it and has not signed.

reminders-heading = <b>Reminder: this closes soon</b>
reminders-why = You get this because you opened it here and have not signed. It is the only reminder of this deadline. If you do not want to sign, there is nothing to do.
