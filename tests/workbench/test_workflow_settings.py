"""The workflow of a workspace from its factcheck.toml: what would leave a claim stuck is refused, by file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import SettingsError
from factcheck.review.steps import POSSIBLE, ReviewStep, Role, unreachable, untakeable
from factcheck.settings import load_settings
from factcheck.workbench.workflow import workflow_of

FILE = "factcheck.toml"


def test_the_shipped_workflow_narrows_no_state_and_lets_no_claim_get_stuck() -> None:
    workflow = workflow_of(load_settings(None, {}))
    assert untakeable(workflow) == ()
    assert unreachable(workflow) == ()
    assert {step: workflow.rules[step].states for step in POSSIBLE} == dict(POSSIBLE)
    assert not workflow.may("anybody", ReviewStep.BYPASS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[workflow.steps.sign]\nwho = []\n", "nobody may take the step 'sign': 'workflow.steps.sign.who' has no role"),
        (
            '[workflow]\nothers = ["checker"]\n',
            "nobody may take the step 'sign': 'workflow.steps.sign.who' has reviewer, editor, which nobody has",
        ),
        (
            "[workflow.steps.submit]\nstates = []\n",
            "no claim can come to the state 'in-review': 'workflow.steps.submit.states' names no state",
        ),
        (
            "[workflow.steps.settle]\nstates = []\n[workflow.steps.close]\nstates = []\n",
            "no claim can come to the state 'cut'",
        ),
        (
            '[workflow.steps.sign]\nstates = ["waived"]\n',
            "no verdict can be signed: 'workflow.steps.sign.states' does not name proposed or in-review",
        ),
        (
            '[workflow.steps.propose]\nstates = ["signed", "returned"]\n',
            "no claim that is open can get a verdict: 'workflow.steps.propose.states' does not name extracted or",
        ),
        (
            '[workflow.steps.sign]\nstates = ["disputed"]\n',
            "'workflow.steps.sign.states': the step 'sign' is never taken in the state 'disputed'",
        ),
        (
            '[workflow.steps.sign]\nstates = ["sealed"]\n',
            "wrong value for 'workflow.steps.sign.states': expected extracted, assigned",
        ),
        ('[workflow.steps.sign]\nwho = ["boss"]\n', "wrong value for 'workflow.steps.sign.who': expected writer"),
        ('[workflow.people]\nann = ["boss"]\n', "wrong value for 'workflow.people.ann': expected writer"),
        ('[workflow.people]\nann = "editor"\n', "wrong value for 'workflow.people.ann': expected a list"),
        ('[workflow.people]\nann = []\n"A nn" = []\n', "'workflow.people.A nn' names nobody, or somebody"),
        ('[workflow.people]\n"an\u200bn" = ["editor"]\n', "is no name for a user"),
        ('[workflow.people]\n"ann\ufe0f" = ["editor"]\n', "character that nobody sees"),
        ('[workflow.renamed]\n"\u2800ann" = ["bob"]\n', "character that nobody sees"),
        ("[workflow.steps.seal]\nwho = []\n", "unknown key 'workflow.steps.seal': expected one of assign, bypass"),
        ("[workflow.steps.sign]\nwhom = []\n", "unknown key 'workflow.steps.sign.whom': expected one of states, who"),
        (
            "[workflow.policy]\nprimary = -1\n",
            "wrong value for 'workflow.policy.primary': expected a whole number >= 0",
        ),
        (
            '[workflow.policy]\nrules = [{rating = "great", primary = 1, secondary = 1}]\n',
            "wrong value for 'workflow.policy.rules.0.rating': expected",
        ),
        (
            '[workflow.policy]\nrules = [{content = "poem", primary = 1, secondary = 1}]\n',
            "wrong value for 'workflow.policy.rules.0.content': expected directive, fact",
        ),
        (
            '[workflow.policy]\nrules = [{rating = "confirmed"}]\n',
            "the key 'workflow.policy.rules.0.primary' is missing",
        ),
    ],
)
def test_what_cannot_work_names_file_key_and_what_is_expected(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(SettingsError) as caught:
        workflow_of(load_settings(tmp_path, {}))
    assert str(caught.value).startswith(str(tmp_path / FILE))
    assert expected in str(caught.value)


def test_people_have_their_own_roles_and_all_others_those_of_others(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[workflow]\nothers = ["checker"]\n[workflow.people]\n"Eva Lund" = ["editor"]\n')
    workflow = workflow_of(load_settings(tmp_path, {}))
    assert workflow.roles("eva lund") == {Role.EDITOR}
    assert workflow.roles("ann") == {Role.CHECKER}


def test_no_variable_sets_who_may_do_what() -> None:
    for variable in ("FACTCHECK_WORKFLOW__OTHERS", "FACTCHECK_WORKFLOW__STEPS__BYPASS__WHO"):
        with pytest.raises(SettingsError, match=f"{variable}: .*a rule of the workspace"):
            load_settings(None, {variable: '["editor"]'})
