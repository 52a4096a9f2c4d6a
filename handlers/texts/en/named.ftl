# The appeal that a command or a button names.

named-code-missing =
    Please write the appeal's code after the command, such as <code>/{ $command } ABC-001</code>.

    /queue has the codes of what was not sent yet, /appeals those that are open.
named-unknown = There is no appeal with this code. /queue has the codes of what was not sent yet, /appeals those that are open.
