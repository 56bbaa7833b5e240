BEGIN TRANSACTION;
CREATE TABLE [SchemaVersions] (
    SchemaVersionID INTEGER CONSTRAINT [PK_SchemaVersions_Id] PRIMARY KEY AUTOINCREMENT NOT NULL,
    ScriptName TEXT NOT NULL,
    Applied DATETIME NOT NULL
);
INSERT INTO "SchemaVersions" VALUES(1,'CimentoBot.Storage.Migrations.0001-cases.sql','2026-11-30 11:06:23.589585');
INSERT INTO "SchemaVersions" VALUES(2,'CimentoBot.Storage.Migrations.0002-notebook.sql','2026-11-30 11:06:23.6314269');
INSERT INTO "SchemaVersions" VALUES(3,'CimentoBot.Storage.Migrations.0003-bot-state.sql','2026-11-30 11:06:23.6508774');
INSERT INTO "SchemaVersions" VALUES(4,'CimentoBot.Storage.Migrations.0004-boards.sql','2026-11-30 11:06:23.6633211');
INSERT INTO "SchemaVersions" VALUES(5,'CimentoBot.Storage.Migrations.0005-link-keys.sql','2026-11-30 11:06:23.6770439');
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
INSERT INTO "boards" VALUES('CB-64NF','channel-rcp-os','2026-12-03','Discussed','2026-11-30','2027-02-01',4,'{"Code":"CB-64NF","Channel":"channel-rcp-os","Session":"2026-12-03","Stage":"Discussed","Before":"Posted","SuspendedFor":[],"Presentations":[{"Number":1,"At":"2026-11-30T11:00:07.139611+00:00","Facts":{"lesion":{"site":"vertebra","label":"L3","matrix":"lytic","extent":"small","fracture":"none","compressionFractureRisk":true,"posteriorWall":"intact","canal":"clear","radiculopathy":false},"pain":{"distribution":"localised","intensity":7,"lesionIsSource":true,"control":"poorlyControlled","opioidIntolerance":[]},"plan":{"aims":["painRelief","stabilisation"],"surgicalCandidate":false,"reirradiationPossible":true,"otherTechniquesExhausted":false,"procedureAt":"2026-12-14T08:00:00"},"patient":{"systemicInfection":false,"punctureSiteInfection":false,"severeCoagulopathy":false,"cementAllergy":false,"immunosuppressed":false,"plateletsPerMm3":180000,"prothrombinRatioPercent":92,"bloodsOn":"2026-11-27"},"medications":[{"drug":"clopidogrel"},{"drug":"aspirin","dailyDoseMg":75}]},"Decision":{"Edition":"2026.1","Hash":"451a8d67ae2a","Day":"2026-11-30","AtBest":"EligibleWithConditions","AtWorst":"EligibleWithConditions","Rules":["condition.medication-hold","indication.poorly-controlled-pain","indication.stabilising-alternative","suggestion.radiotherapy-association","suggestion.partial-filling","information.place","information.cement-leak","information.other-complications","information.expected-relief","information.multidisciplinary","information.overall-care"],"Verdict":{"Fr":"\u00C9ligible sous conditions","En":"Eligible with conditions"},"IsOfTheseRules":true},"Question":"Avant la radioth\u00E9rapie ?"}],"Opinions":[{"By":"object-member","Specialty":"Oncology","Value":"Favourable","Comment":"avis de member","At":"2026-11-30T11:00:08.7687337+00:00","Presentation":1},{"By":"object-clinician","Specialty":"Oncology","Value":"FavourableWithConditions","Comment":"avis de clinician","At":"2026-11-30T11:00:08.9132304+00:00","Presentation":1}],"SignOffs":[],"Closings":[],"Reopenings":[],"Reminded":[],"Acknowledgements":[],"Told":1,"LookedOn":null,"Version":3,"Current":{"Number":1,"At":"2026-11-30T11:00:07.139611+00:00","Facts":{"lesion":{"site":"vertebra","label":"L3","matrix":"lytic","extent":"small","fracture":"none","compressionFractureRisk":true,"posteriorWall":"intact","canal":"clear","radiculopathy":false},"pain":{"distribution":"localised","intensity":7,"lesionIsSource":true,"control":"poorlyControlled","opioidIntolerance":[]},"plan":{"aims":["painRelief","stabilisation"],"surgicalCandidate":false,"reirradiationPossible":true,"otherTechniquesExhausted":false,"procedureAt":"2026-12-14T08:00:00"},"patient":{"systemicInfection":false,"punctureSiteInfection":false,"severeCoagulopathy":false,"cementAllergy":false,"immunosuppressed":false,"plateletsPerMm3":180000,"prothrombinRatioPercent":92,"bloodsOn":"2026-11-27"},"medications":[{"drug":"clopidogrel"},{"drug":"aspirin","dailyDoseMg":75}]},"Decision":{"Edition":"2026.1","Hash":"451a8d67ae2a","Day":"2026-11-30","AtBest":"EligibleWithConditions","AtWorst":"EligibleWithConditions","Rules":["condition.medication-hold","indication.poorly-controlled-pain","indication.stabilising-alternative","suggestion.radiotherapy-association","suggestion.partial-filling","information.place","information.cement-leak","information.other-complications","information.expected-relief","information.multidisciplinary","information.overall-care"],"Verdict":{"Fr":"\u00C9ligible sous conditions","En":"Eligible with conditions"},"IsOfTheseRules":true},"Question":"Avant la radioth\u00E9rapie ?"},"Standing":null,"IsPostponed":false,"LastOpinions":[{"By":"object-member","Specialty":"Oncology","Value":"Favourable","Comment":"avis de member","At":"2026-11-30T11:00:08.7687337+00:00","Presentation":1},{"By":"object-clinician","Specialty":"Oncology","Value":"FavourableWithConditions","Comment":"avis de clinician","At":"2026-11-30T11:00:08.9132304+00:00","Presentation":1}],"SpecialtiesHeard":["Oncology"],"WasSignedByBoth":false}');
CREATE TABLE bot_state (
  name TEXT NOT NULL PRIMARY KEY,
  etag TEXT NULL,
  body TEXT NOT NULL
);
INSERT INTO "bot_state" VALUES('msteams/conversations/personal-chat-id-clinician',NULL,'{"$type":"map","Deliveries":"5a7cb464-cd07-456d-b1fb-a90a4cd5f171 eee3d21c-6d28-4eb3-8d11-a27f96b39679 5a9cc144-4550-4a20-85c3-50279a416f2f cd0992ab-dd04-465e-9aa5-56dfe32c4f24 56a220bb-7b46-4cd1-9eca-44b21ca29815 d1d614f8-9a07-4fff-8536-76703780f0f3 61941add-425d-4f3f-94ee-dd03217b25fc 4b120044-db47-4022-9073-f7e2d88943db 24700163-44e3-428c-b951-13ce8b5b133a a21fff98-c48a-440b-9623-7d51b961091a","DialogState":{"$type":"dialogState","dialogStack":[{"$type":"dialogInstance","id":"CimentoBotDialog","state":{"$type":"map","dialogs":{"$type":"dialogState","dialogStack":[{"$type":"dialogInstance","id":"InterviewDialog","state":{"$type":"map","dialogs":{"$type":"dialogState","dialogStack":[{"$type":"dialogInstance","id":"StepDialog","state":{"$type":"map","case":"CB-HZ2A"},"StackIndex":null,"Version":null},{"$type":"dialogInstance","id":"WaterfallDialog","state":{"$type":"map","options":"CB-HZ2A","values":{"$type":"map"},"instanceId":"b61e0838-67ca-416e-9753-ae1cefbd21d5","stepIndex":4},"StackIndex":null,"Version":null}]}},"StackIndex":null,"Version":"EAiS1aHSYYQ6H0O+FiMQ5q7p/9/PwfTfmkacs5Do36Q="}]}},"StackIndex":null,"Version":"xDTiDnojx5Ao7J063aJcfj57GnrzjUQCi8XWqZpVAAE="}]}}');
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
INSERT INTO "cases" VALUES('CB-64NF','object-clinician','personal-chat-id-clinician','Finished','2026-11-30T11:00:03.5959569Z','2026-11-30T11:00:07.6113294Z',21,'{"serviceUrl":"http://127.0.0.1:9/","channelId":"msteams","language":"French","facts":{"lesion":{"site":"vertebra","label":"L3","matrix":"lytic","extent":"small","fracture":"none","compressionFractureRisk":true,"posteriorWall":"intact","canal":"clear","radiculopathy":false},"pain":{"distribution":"localised","intensity":7,"lesionIsSource":true,"control":"poorlyControlled","opioidIntolerance":[]},"plan":{"aims":["painRelief","stabilisation"],"surgicalCandidate":false,"reirradiationPossible":true,"otherTechniquesExhausted":false,"procedureAt":"2026-12-14T08:00:00"},"patient":{"systemicInfection":false,"punctureSiteInfection":false,"severeCoagulopathy":false,"cementAllergy":false,"immunosuppressed":false,"plateletsPerMm3":180000,"prothrombinRatioPercent":92,"bloodsOn":"2026-11-27"},"medications":[{"drug":"clopidogrel"},{"drug":"aspirin","dailyDoseMg":75}]},"asked":["aspirin.dailyDoseMg","lesion.canal","lesion.compressionFractureRisk","lesion.extent","lesion.fracture","lesion.label","lesion.matrix","lesion.posteriorWall","lesion.radiculopathy","lesion.site","medications","medications.other","pain.control","pain.distribution","pain.intensity","pain.lesionIsSource","pain.opioidIntolerance","patient.bloodsOn","patient.cementAllergy","patient.immunosuppressed","patient.plateletsPerMm3","patient.prothrombinRatioPercent","patient.punctureSiteInfection","patient.severeCoagulopathy","patient.systemicInfection","plan.aims","plan.otherTechniquesExhausted","plan.procedureAt","plan.procedureTime","plan.reirradiationPossible","plan.surgicalCandidate","review"],"wanted":null,"ended":false,"step":"verdict","revision":6,"openCard":"1006","draft":{},"typedSinceCard":[],"confirmed":[],"typed":false,"wentOn":false,"decision":{"edition":"2026.1","hash":"451a8d67ae2a","day":"2026-11-30","atBest":"EligibleWithConditions","atWorst":"EligibleWithConditions","rules":["condition.medication-hold","indication.poorly-controlled-pain","indication.stabilising-alternative","information.cement-leak","information.expected-relief","information.multidisciplinary","information.other-complications","information.overall-care","information.place","suggestion.partial-filling","suggestion.radiotherapy-association"]},"post":{"channel":"channel-rcp-os","session":"2026-12-03","question":"Avant la radioth\u00E9rapie ?","serviceUrl":"http://127.0.0.1:9/","conversation":"channel-rcp-os;messageid=1007","message":"1007","facts":"04c2982a06350b16","shown":"04c2982a06350b16","rules":"451a8d67ae2a","refused":null}}');
INSERT INTO "cases" VALUES('CB-HZ2A','object-clinician','personal-chat-id-clinician','Open','2026-11-30T11:00:08.9449839Z','2026-11-30T11:00:09.3463268Z',11,'{"serviceUrl":"http://127.0.0.1:9/","channelId":"msteams","language":"French","facts":{"lesion":{"site":"vertebra","label":"L3","matrix":"lytic","extent":"small","fracture":"none","compressionFractureRisk":true,"posteriorWall":"intact","canal":"clear","radiculopathy":false},"pain":{"distribution":"localised","intensity":7,"lesionIsSource":true,"control":"poorlyControlled","opioidIntolerance":[]},"plan":{"aims":["painRelief","stabilisation"],"surgicalCandidate":false,"reirradiationPossible":true,"otherTechniquesExhausted":false}},"asked":["lesion.canal","lesion.compressionFractureRisk","lesion.extent","lesion.fracture","lesion.label","lesion.matrix","lesion.posteriorWall","lesion.radiculopathy","lesion.site","pain.control","pain.distribution","pain.intensity","pain.lesionIsSource","pain.opioidIntolerance","plan.aims","plan.otherTechniquesExhausted","plan.reirradiationPossible","plan.surgicalCandidate"],"wanted":null,"ended":false,"step":"patient","revision":3,"openCard":"1010","draft":{"patient.plateletsPerMm3":"90 G/L"},"typedSinceCard":["patient.plateletsPerMm3"],"confirmed":[],"typed":true,"wentOn":false,"decision":null,"post":null}');
CREATE TABLE channels (
  id   TEXT NOT NULL PRIMARY KEY,
  team TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE TABLE link_keys (
  name TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
);
CREATE TABLE members (
  roster TEXT NOT NULL,
  person TEXT NOT NULL,
  role   TEXT NOT NULL,
  tenant TEXT NOT NULL,
  PRIMARY KEY (roster, person)
);
INSERT INTO "members" VALUES('team','29:clinician','owner','');
INSERT INTO "members" VALUES('team','29:member','owner','');
CREATE TABLE notebook (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);
INSERT INTO "notebook" VALUES('active:msteams:personal-chat-id-clinician:object-clinician','CB-HZ2A');
INSERT INTO "notebook" VALUES('thread:channel-rcp-os;messageid=1007','CB-64NF');
INSERT INTO "notebook" VALUES('roster:team','2026-11-30T11:00:08.7428004+00:00');
CREATE TABLE outbox (
  id       TEXT   NOT NULL PRIMARY KEY,
  subject  TEXT   NOT NULL,
  kind     TEXT   NOT NULL,
  name     TEXT   NULL UNIQUE,
  due_at   TEXT   NOT NULL,
  attempts BIGINT NOT NULL,
  sent_at  TEXT   NULL
);
INSERT INTO "outbox" VALUES('01a22c1c-aee9-7cb6-86a1-4b60f7e31781','CB-64NF','board.post',NULL,'2026-11-30T11:00:07.0178977Z',0,'2026-11-30T11:00:07.7916088Z');
INSERT INTO "outbox" VALUES('01a237b2-e280-7d8c-b187-de6fcd520647','channel-rcp-os','board.agenda','agenda:channel-rcp-os:2026-12-03','2026-12-02T17:00:00.0000000Z',0,NULL);
INSERT INTO "outbox" VALUES('01a25699-0a80-7a07-a731-3840671e25c0','CB-64NF','reminder.stop','reminder:CB-64NF:stop:clopidogrel:2026-12-08T1700Z','2026-12-08T17:00:00.0000000Z',0,NULL);
INSERT INTO "outbox" VALUES('01a2599a-1580-712a-9348-d17f6efe3eff','CB-64NF','reminder.stop','reminder:CB-64NF:stop:clopidogrel:2026-12-09T0700Z','2026-12-09T07:00:00.0000000Z',0,NULL);
INSERT INTO "outbox" VALUES('01a237b2-e280-77f3-8644-1811a78f5996','CB-64NF','reminder.signOff','reminder:CB-64NF:signOff::2026-12-02T1700Z','2026-12-02T17:00:00.0000000Z',0,NULL);
INSERT INTO "outbox" VALUES('01a22c1c-b9f9-7c0b-8658-5d2ef1a12cd3','CB-64NF','board.rewrite',NULL,'2026-11-30T11:00:09.8495108Z',0,'2026-11-30T11:00:09.9108740Z');
INSERT INTO "outbox" VALUES('01a22c1c-ba3a-712e-88e2-2c25161a3ac9','CB-64NF','board.rewrite',NULL,'2026-11-30T11:00:09.9144856Z',0,'2026-11-30T11:00:10.0488903Z');
CREATE INDEX cases_of_owner ON cases (owner, started_at);
CREATE INDEX boards_of_session ON boards (channel, session);
CREATE INDEX boards_to_look_at ON boards (looked_on, until);
CREATE INDEX channels_of_team ON channels (team);
CREATE INDEX outbox_to_send ON outbox (sent_at, due_at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('SchemaVersions',5);
COMMIT;
