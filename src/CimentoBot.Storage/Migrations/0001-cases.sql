-- Times are ISO 8601 in UTC, of fixed width: their order as text is their order in time.

CREATE TABLE cases (
  code         TEXT    NOT NULL PRIMARY KEY,
  owner        TEXT    NOT NULL,
  conversation TEXT    NOT NULL,
  status       TEXT    NOT NULL,
  started_at   TEXT    NOT NULL,
  updated_at   TEXT    NOT NULL,
  version      BIGINT  NOT NULL,
  body         TEXT    NOT NULL
);

CREATE INDEX cases_of_owner ON cases (owner, started_at);

CREATE TABLE outbox (
  id        TEXT    NOT NULL PRIMARY KEY,
  case_code TEXT    NOT NULL REFERENCES cases (code) ON DELETE CASCADE,
  kind      TEXT    NOT NULL,
  due_at    TEXT    NOT NULL,
  attempts  BIGINT  NOT NULL,
  sent_at   TEXT    NULL
);

CREATE INDEX outbox_unsent ON outbox (sent_at, due_at);
