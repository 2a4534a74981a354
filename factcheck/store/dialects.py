"""What SQLite and PostgreSQL say differently: looking into the JSON of a row. All else is read with the same SQL."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The queries of a kind of database that look into JSON, each with the same columns and parameters on both.

    `corrected`: whether a person corrected the claim of a stored fold `s`; `rested_on`: what verdicts rest on;
    `set_aside`: counts the sentences of a revision without claims; `contacts`: the names of contacts brought as
    evidence; `brought`: all evidence brought by hand; `mark_unclean`: notes that what was erased may still stand in the
    files.
    """

    name: str
    corrected: str
    rested_on: str
    set_aside: str
    contacts: str
    brought: str
    mark_unclean: str


UNCLEAN = 1
"""The `user_version` of a file from which words were erased that may still stand in its free pages or its log."""

SQLITE = Dialect(
    name="sqlite",
    corrected="""instr(s.payload, '"corrections":{"')""",
    rested_on="""
SELECT b.claim, b.evidence, json_extract(e.payload, '$.candidate.source.id') AS id,
       json_extract(e.payload, '$.candidate.source.digest') AS digest,
       json_extract(e.payload, '$.candidate.source.path') AS path,
       json_extract(e.payload, '$.candidate.source.url') AS url
FROM (SELECT s.claim, j.value AS evidence FROM claim_state s, json_each(s.payload, '$.cited') j
      WHERE s.rating <> '' AND json_valid(s.payload)
      UNION SELECT s.claim, j.key FROM claim_state s, json_each(s.payload, '$.stances') j
      WHERE s.rating <> '' AND json_valid(s.payload) AND json_extract(j.value, '$.stance') <> 'unrelated') b
JOIN evidence e ON e.id = b.evidence AND json_valid(e.payload)
""",
    set_aside="""
SELECT count(*) AS sentences FROM revision r, json_tree(r.sentences) s
WHERE r.id = :id AND s.key = 'disposition' AND s.atom <> 'claims'
""",
    contacts="""
SELECT DISTINCT origin, json_extract(payload, '$.candidate.source.title') AS name FROM evidence
WHERE origin LIKE :brought AND json_valid(payload)
AND json_extract(payload, '$.candidate.source.sensitivity') = 'confidential'
""",
    brought="""
SELECT * FROM evidence WHERE json_valid(payload)
AND json_extract(payload, '$.candidate.source.id') LIKE :brought ORDER BY rowid
""",
    mark_unclean=f"PRAGMA user_version = {UNCLEAN}",
)

POSTGRES = Dialect(
    name="postgresql",
    corrected="""strpos(s.payload, '"corrections":{"') > 0""",
    rested_on="""
SELECT b.claim, b.evidence, e.payload::json #>> '{candidate,source,id}' AS id,
       e.payload::json #>> '{candidate,source,digest}' AS digest,
       e.payload::json #>> '{candidate,source,path}' AS path,
       e.payload::json #>> '{candidate,source,url}' AS url
FROM (SELECT s.claim, j.value AS evidence
      FROM claim_state s, json_array_elements_text(s.payload::json -> 'cited') AS j(value) WHERE s.rating <> ''
      UNION SELECT s.claim, j.key FROM claim_state s, json_each(s.payload::json -> 'stances') AS j(key, value)
      WHERE s.rating <> '' AND j.value ->> 'stance' <> 'unrelated') b
JOIN evidence e ON e.id = b.evidence
ORDER BY b.claim, b.evidence
""",
    set_aside="""
SELECT count(*) AS sentences FROM revision r, json_array_elements(r.sentences::json) AS s(value)
WHERE r.id = :id AND s.value ->> 'disposition' <> 'claims'
""",
    contacts="""
SELECT DISTINCT origin, payload::json #>> '{candidate,source,title}' AS name FROM evidence
WHERE origin LIKE :brought AND payload::json #>> '{candidate,source,sensitivity}' = 'confidential'
""",
    brought="""
SELECT * FROM evidence WHERE payload::json #>> '{candidate,source,id}' LIKE :brought ORDER BY rowid
""",
    mark_unclean="INSERT INTO mark (name, value) VALUES ('unclean', '') ON CONFLICT DO NOTHING",
)
