-- Two who change a channel's settings at once: the second makes the change again on what the first has written.

ALTER TABLE channels ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
