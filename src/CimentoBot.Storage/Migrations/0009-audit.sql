-- Who did what to which case, and when: no answers. "who" is a pseudonym of that person in that case; empty = the bot.

CREATE TABLE audit (
  id      TEXT NOT NULL PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT NOT NULL
);

-- Whose pseudonyms they are. Forgetting somebody deletes their rows here: the audit stays as it was written, and names nobody.

CREATE TABLE pseudonyms (
  subject   TEXT NOT NULL,
  person    TEXT NOT NULL,
  pseudonym TEXT NOT NULL UNIQUE,
  PRIMARY KEY (subject, person)
);

CREATE INDEX pseudonyms_of_person ON pseudonyms (person);
