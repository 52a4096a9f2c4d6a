"""Letters to subscribers, signers and followers: the broadcasts that they belong to, their queue, their reports."""
