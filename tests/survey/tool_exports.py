"""The same made-up residents as thirteen survey tools write them, in their documented layouts."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.survey.loads import Rows

DAY = "How safe do you feel during the day?"
DARK = "How safe do you feel after dark?"
PROBLEMS = "Which of these are a problem where you live?"
VICTIM = "Have you been a victim of crime?"
SATISFIED = "How satisfied were you with the police?"
WARD = "Which ward do you live in?"
SAFE = ("Very safe", "Fairly safe", "Neither safe nor unsafe", "Fairly unsafe", "Very unsafe")
SAFE_OR_NOT_SURE = (*SAFE, "Don't know")
POLICE = ("Very satisfied", "Fairly satisfied", "Fairly dissatisfied", "Very dissatisfied")
TROUBLE = ("Drug dealing", "Burglary", "Litter", "Speeding")
WARDS = ("River", "Strood", "Gillingham North")


@dataclass(frozen=True)
class Resident:
    """What one person answered; what they left blank, or were not asked, is ""."""

    number: int
    at: datetime
    day: str
    dark: str
    problems: tuple[str, ...]
    victim: str
    satisfied: str
    ward: str

    @property
    def left(self) -> datetime:
        """When they had done."""
        return self.at + timedelta(minutes=6, seconds=self.number % 60)


def residents(n: int, seed: int = 1) -> list[Resident]:
    """Make up residents: about one in three was a victim, one in eight leaves a question blank."""
    chance = random.Random(seed)  # noqa: S311 (answers, not secrets)

    def one_of(answers: Sequence[str], blank: float = 0.125) -> str:
        return "" if chance.random() < blank else chance.choice(answers)

    people = []
    for number in range(1, n + 1):
        at = datetime(2024, 9, 1, 9) + timedelta(minutes=263 * number % 41_000)
        victim = "Yes" if chance.random() < 1 / 3 else "No"
        some = chance.randint(0, 3)
        ticked = {*chance.sample(TROUBLE, some)}
        people.append(
            Resident(
                number,
                at,
                one_of(SAFE),
                one_of(SAFE_OR_NOT_SURE),
                tuple(trouble for trouble in TROUBLE if trouble in ticked),
                victim,
                one_of(POLICE, 0.05) if victim == "Yes" else "",
                one_of(WARDS),
            )
        )
    return people


Write = Callable[[Sequence[Resident]], Rows]


def _plain(who: Resident) -> list[str]:
    return [who.victim, who.satisfied, who.ward]


def _boxes(who: Resident, ticked: Callable[[str], str], left: str = "") -> list[str]:
    return [ticked(trouble) if trouble in who.problems else left for trouble in TROUBLE]


def survey_monkey_condensed(people: Sequence[Resident]) -> Rows:
    own = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"]
    header = [*own, "Email Address", DAY, DARK, PROBLEMS, VICTIM, SATISFIED, WARD]
    below = [*[""] * 6, *["Response"] * 6]
    style = "%m/%d/%Y %I:%M:%S %p"
    rows = [
        [
            *(str(118_000_000 + who.number), "4401", f"{who.at:{style}}", f"{who.left:{style}}"),
            *(f"81.2.69.{who.number % 250}", "", who.day, who.dark, ", ".join(who.problems)),
            *_plain(who),
        ]
        for who in people
    ]
    return [header, below, *rows]


def survey_monkey_expanded(people: Sequence[Resident]) -> Rows:
    own = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"]
    header = [*own, DAY, DARK, PROBLEMS, "", "", "", VICTIM, SATISFIED, WARD]
    below = [*[""] * 5, "Response", "Response", *TROUBLE, *["Response"] * 3]
    style = "%m/%d/%Y %I:%M:%S %p"
    rows = [
        [
            *(str(118_000_000 + who.number), "4401", f"{who.at:{style}}", f"{who.left:{style}}"),
            *(f"81.2.69.{who.number % 250}", who.day, who.dark, *_boxes(who, str), *_plain(who)),
        ]
        for who in people
    ]
    return [header, below, *rows]


def microsoft_forms(people: Sequence[Resident]) -> Rows:
    own = ["ID", "Start time", "Completion time", "Email", "Name"]
    header = [*own, DAY, DARK, PROBLEMS, VICTIM, SATISFIED, WARD]
    style = "%d/%m/%Y %H:%M:%S"
    rows = [
        [
            *(str(who.number), f"{who.at:{style}}", f"{who.left:{style}}", "anonymous", ""),
            *(who.day, who.dark, "".join(f"{trouble};" for trouble in who.problems)),
            *_plain(who),
        ]
        for who in people
    ]
    return [header, *rows]


def google_forms(people: Sequence[Resident]) -> Rows:
    header = ["Timestamp", DAY, DARK, PROBLEMS, VICTIM, SATISFIED, WARD]
    rows = [
        [
            f"{who.left:%Y/%m/%d %I:%M:%S %p} GMT+1".replace("AM", "am").replace("PM", "pm"),
            *(who.day, who.dark, ", ".join(who.problems), *_plain(who)),
        ]
        for who in people
    ]
    return [header, *rows]


def smart_survey(people: Sequence[Resident]) -> Rows:
    own = ["UserID", "UserNo", "Name", "Email", "IP Address", "Unique ID", "Started", "Ended"]
    boxes = [f"3. {PROBLEMS} - {trouble}" for trouble in TROUBLE]
    header = [*own, f"1. {DAY}", f"2. {DARK}", *boxes]
    header += [f"4. {VICTIM}", f"5. {SATISFIED}", f"6. {WARD}"]
    style = "%d/%m/%Y %H:%M"
    rows = [
        [
            *(str(9_000 + who.number), str(who.number), "", "", f"81.2.69.{who.number % 250}"),
            *("", f"{who.at:{style}}", f"{who.left:{style}}", who.day, who.dark),
            *(*_boxes(who, str), *_plain(who)),
        ]
        for who in people
    ]
    return [header, *rows]


def snap(people: Sequence[Resident]) -> Rows:
    boxes = [f"Q3 {PROBLEMS}: {trouble}" for trouble in TROUBLE]
    header = ["ID.respondent", "ID.start", "ID.endDate", "ID.completed", f"Q1 {DAY}", f"Q2 {DARK}"]
    header += [*boxes, f"Q4 {VICTIM}", f"Q5 {SATISFIED}", f"Q6 {WARD}"]
    rows = [
        [
            *(str(who.number), f"{who.at:%d/%m/%Y %H:%M:%S}", f"{who.left:%d/%m/%Y %H:%M:%S}"),
            *("1", who.day, who.dark, *_boxes(who, lambda _: "1", "0"), *_plain(who)),
        ]
        for who in people
    ]
    return [header, *rows]


def lime_survey(people: Sequence[Resident]) -> Rows:
    own = ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]
    boxes = [f"{PROBLEMS} [{trouble}]" for trouble in TROUBLE]
    header = [*own, "Date started", "Date last action", DAY, DARK, *boxes, VICTIM, SATISFIED, WARD]
    rows = [
        [
            *(str(who.number), f"{who.left:%Y-%m-%d %H:%M:%S}", "4", "en", str(who.number * 7919)),
            *(f"{who.at:%Y-%m-%d %H:%M:%S}", f"{who.left:%Y-%m-%d %H:%M:%S}", who.day, who.dark),
            *_boxes(who, lambda _: "Yes", "No" if who.problems else ""),
            *(who.victim, who.satisfied or ("N/A" if who.victim == "No" else ""), who.ward),
        ]
        for who in people
    ]
    return [header, *rows]


def qualtrics(people: Sequence[Resident]) -> Rows:
    own = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)"]
    own += ["Finished", "RecordedDate", "ResponseId", "RecipientLastName", "UserLanguage"]
    codes = ["Q1", "Q2", *(f"Q3_{n}" for n in range(1, 5)), "Q4", "Q5", "Q6"]
    named = ["Start Date", "End Date", "Response Type", "IP Address", "Progress"]
    named += ["Duration (in seconds)", "Finished", "Recorded Date", "Response ID"]
    named += ["Recipient Last Name", "User Language", DAY, DARK]
    named += [f"{PROBLEMS} - Selected Choice - {t}" for t in TROUBLE]
    named += [VICTIM, SATISFIED, WARD]
    ids = [f'{{"ImportId":"QID{n}"}}' for n in range(len(named))]
    style = "%Y-%m-%d %H:%M:%S"
    rows = [
        [
            *(f"{who.at:{style}}", f"{who.left:{style}}", "IP Address", "10.0.0.1", "100", "360"),
            *("True", f"{who.left:{style}}", f"R_{who.number:04d}", "", "EN-GB"),
            *(who.day, who.dark, *_boxes(who, str), *_plain(who)),
        ]
        for who in people
    ]
    return [[*own, *codes], named, ids, *rows]


def typeform(people: Sequence[Resident]) -> Rows:
    own = ["Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)"]
    header = ["#", DAY, DARK, *TROUBLE, VICTIM, SATISFIED, WARD, *own, "Network ID", "Tags"]
    rows = [
        [
            *(f"{who.number * 15_485_863:032x}", who.day, who.dark, *_boxes(who, str)),
            *("1" if who.victim == "Yes" else "0", who.satisfied, who.ward, "completed"),
            *(f"{who.at:%Y-%m-%d %H:%M:%S}", "", f"{who.left:%Y-%m-%d %H:%M:%S}"),
            *(f"{who.number * 32_452_843:010x}", ""),
        ]
        for who in people
    ]
    return [header, *rows]


def jotform(people: Sequence[Resident]) -> Rows:
    header = ["Submission Date", DAY, DARK, PROBLEMS, VICTIM, SATISFIED, WARD, "Submission IP"]
    header += ["Submission ID"]
    rows = [
        [
            *(f"{who.left:%Y-%m-%d %H:%M:%S}", who.day, who.dark, "\n".join(who.problems)),
            *(*_plain(who), f"81.2.69.{who.number % 250}", str(5_700_000_000 + who.number)),
        ]
        for who in people
    ]
    return [header, *rows]


def kobo_toolbox(people: Sequence[Resident]) -> Rows:
    boxes = [f"{PROBLEMS}/{trouble}" for trouble in TROUBLE]
    header = ["start", "end", DAY, DARK, PROBLEMS, *boxes, VICTIM, SATISFIED, WARD, "__version__"]
    header += ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status"]
    header += ["_submitted_by", "_tags", "_index"]
    rows = [
        [
            *(f"{who.at:%Y-%m-%dT%H:%M:%S}.000+01:00", f"{who.left:%Y-%m-%dT%H:%M:%S}.000+01:00"),
            *(who.day, who.dark, " ".join(who.problems)),
            *_boxes(who, lambda _: "1", "0" if who.problems else ""),
            *(*_plain(who), "vBz9", str(300_000 + who.number), f"{who.number:08x}-uuid"),
            *(f"{who.left:%Y-%m-%dT%H:%M:%S}", "", "", "submitted_via_web", "", ""),
            str(who.number),
        ]
        for who in people
    ]
    return [header, *rows]


def _name(label: str) -> str:
    return label.lower().replace(" ", "_").replace("'", "")


def odk_central(people: Sequence[Resident]) -> Rows:
    header = ["SubmissionDate", "start", "end", "safe_day", "safe_after_dark", "problems"]
    header += ["been_a_victim", "satisfied_with_police", "ward", "meta-instanceID", "KEY"]
    header += ["SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected"]
    header += ["Status", "ReviewState", "DeviceID", "Edits", "FormVersion"]
    rows = [
        [
            *(f"{who.left:%Y-%m-%dT%H:%M:%S}.100Z", f"{who.at:%Y-%m-%dT%H:%M:%S}.000+01:00"),
            f"{who.left:%Y-%m-%dT%H:%M:%S}.000+01:00",
            *(_name(who.day), _name(who.dark), " ".join(map(_name, who.problems))),
            *(*map(_name, _plain(who)), f"uuid:{who.number:08x}", f"uuid:{who.number:08x}"),
            *("12", "Enumerator", "0", "0", "", "", "collect:x", "0", "3"),
        ]
        for who in people
    ]
    return [header, *rows]


def citizen_space(people: Sequence[Resident]) -> Rows:
    header = ["Response ID", "Submitted at", "Duration", f"1. {DAY}", f"2. {DARK}"]
    header += [*(f"3. {PROBLEMS} - {trouble}" for trouble in TROUBLE)]
    header += [f"4. {VICTIM}", f"5. {SATISFIED}", f"6. {WARD}"]
    rows = [
        [
            *(f"ANON-{who.number:04d}-X", f"{who.left:%Y-%m-%d %H:%M:%S}", "360"),
            *(who.day, who.dark, *_boxes(who, str), *_plain(who)),
        ]
        for who in people
    ]
    return [header, *rows]


def engagement_hq(people: Sequence[Resident]) -> Rows:
    own = ["Contribution ID", "Member ID", "Login (Screen name)"]
    own += ["Date Submitted", "IP Address"]
    header = [*own, DAY, DARK, *(f"{PROBLEMS} : {t}" for t in TROUBLE), VICTIM, SATISFIED, WARD]
    rows = [
        [
            *(str(who.number), str(who.number), f"resident{who.number}"),
            *(f"{who.left:%d %b %Y %I:%M:%S %p}", f"81.2.69.{who.number % 250}"),
            *(who.day, who.dark, *_boxes(who, lambda _: "1", "0"), *_plain(who)),
        ]
        for who in people
    ]
    return [header, *rows]


TOOLS: Mapping[str, Write] = {
    "SurveyMonkey, condensed": survey_monkey_condensed,
    "SurveyMonkey, expanded": survey_monkey_expanded,
    "Microsoft Forms": microsoft_forms,
    "Google Forms": google_forms,
    "SmartSurvey": smart_survey,
    "Snap": snap,
    "LimeSurvey": lime_survey,
    "Qualtrics": qualtrics,
    "Typeform": typeform,
    "JotForm": jotform,
    "KoboToolbox": kobo_toolbox,
    "ODK Central": odk_central,
    "Engagement HQ": engagement_hq,
    "Citizen Space": citizen_space,
}
