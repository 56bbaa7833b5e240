BEGIN TRANSACTION;
CREATE TABLE [SchemaVersions] (
    SchemaVersionID INTEGER CONSTRAINT [PK_SchemaVersions_Id] PRIMARY KEY AUTOINCREMENT NOT NULL,
    ScriptName TEXT NOT NULL,
    Applied DATETIME NOT NULL
);
INSERT INTO "SchemaVersions" VALUES(1,'CimentoBot.Storage.Migrations.0001-cases.sql','2026-11-30 11:06:13.390811');
INSERT INTO "SchemaVersions" VALUES(2,'CimentoBot.Storage.Migrations.0002-notebook.sql','2026-11-30 11:06:13.4152033');
INSERT INTO "SchemaVersions" VALUES(3,'CimentoBot.Storage.Migrations.0003-bot-state.sql','2026-11-30 11:06:13.4166412');
CREATE TABLE bot_state (
  name TEXT NOT NULL PRIMARY KEY,
  etag TEXT NULL,
  body TEXT NOT NULL
);
INSERT INTO "bot_state" VALUES('msteams/conversations/personal-chat-id-clinician',NULL,'{"$type":"map","DialogState":{"$type":"dialogState","dialogStack":[{"$type":"dialogInstance","id":"CimentoBotDialog","state":{"$type":"map","dialogs":{"$type":"dialogState","dialogStack":[{"$type":"dialogInstance","id":"InterviewDialog","state":{"$type":"map","dialogs":{"$type":"dialogState","dialogStack":[{"$type":"dialogInstance","id":"StepDialog","state":{"$type":"map","case":"CB-V7QE"},"StackIndex":null,"Version":null},{"$type":"dialogInstance","id":"WaterfallDialog","state":{"$type":"map","options":"CB-V7QE","values":{"$type":"map"},"instanceId":"b419cb23-01ce-4564-836c-23b4339b6951","stepIndex":4},"StackIndex":null,"Version":null}]}},"StackIndex":null,"Version":"EAiS1aHSYYQ6H0O+FiMQ5q7p/9/PwfTfmkacs5Do36Q="}]}},"StackIndex":null,"Version":"xDTiDnojx5Ao7J063aJcfj57GnrzjUQCi8XWqZpVAAE="}]}}');
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
INSERT INTO "cases" VALUES('CB-CM8Y','object-clinician','personal-chat-id-clinician','Finished','2026-11-30T11:00:03.0010712Z','2026-11-30T11:00:05.8572187Z',21,'{"serviceUrl":"http://127.0.0.1:9/","channelId":"msteams","language":"French","facts":{"lesion":{"site":"vertebra","label":"L3","matrix":"lytic","extent":"small","fracture":"none","compressionFractureRisk":true,"posteriorWall":"intact","canal":"clear","radiculopathy":false},"pain":{"distribution":"localised","intensity":7,"lesionIsSource":true,"control":"poorlyControlled","opioidIntolerance":[]},"plan":{"aims":["painRelief","stabilisation"],"surgicalCandidate":false,"reirradiationPossible":true,"otherTechniquesExhausted":false,"procedureAt":"2026-12-14T08:00:00"},"patient":{"systemicInfection":false,"punctureSiteInfection":false,"severeCoagulopathy":false,"cementAllergy":false,"immunosuppressed":false,"plateletsPerMm3":180000,"prothrombinRatioPercent":92,"bloodsOn":"2026-11-27"},"medications":[{"drug":"clopidogrel"},{"drug":"aspirin","dailyDoseMg":75}]},"asked":["aspirin.dailyDoseMg","lesion.canal","lesion.compressionFractureRisk","lesion.extent","lesion.fracture","lesion.label","lesion.matrix","lesion.posteriorWall","lesion.radiculopathy","lesion.site","medications","medications.other","pain.control","pain.distribution","pain.intensity","pain.lesionIsSource","pain.opioidIntolerance","patient.bloodsOn","patient.cementAllergy","patient.immunosuppressed","patient.plateletsPerMm3","patient.prothrombinRatioPercent","patient.punctureSiteInfection","patient.severeCoagulopathy","patient.systemicInfection","plan.aims","plan.otherTechniquesExhausted","plan.procedureAt","plan.procedureTime","plan.reirradiationPossible","plan.surgicalCandidate","review"],"ended":false,"step":"verdict","revision":6,"openCard":"1006","draft":{},"typedSinceCard":[],"confirmed":[],"typed":false,"wentOn":false,"post":{"channel":"channel-rcp-os","session":"2026-12-03","question":"Avant la radioth\u00E9rapie ?","serviceUrl":"http://127.0.0.1:9/","conversation":"channel-rcp-os;messageid=1007","message":"1007"}}');
INSERT INTO "cases" VALUES('CB-V7QE','object-clinician','personal-chat-id-clinician','Open','2026-11-30T11:00:06.9285705Z','2026-11-30T11:00:07.2115466Z',11,'{"serviceUrl":"http://127.0.0.1:9/","channelId":"msteams","language":"French","facts":{"lesion":{"site":"vertebra","label":"L3","matrix":"lytic","extent":"small","fracture":"none","compressionFractureRisk":true,"posteriorWall":"intact","canal":"clear","radiculopathy":false},"pain":{"distribution":"localised","intensity":7,"lesionIsSource":true,"control":"poorlyControlled","opioidIntolerance":[]},"plan":{"aims":["painRelief","stabilisation"],"surgicalCandidate":false,"reirradiationPossible":true,"otherTechniquesExhausted":false}},"asked":["lesion.canal","lesion.compressionFractureRisk","lesion.extent","lesion.fracture","lesion.label","lesion.matrix","lesion.posteriorWall","lesion.radiculopathy","lesion.site","pain.control","pain.distribution","pain.intensity","pain.lesionIsSource","pain.opioidIntolerance","plan.aims","plan.otherTechniquesExhausted","plan.reirradiationPossible","plan.surgicalCandidate"],"ended":false,"step":"patient","revision":3,"openCard":"1010","draft":{"patient.plateletsPerMm3":"90 G/L"},"typedSinceCard":["patient.plateletsPerMm3"],"confirmed":[],"typed":true,"wentOn":false,"post":null}');
CREATE TABLE notebook (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);
INSERT INTO "notebook" VALUES('active:msteams:personal-chat-id-clinician:object-clinician','CB-V7QE');
CREATE TABLE outbox (
  id        TEXT    NOT NULL PRIMARY KEY,
  case_code TEXT    NOT NULL REFERENCES cases (code) ON DELETE CASCADE,
  kind      TEXT    NOT NULL,
  due_at    TEXT    NOT NULL,
  attempts  BIGINT  NOT NULL,
  sent_at   TEXT    NULL
);
INSERT INTO "outbox" VALUES('01a22c1c-a9e9-70c1-9486-329057d45e43','CB-CM8Y','board.post','2026-11-30T11:00:05.7377308Z',0,'2026-11-30T11:00:05.8976147Z');
CREATE INDEX cases_of_owner ON cases (owner, started_at);
CREATE INDEX outbox_unsent ON outbox (sent_at, due_at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('SchemaVersions',3);
COMMIT;
