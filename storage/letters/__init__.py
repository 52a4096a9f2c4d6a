"""Letters to subscribers: broadcasts, the outbox that is their queue, and what becomes of each letter."""
