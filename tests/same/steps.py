"""What people do on pages, one thing after another, with a picture after each."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Error, Page, expect

from tests.browser.looking import STILL, visit
from tests.same.pictures import PATIENCE, Pictures, idle

# The most pictures of a step.
MOST = 20
BODIES = (
    ("police", "Essex Police", "district commander"),
    ("council of Rochford", "Rochford District Council", "chief executive"),
    ("county council", "Essex County Council", "director"),
    ("probation", "Probation Service", "head of delivery unit"),
)
CRITERIA = (
    "Repeat or vulnerable victims",
    "The partnership can make a difference",
    "Hidden or under-reported",
)
TOGETHER = "risk_matrix?partnership=Safer+Colchester&view=Scoring+together"


class Steps:
    """A person at a desk, in whose folder there are files, and another with a phone."""

    def __init__(self, pictures: Pictures, desk: Page, phone: Page, files: Path) -> None:
        self.pictures, self.page, self.phone, self.files = pictures, desk, phone, files

    def all(self) -> list[str]:
        """Do everything, in order; return what could not be done to its end."""
        steps: tuple[Callable[[], None], ...] = (
            self.upload,
            self.refused_upload,
            self.load_survey,
            self.doubtful_survey,
            self.populations,
            self.scheme,
            self.score,
            self.prioritise,
            self.afterwards,
        )
        failed, first = [], self.pictures.taken
        for number, step in enumerate(steps):
            # What is done before it changes the number of no picture.
            self.pictures.taken = first + MOST * number
            try:
                step()
            except (AssertionError, Error) as fault:
                failed.append(f"{step.__name__}: {str(fault).splitlines()[0]}")
        return failed

    def go(self, address: str) -> None:
        visit(self.page, f"{self.pictures.server}/{address}")

    def press(self, name: str, page: Page | None = None) -> None:
        (page or self.page).get_by_role("button", name=name, exact=True).first.click()

    def shows(self, text: str, page: Page | None = None) -> None:
        expect((page or self.page).get_by_text(text).first).to_be_visible(timeout=PATIENCE)

    def take(self, name: str, page: Page | None = None) -> None:
        seen = page or self.page
        idle(seen)
        seen.evaluate(STILL)
        self.pictures.take(seen, name, "phone" if page is self.phone else "desk")

    def pick(self, label: str, option: str) -> None:
        # What is typed narrows the list, which draws no more than fits.
        self.page.get_by_role("combobox", name=label).first.click()
        self.page.keyboard.type(option)
        self.page.get_by_role("option", name=option).first.click()

    def upload(self) -> None:
        self.go("upload_data")
        files = self.page.get_by_role("region", name="Files").locator("input")
        files.set_input_files(self.files / "2023-12-bedfordshire-street.csv")
        self.shows("ready to load")
        self.take("upload checked")
        self.press("Load")
        self.shows("added")
        self.take("upload loaded")
        self.go("upload_data")
        self.take("upload page afterwards")
        for name in ("incidents.csv", "odd.csv"):
            self.go("upload_data")
            files.set_input_files(self.files / name)
            self.shows("ready to load")
            self.take(f"upload {name} checked")

    def refused_upload(self) -> None:
        for name in ("unknown-columns.csv", "encrypted.zip"):
            self.go("upload_data")
            files = self.page.get_by_role("region", name="Files").locator("input")
            files.set_input_files(self.files / name)
            expect(self.page.get_by_role("alert").first).to_be_visible(timeout=PATIENCE)
            self.page.wait_for_timeout(1500)
            self.take(f"upload {name} refused")

    def _export(self, name: str) -> None:
        self.go("load_survey")
        uploader = self.page.get_by_test_id("stFileUploader").first
        expect(uploader).to_contain_text("Export", timeout=PATIENCE)
        uploader.locator("input").set_input_files(self.files / name)
        expect(self.page.get_by_role("button", name="Do not load")).to_be_visible(timeout=PATIENCE)

    def load_survey(self) -> None:
        self._export("residents-2023.csv")
        self.take("survey checked")
        self.page.get_by_role("textbox", name="Survey", exact=True).first.fill("Town survey")
        self.page.keyboard.press("Tab")
        self.page.get_by_role("textbox", name="Wave", exact=True).first.fill("town-2023")
        self.page.keyboard.press("Tab")
        expect(self.page.get_by_role("button", name="Load", exact=True)).to_be_enabled(
            timeout=PATIENCE
        )
        self.take("survey named")
        self.press("Load")
        self.shows("was loaded: 30 people")
        self.take("survey loaded")
        self.go("survey?wave=town-2023")
        self.take("survey of town")

    def doubtful_survey(self) -> None:
        for name in ("doubtful.csv", "typed.xlsx"):
            self._export(name)
            self.take(f"survey {name} checked")

    def populations(self) -> None:
        self.go("upload_data")
        tables = self.page.get_by_test_id("stFileUploader").nth(1).locator("input")
        tables.set_input_files(self.files / "people-examples.csv")
        self.page.wait_for_timeout(3_000)
        self.take("populations checked")
        self.go("upload_data")
        self.press("Make a backup")
        self.shows(".duckdb")
        self.take("backup made")
        self.press("Remove the examples")
        self.page.wait_for_timeout(1_500)
        self.take("examples nearly removed")

    def scheme(self) -> None:
        self.go("schemes?do=Copy")
        self.page.get_by_label("Name of the copy").fill("Our matrix")
        self.press("Copy it")
        self.shows("Nothing is changed yet.")
        self.take("scheme copied")
        weight = self.page.get_by_label("Weight", exact=True).first
        for number in ("0", "7"):
            weight.fill(number)
            weight.press("Tab")
            idle(self.page)
            self.page.wait_for_timeout(500)
            self.take(f"scheme weight {number}")
        for part in ("One criterion", "Putting together", "What would move"):
            self.page.get_by_role("radio", name=part, exact=True).click()
            idle(self.page)
            self.page.wait_for_timeout(500)
            self.take(f"scheme {part}")
        self.press("Save as version 2")
        self.shows("Version 2 of Our matrix is saved.")
        self.take("scheme saved")

    def score(self) -> None:
        self.go(TOGETHER)
        self.press("Open the scoring to others")
        code = self.page.locator(".way-in .code")
        expect(code).to_be_visible(timeout=PATIENCE)
        shown = code.inner_text()
        self.pictures.drawn += [shown, shown.replace(" ", "")]
        self.take("scoring opened")
        visit(self.phone, f"{self.pictures.server}/score?code={shown}")
        self.take("score join", self.phone)
        self.phone.get_by_role("combobox", name="Your agency").click()
        self.phone.get_by_role("option", name="Police", exact=True).click()
        self.phone.get_by_label("Your role").fill("officer")
        self.phone.get_by_role("button", name="Start scoring").click()
        self.shows("0 of ", self.phone)
        token = self.phone.url.partition("scorer=")[2].partition("&")[0]
        groups = self.phone.get_by_text("Your own code").locator("strong").inner_text()
        self.pictures.drawn += [groups, token]
        self.take("score joined", self.phone)
        for number, criterion in enumerate(CRITERIA, 1):
            scale = self.phone.get_by_role("radiogroup", name=criterion)
            scale.locator("label").nth(number).click()
            self.shows(f"{number} of ", self.phone)
        self.take("score scored", self.phone)
        expect(self.page.locator(".who li").first).to_contain_text("3 of ", timeout=PATIENCE)
        self.take("scoring going on")
        for press, there in (
            ("Show the scores", "Begin a second round"),
            ("Begin a second round", "Close the scoring"),
            ("Close the scoring", ""),
        ):
            self.go(TOGETHER)
            self.press(press)
            if there:
                expect(self.page.get_by_role("button", name=there)).to_be_visible(timeout=PATIENCE)
            self.page.wait_for_timeout(1500)
            self.take(f"scoring {press}")
            self.phone.wait_for_timeout(6_000)
            self.take(f"score {press}", self.phone)

    def prioritise(self) -> None:
        self.go("priorities?partnership=Rochford")
        self.page.get_by_label("Name", exact=True).fill("Safer streets at night")
        self.page.get_by_label("Why", exact=True).fill("The evening economy grows.")
        self.pick("Issues", "Public order")
        self.page.keyboard.press("Escape")
        self.press("Save the priority")
        heading = self.page.get_by_role("heading", name="Safer streets at night")
        expect(heading).to_be_visible(timeout=PATIENCE)
        self.take("priority saved")
        self.go("priorities?partnership=Rochford&part=The+line+and+reasons")
        self.pick("Issues", "County lines")
        self.page.keyboard.press("Escape")
        self.page.get_by_label("Why", exact=True).fill("Nobody has scored it.")
        self.press("Keep this reason")
        self.shows("The reason is kept for County lines.")
        self.take("reason kept")
        self.go("priorities?partnership=Rochford&part=Agreement")
        self.press("Agree it")
        self.shows("None of the 6 responsible authorities have agreed; the quorum is 4")
        self.take("agreed")
        self.pictures.visit(self.page, "risk_matrix?partnership=Rochford", "desk")
        self.go("priorities?partnership=Rochford&part=Agreement")
        for number, (authority, body, role) in enumerate(BODIES, 1):
            self.pick("Responsible authority", authority)
            self.page.get_by_label("Body", exact=True).fill(body)
            self.page.get_by_label("Role", exact=True).fill(role)
            self.press("Record the agreement")
            self.shows(f"{number} of the 6 responsible authorities ha")
        self.take("agreement recorded")
        self.press("Sign it off")
        self.press("Yes, sign it off")
        self.shows("Signed off on")
        self.take("signed off")

    def afterwards(self) -> None:
        """Look at what has been signed off, and at what has been loaded and scored."""
        signed = "partnership=Rochford"
        for part in ("Priorities", "The line and reasons", "Agreement", "Last year", "Since then"):
            address = f"priorities?{signed}&part={part.replace(' ', '+')}"
            self.pictures.visit(self.page, address, "desk")
        for view in ("Scoring+together", "Issue+by+issue", "Other+schemes", "How+firm"):
            self.pictures.visit(self.page, f"risk_matrix?{signed}&view={view}", "desk")
        self._both(f"risk_matrix?{signed}")
        self._both("risk_matrix?partnership=Safer+Colchester")
        for address in (
            "schemes?scheme=Our+matrix",
            "schemes?scheme=Our+matrix&do=Use",
            "year_on_year?partnership=force:Bedfordshire+Police",
            "upload_data",
            "load_survey",
        ):
            self.pictures.visit(self.page, address, "desk")

    def _both(self, address: str) -> None:
        self.pictures.visit(self.page, address, "desk")
        self.pictures.visit(self.phone, address, "phone")
