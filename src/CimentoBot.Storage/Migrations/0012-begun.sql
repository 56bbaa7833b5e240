-- What was begun for one message about a subject is looked for before the same is begun for another: among the few that were.

CREATE INDEX outbox_begun ON outbox (subject) WHERE begun IS NOT NULL;
