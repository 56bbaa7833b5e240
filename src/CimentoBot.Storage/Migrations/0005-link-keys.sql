-- The keys that sign links to paper, as ASP.NET Core's data protection writes them: XML, one element each.

CREATE TABLE link_keys (
  name TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
);
