"""The shipped scales, concerns and concepts; and what is wrong with such files is said."""

from pathlib import Path

import pytest

from assessment.definitions import concerns, measure_sets, survey_definitions, survey_scales
from assessment.definitions.survey_files import read_surveys
from assessment.errors import DefinitionFault
from assessment.survey.questionnaire import Concept

AUTHORED = 'author = "A"\nchecker = "C"\nreviewed = 2026-01-31\nsource = "S"\n'
CONCEPTS = AUTHORED + '[[concept]]\nid = "age"\nlabel = "Age"\nwords = [["age"]]\n'
CONCERNS = AUTHORED + '[[concern]]\nid = "drugs"\nlabel = "Drugs"\npolice-uk = ["drugs"]\n'
COLUMNS = AUTHORED + "".join(
    f'{use} = ["X"]\n'
    for use in (
        *("respondent", "time", "status", "administrative", "administrative_beginnings"),
        *("weight", "weight_endings"),
        *("test", "partial", "given_names"),
    )
)
SILENCES = (
    'dont_know = ["DK"]\nnot_applicable = ["NA"]\nblank = ["None given"]\n'
    'not_asked = ["Routed past"]\ntranslations = [["Yes", "Ie"]]\n'
)
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
        # As community safety surveys of English councils, panels and the Place Survey put it.
        ("How safe do you feel in Medway during the day?", Concept.SAFE_BY_DAY),
        ("How safe or unsafe do you feel walking alone in daylight?", Concept.SAFE_BY_DAY),
        ("In the town centre, how safe do you feel in the daytime?", Concept.SAFE_BY_DAY),
        ("How safe or unsafe do you feel outside in the evening?", Concept.SAFE_AFTER_DARK),
        (
            "How safe or unsafe do you feel when outside in your area after dark?",
            Concept.SAFE_AFTER_DARK,
        ),
        ("Do you feel safe using public transport at night?", Concept.SAFE_AFTER_DARK),
        (
            "How confident are you that you would be safe walking home at night?",
            Concept.SAFE_AFTER_DARK,
        ),
        ("Which of the following are a problem in your area?", Concept.PROBLEM),
        ("How much of a problem do you think each of the following is?", Concept.PROBLEM),
        ("Which of these issues concern you most where you live?", Concept.PROBLEM),
        ("What is the biggest issue where you live?", Concept.PROBLEM),
        ("How worried are you about being burgled?", Concept.PROBLEM),
        ("What crime and disorder are you most concerned about?", Concept.PROBLEM),
        ("Which problems should be addressed as a priority?", Concept.PRIORITY),
        ("What should be the partnership's top three priorities?", Concept.PRIORITY),
        ("What do you think the police and the council should focus on?", Concept.PRIORITY),
        ("Which issues should the police and council be tackling first?", Concept.PRIORITY),
        ("Which of these is most important for us to deal with?", Concept.PRIORITY),
        ("What would make you feel safer after dark?", Concept.WOULD_HELP),
        ("Which of these would improve your feeling of safety?", Concept.WOULD_HELP),
        ("What could be done to make the area safe?", Concept.WOULD_HELP),
        ("How confident are you in the police?", Concept.CONFIDENCE),
        ("How confident are you that problems you report are dealt with?", Concept.CONFIDENCE),
        (
            "How confident are you that the police deal with the issues most important to you?",
            Concept.CONFIDENCE,
        ),
        (
            "How much do you agree that the police and local council are dealing with the "
            "anti-social behaviour and crime issues that matter in this area?",
            Concept.CONFIDENCE,
        ),
        (
            "How much do you agree that the police and other local public services seek people's "
            "views about these issues in your local area?",
            Concept.CONFIDENCE,
        ),
        (
            "Taking everything into account, how good a job are the police doing?",
            Concept.CONFIDENCE,
        ),
        ("How much trust do you have in the council to solve problems?", Concept.CONFIDENCE),
        ("How satisfied are you with how the police respond to concerns?", Concept.CONFIDENCE),
        ("The police can be relied on when you need them", Concept.CONFIDENCE),
        ("How well informed do you feel about what is done about problems?", Concept.CONFIDENCE),
        ("Have you been a victim of crime in the last year?", Concept.EXPERIENCE),
        ("Have you or your household experienced any of these problems?", Concept.EXPERIENCE),
        ("Have you personally witnessed anti-social behaviour?", Concept.EXPERIENCE),
        ("Which of these have affected you in the past 12 months?", Concept.EXPERIENCE),
        ("Which ward do you live in?", Concept.WARD),
        ("What area of the borough do you live in?", Concept.WARD),
        ("Which town or village do you live in?", Concept.WARD),
        ("Where in the district do you live?", Concept.WARD),
        ("How old are you?", Concept.AGE),
        ("Which of these age groups do you belong to?", Concept.AGE),
        ("What was your age at your last birthday?", Concept.AGE),
        ("What is your gender?", Concept.SEX),
        ("Are you male or female?", Concept.SEX),
        ("What is your sex as recorded at birth?", Concept.SEX),
        # About none of these.
        ("Is the gender you identify with the same as your sex registered at birth?", None),
        ("What is your sexual orientation?", Concept.WHO_THEY_ARE),
        ("Do you feel safer than you did a year ago?", None),
        ("Which language do you speak?", None),  # 'language' is not 'age'
        ("How long have you lived here?", None),
        ("What is your ethnic group?", Concept.WHO_THEY_ARE),
        ("How often do you see police officers?", None),
        ("Did you report it to the police?", None),
        ("Are you responding as a resident or on behalf of a business?", None),
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
