-- etag is null for state that carries none (the Bot Framework's own dictionaries).

CREATE TABLE bot_state (
  name TEXT NOT NULL PRIMARY KEY,
  etag TEXT NULL,
  body TEXT NOT NULL
);
