"""An article that was checked by its address: its page is in the dossier as it was received, and is verified there."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.cli.command import written
from tests.dossier.desk import parts_of, told, zipped
from tests.web.site import Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, workspace
from tests.web.test_kept_and_verified import kept, packed_anew

__all__ = ["factcheck", "workspace"]  # fixtures


@pytest.fixture
def checked(site: Site, factcheck: Command) -> str:
    url = site.add("/harbour", reply(200, PAGE))
    assert factcheck("check", url).code == 0
    return url


def exported(factcheck: Command, folder: Path) -> tuple[Path, str]:
    """Export the dossier; return its file, and what was said."""
    path = folder / "dossier.zip"
    ended = factcheck("dossier", "export", "harbour", "--output", str(path), "--force")
    assert ended.code == 0, ended.err
    return path, ended.err


def manifest_of(path: Path) -> dict:
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read("manifest.json"))


def test_the_articles_own_page_is_in_its_dossier(
    checked: str, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    (file,) = kept(workspace)
    path, _ = exported(factcheck, tmp_path)
    parts = parts_of(path.read_bytes())
    name = str(file.relative_to(workspace))
    assert parts[name] == file.read_bytes()
    records = [one for one in ArchiveIterator(BytesIO(parts[name])) if one.rec_type == "response"]
    assert [one.rec_headers.get_header("WARC-Target-URI") for one in records] == [checked]
    (part,) = [one for one in manifest_of(path)["parts"] if one["name"] == name]
    assert part["what"].startswith("the article's own page as it was received")
    assert f"Page:       as it was received: {name}" in parts["README.txt"].decode()
    assert f"fetched: article (200): {checked}" in factcheck("audit", "log").out
    assert factcheck("dossier", "verify", str(path)).code == 0
    assert factcheck("dossier", "replay", str(path)).code == 0
    assert factcheck("audit", "verify").code == 0


def test_each_time_that_the_article_was_fetched_is_there(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    url = site.add("/harbour", reply(200, PAGE, ("Cache-Control", "no-store")))
    factcheck("check", url)
    factcheck("check", url)
    path, _ = exported(factcheck, tmp_path)
    assert {name for name in parts_of(path.read_bytes()) if name.startswith("snapshots/")} == {
        str(file.relative_to(workspace)) for file in kept(workspace)
    }
    assert len(kept(workspace)) == 2
    assert told(path.read_bytes()) == []


def test_another_articles_page_is_not_in_it(site: Site, workspace: Path, factcheck: Command, tmp_path: Path) -> None:
    factcheck("check", site.add("/harbour", reply(200, PAGE)))
    other = reply(200, PAGE.replace(b"Ostwick", b"Velmouth").replace(b"Five cranes", b"Five barges"))
    factcheck("check", site.add("/barges", other))
    path = tmp_path / "dossier.zip"
    assert factcheck("dossier", "export", "barges", "--output", str(path)).code == 0
    assert sum(name.startswith("snapshots/") for name in parts_of(path.read_bytes())) == 1
    assert told(path.read_bytes()) == []


def test_a_page_that_was_changed_in_the_dossier_is_not_what_the_log_says(
    checked: str, factcheck: Command, tmp_path: Path
) -> None:
    path, _ = exported(factcheck, tmp_path)
    parts = parts_of(path.read_bytes())
    (name,) = [one for one in parts if one.startswith("snapshots/")]
    changed = tmp_path / name
    changed.parent.mkdir(parents=True)
    changed.write_bytes(parts[name])
    packed_anew(changed, b"URI: http://127.0.0.1", b"URI: http://127.0.0.2")
    faults = told(zipped({**parts, name: changed.read_bytes()}))
    assert any(fault.startswith(f"{name}: is not the file that event ") for fault in faults)
    del parts[name]
    assert f"{name}: is neither here nor told as missing" in told(zipped(parts))


@pytest.mark.parametrize("how", ["deleted", "damaged", "another"])
def test_a_page_that_is_not_there_any_more_is_told_as_missing(
    checked: str, workspace: Path, factcheck: Command, tmp_path: Path, how: str
) -> None:
    (file,) = kept(workspace)
    if how == "deleted":
        file.unlink()
    elif how == "damaged":
        file.write_bytes(file.read_bytes()[:-9])
    else:
        packed_anew(file, b"URI: http://127.0.0.1", b"URI: http://127.0.0.2")
    name = str(file.relative_to(workspace))
    path, said = exported(factcheck, tmp_path)
    assert f"missing: {name}: " in said
    assert [one["part"] for one in manifest_of(path)["missing"]] == [name]
    parts = parts_of(path.read_bytes())
    assert name not in parts
    assert f"Page:       missing, see below: {name}" in parts["README.txt"].decode()
    ended = factcheck("dossier", "verify", str(path))
    assert (ended.code, f"missing when it was exported: {name}" in ended.err) == (0, True)


def test_an_article_from_a_file_has_no_page(factcheck: Command, tmp_path: Path) -> None:
    factcheck("check", written(tmp_path, "harbour.txt", "The harbour of Ostwick has five cranes.\n"))
    path, _ = exported(factcheck, tmp_path)
    assert "Page:       none is here" in parts_of(path.read_bytes())["README.txt"].decode()


def test_a_fetch_that_became_no_article_is_on_record_all_the_same(site: Site, factcheck: Command) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    assert factcheck("check", url, "--revision-of", "nothing").code == 3
    assert f"fetched: article (200): {url}" in factcheck("audit", "log").out
    assert "became no source" not in factcheck("doctor").out
