-- What a board saw, said and decided of a case. "until" is the last day on which it can still change by itself.

CREATE TABLE boards (
  code       TEXT   NOT NULL PRIMARY KEY REFERENCES cases (code) ON DELETE CASCADE,
  channel    TEXT   NOT NULL,
  session    TEXT   NOT NULL,
  stage      TEXT   NOT NULL,
  looked_on  TEXT   NOT NULL,
  until      TEXT   NOT NULL,
  version    BIGINT NOT NULL,
  body       TEXT   NOT NULL
);

CREATE INDEX boards_of_session ON boards (channel, session);

CREATE INDEX boards_to_look_at ON boards (looked_on, until);

-- The channels that can be boards, and who is in them.

CREATE TABLE channels (
  id   TEXT NOT NULL PRIMARY KEY,
  team TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX channels_of_team ON channels (team);

CREATE TABLE members (
  roster TEXT NOT NULL,
  person TEXT NOT NULL,
  role   TEXT NOT NULL,
  tenant TEXT NOT NULL,
  PRIMARY KEY (roster, person)
);

-- The outbox is no longer about cases only: a subject is a case's code or a channel's id. What has a name is sent once for ever.

ALTER TABLE outbox RENAME TO outbox_of_cases;

CREATE TABLE outbox (
  id       TEXT   NOT NULL PRIMARY KEY,
  subject  TEXT   NOT NULL,
  kind     TEXT   NOT NULL,
  name     TEXT   NULL UNIQUE,
  due_at   TEXT   NOT NULL,
  attempts BIGINT NOT NULL,
  sent_at  TEXT   NULL
);

INSERT INTO outbox (id, subject, kind, due_at, attempts, sent_at)
SELECT id, case_code, kind, due_at, attempts, sent_at FROM outbox_of_cases;

DROP TABLE outbox_of_cases;

CREATE INDEX outbox_to_send ON outbox (sent_at, due_at);
