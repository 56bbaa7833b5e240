-- Several instances share one database. A message is sent by the one that has leased it; a lease ends by time when its holder has gone.

ALTER TABLE outbox ADD COLUMN leased_by TEXT NULL;

ALTER TABLE outbox ADD COLUMN leased_until TEXT NULL;

CREATE INDEX outbox_leased ON outbox (subject) WHERE leased_until IS NOT NULL;

-- One turn at a time in a conversation, whichever instance it comes to, and the deliveries that have acted. Places and deliveries are
-- digests: no id of Teams stands here. An answer is kept for as long as Teams may ask for it again.

CREATE TABLE turns (
  place    TEXT NOT NULL PRIMARY KEY,
  delivery TEXT NOT NULL,
  holder   TEXT NOT NULL,
  until    TEXT NOT NULL
);

CREATE TABLE deliveries (
  name   TEXT NOT NULL PRIMARY KEY,
  at     TEXT NOT NULL,
  answer TEXT NULL
);

CREATE INDEX deliveries_by_age ON deliveries (at);

CREATE INDEX deliveries_answered ON deliveries (at) WHERE answer IS NOT NULL;
