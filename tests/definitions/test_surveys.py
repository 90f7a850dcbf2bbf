"""The shipped scales, concerns and concepts; and what is wrong with such files is said."""

from pathlib import Path

import pytest

from assessment.definitions import concerns, measure_sets, survey_definitions, survey_scales
from assessment.definitions.survey_files import read_surveys
from assessment.errors import DefinitionFault
from assessment.survey import Concept

AUTHORED = 'author = "A"\nchecker = "C"\nreviewed = 2026-01-31\nsource = "S"\n'
CONCEPTS = AUTHORED + '[[concept]]\nid = "age"\nlabel = "Age"\nwords = [["age"]]\n'
CONCERNS = AUTHORED + '[[concern]]\nid = "drugs"\nlabel = "Drugs"\npolice-uk = ["drugs"]\n'
COLUMNS = AUTHORED + "".join(
    f'{use} = ["X"]\n'
    for use in ("respondent", "time", "status", "administrative", "test", "partial", "given_names")
)
SILENCES = 'dont_know = ["DK"]\nnot_applicable = ["NA"]\nblank = ["None given"]\n'
SCALES = (
    f"{AUTHORED}{SILENCES}"
    '[[scale]]\nid = "safety"\nlabel = "S"\ngood = "Safe"\nbad = "Unsafe"\n'
    '[[scale.point]]\nlabel = "Safe"\nside = "good"\n'
    '[[scale.point]]\nlabel = "Unsafe"\nside = "bad"\n'
)
BACKWARDS = SCALES.replace('"good"\n[[', '"bad"\n[[').removesuffix('"bad"\n') + '"good"\n'


@pytest.mark.parametrize(
    ("option", "concern"),
    [
        ("People using or dealing drugs", "drugs"),
        ("Drug dealing in the park", "drugs"),
        ("People driving carelessly or too fast", "speeding"),
        ("People fly tipping", "fly-tipping"),
        ("Fly-tipping", "fly-tipping"),
        ("People dropping litter", "litter"),
        ("People being drunk or rowdy in public places", "drunk-or-rowdy"),
        ("People not clearing away dog fouling", "dog-fouling"),
        ("VIOLENT CRIME", "violent-crime"),
        ("Burglary", "burglary"),
        ("Antisocial behaviour", "anti-social-behaviour"),
        ("Violence against women and girls", "violence-against-women"),  # not violent crime
        ("Domestic violence", "domestic-abuse"),  # nor is this
        ("None of these", None),
        ("CCTV", None),
    ],
)
def test_an_option_names_its_concern(option: str, concern: str | None) -> None:
    assert survey_definitions().concern_of(option) == concern


@pytest.mark.parametrize(
    ("wording", "concept"),
    [
        ("How safe do you feel in Medway during the day?", Concept.SAFE_BY_DAY),
        ("How safe or unsafe do you feel outside in the evening?", Concept.SAFE_AFTER_DARK),
        ("How safe do you feel after dark?", Concept.SAFE_AFTER_DARK),
        ("Which of the following are a problem in your area?", Concept.PROBLEM),
        ("Which problems should be addressed as a priority?", Concept.PRIORITY),
        ("What would make you feel safer after dark?", Concept.WOULD_HELP),
        ("How confident are you in the police?", Concept.CONFIDENCE),
        ("Have you been a victim of crime in the last year?", Concept.EXPERIENCE),
        ("Which ward do you live in?", Concept.WARD),
        ("How old are you?", Concept.AGE),
        ("What is your gender?", Concept.SEX),
        ("Which language do you speak?", None),  # 'language' is not 'age'
    ],
)
def test_a_question_tells_what_it_is_about(wording: str, concept: Concept | None) -> None:
    assert survey_definitions().concept_of(wording) == concept


def test_every_concern_has_measures_that_exist_or_a_reason() -> None:
    assert concerns()["speeding"].no_counterpart == "road traffic, not recorded crime"
    assert concerns()["drugs"].measures == {
        "police-uk": ("drugs",),
        "home-office": ("drug-offences",),
    }
    for concern in concerns().values():
        assert bool(concern.measures) != bool(concern.no_counterpart), concern.id
        for measure_set, ids in concern.measures.items():
            assert [measure_sets()[measure_set].measure(each).id for each in ids] == [*ids]


def test_concepts_are_those_of_the_vocabulary() -> None:
    shipped = {concept.id for concept in survey_definitions().concepts}
    assert shipped == {concept.value for concept in Concept} - {"other"}


def test_scales_run_from_good_to_bad() -> None:
    assert [point.side for point in survey_scales()["safety"].points] == [1, 1, 0, -1, -1]
    assert survey_scales()["safety"].nets == {1: "Safe", -1: "Unsafe"}


def written(folder: Path, **files: str) -> Path:
    sound = {"columns": COLUMNS, "concepts": CONCEPTS, "concerns": CONCERNS, "scales": SCALES}
    for name, text in (sound | files).items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_sound_files_are_read(tmp_path: Path) -> None:
    found = read_surveys(written(tmp_path), {"police-uk": ["drugs"], "home-office": []})
    assert found.concerns["drugs"].measures == {"police-uk": ("drugs",)}


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"scales": SCALES.replace('"good"', '"up"')}, "one of good, middle, bad, found 'up'"),
        ({"scales": SCALES + "x = 1\n"}, "no such field"),
        ({"columns": COLUMNS.replace("partial", "part")}, "partial: expected a list of texts"),
        ({"scales": BACKWARDS}, "points from good to bad"),
        ({"scales": SCALES.replace('"NA"', '"dk"')}, "each name in one of them, found 'dk'"),
        ({"scales": SCALES.replace('"DK"', '"Safe"')}, "names that are an answer, found 'safe'"),
        ({"concerns": CONCERNS.replace('drugs"]', 'drug"]')}, "something that exists"),
        ({"concerns": CONCERNS.replace('police-uk = ["drugs"]', "")}, "or else the reason"),
        ({"concerns": CONCERNS + 'no_counterpart = "R"\n'}, "or else the reason"),
        ({"concerns": CONCERNS + 'aliases = ["drugs"]\n'}, "each name once, found 'drugs'"),
        ({"concepts": CONCEPTS + CONCEPTS[len(AUTHORED) :]}, "each id once, found 'age'"),
        ({"concepts": CONCEPTS.replace('words = [["age"]]', 'words = ["age"]')}, "lists of texts"),
    ],
)
def test_faults_are_said(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    with pytest.raises(DefinitionFault) as caught:
        read_surveys(written(tmp_path, **files), {"police-uk": ["drugs"], "home-office": []})
    assert fault in str(caught.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "scales.toml").unlink()
    with pytest.raises(DefinitionFault, match=r"scales\.toml"):
        read_surveys(tmp_path, {})
