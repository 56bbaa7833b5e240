-- A message that makes another one in Teams is noted as begun before it leaves: where the note still stands, nobody knows whether it
-- arrived, and it is not sent again. On a message that is over it says that it stayed unanswered.

ALTER TABLE outbox ADD COLUMN begun TEXT NULL;
