from tests.browser.looking import visit
from tests.browser.test_downloads import staged
def test_shot(staged, visitors):
    for w in (390,1440):
        with visitors.one(viewport={"width":w,"height":1300}) as page:
            visit(page, f"{staged}/year_on_year?partnership=Rochford")
            h=page.get_by_role("heading", name="Who the victims were"); h.scroll_into_view_if_needed(); page.wait_for_timeout(1500)
            page.mouse.wheel(0,600) ; page.wait_for_timeout(500)
            page.screenshot(path=f"/tmp/shot{w}.png")
