"""The check screen and the desk by hand, by keyboard and by mouse, in a plain page with the real record behind it."""

from __future__ import annotations

import pytest
from laboratory import ADA, BASMA

from factcheck.ledger import Ledger
from factcheck.widgets.annotate import ClaimAnnotator
from factcheck.widgets.desk import Desk

HARBOUR, SEED = "harbour-spill", "vostochny-summit"


@pytest.fixture
def screen(plain, workspace):
    """The check screen on the English article, in English."""
    widget = ClaimAnnotator(workspace, HARBOUR, lang="en")
    return plain.mount(widget)


def events(workspace, article=HARBOUR, author=ADA):
    return workspace.ledger(article, author=author).state().events


def kinds(workspace):
    return [event.kind for event in events(workspace)]


def saved(page):
    page.wait_for_selector(".fc-saved[data-saved=true]")


def press(page, key, code, text=None):
    """A key as a keyboard layout gives it: the sign it makes, and the place it lies at."""
    keyboard = page.context.new_cdp_session(page)
    given = {"key": key, "code": code, "text": text if text is not None else key}
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyDown", **given})
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **given})
    keyboard.detach()


def test_a_verdict_is_on_the_disk_when_the_screen_says_saved(screen, workspace):
    screen.click(".fc-claim >> nth=3")
    chosen = screen.get_attribute(".fc-claim[aria-selected=true]", "data-claim")
    screen.click(".fc-choice[data-verdict=false]")
    saved(screen)
    (event,) = events(workspace)
    assert (event.kind, event.claim, event.data["verdict"], event.by) == ("verdict", chosen, "false", ADA)
    assert screen.locator(".fc-claim[aria-selected=true] [data-verdict=false]").count() == 1


def test_clicking_words_chooses_their_claim_and_choosing_a_claim_outlines_its_words(screen):
    screen.click(".fc-text mark >> nth=4")
    index = screen.get_attribute(".fc-text mark >> nth=4", "data-claims").split(" ")[0]
    assert screen.evaluate("document.querySelectorAll('mark.fc-chosen').length") >= 1
    assert index in screen.get_attribute("mark.fc-chosen >> nth=0", "data-claims").split(" ")


# Each act of a check with its key, at the place it lies on a Latin and on an Arabic keyboard.
LAYOUTS = {
    "latin": {"KeyJ": "j", "KeyK": "k", "KeyT": "t", "KeyS": "s", "KeyP": "p", "KeyE": "e", "KeyG": "g", "KeyR": "r"},
    "arabic": {"KeyJ": "ت", "KeyK": "ن", "KeyT": "ف", "KeyS": "س", "KeyP": "ح", "KeyE": "ث", "KeyG": "ل", "KeyR": "ق"},
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_whole_check_is_done_with_the_keyboard_alone(screen, workspace, layout):
    def key(code):
        press(screen, LAYOUTS[layout][code], code)

    def fill_and_send(*values):
        for value in values:
            screen.keyboard.type(value)
            screen.keyboard.press("Tab")
        screen.keyboard.press("Shift+Tab")
        screen.keyboard.press("Control+Enter")
        screen.wait_for_timeout(120)
        saved(screen)
        screen.keyboard.press("Escape")

    screen.focus(".fc")
    key("KeyJ"), key("KeyJ"), key("KeyK")
    key("KeyT")
    saved(screen)
    press(screen, "4" if layout == "latin" else "٤", "Digit4")
    saved(screen)
    key("KeyR")
    screen.keyboard.press("Control+A")
    fill_and_send("The operator put the loss at 40,000 litres.")
    key("KeyS")
    fill_and_send("Port log", "https://example.org/log")  # no passage: refused, with the words kept
    assert screen.locator("[data-kind=evidence] .fc-error").is_visible()
    screen.fill("[data-kind=evidence] [name=passage]", "more than 60,000 litres")
    screen.focus("[data-kind=evidence] [name=passage]")
    screen.keyboard.press("Control+Enter")
    screen.wait_for_selector("[data-section=evidence] .fc-entries li")
    screen.keyboard.press("Escape")
    key("KeyP")
    fill_and_send("Northgate Terminals")
    key("KeyE")
    fill_and_send("Ask for the tank log.")
    key("KeyG")
    fill_and_send("Basma")
    assert kinds(workspace) == ["triage", "verdict", "restate", "evidence", "contact", "note", "review.request"]
    screen.keyboard.press("Control+z")
    screen.wait_for_timeout(150)
    screen.keyboard.press("Control+Shift+z")
    screen.wait_for_timeout(150)
    saved(screen)
    assert kinds(workspace)[-2:] == ["undo", "undo"]
    state = workspace.state(HARBOUR)
    (claim,) = [one for one in state.claims.values() if one.verdict]
    assert claim.status == "in_review" and claim.evidence[0]["passage"] == "more than 60,000 litres"


def test_letters_typed_in_a_field_are_words_and_not_commands(screen, workspace):
    screen.focus(".fc")
    press(screen, "e", "KeyE")
    screen.keyboard.type("jktrs1234?/")
    assert screen.input_value("[data-kind=note] textarea") == "jktrs1234?/"
    assert events(workspace) == []


def test_a_new_claim_comes_from_the_words_selected_and_undo_takes_it_back(screen, workspace):
    before = screen.evaluate("document.querySelectorAll('.fc-claim').length")
    screen.evaluate("""() => {
      const node = document.querySelector('.fc-paragraph').firstChild;
      const walker = document.createTreeWalker(document.querySelector('.fc-text'), NodeFilter.SHOW_TEXT);
      let text;
      while ((text = walker.nextNode()) && !text.data.includes('Kestrel'));
      const at = text.data.indexOf('Kestrel');
      getSelection().setBaseAndExtent(text, at, text, at + 12);
      document.querySelector('.fc').focus();
    }""")
    screen.keyboard.press("c")
    screen.wait_for_function(f"document.querySelector('.fc-claim[aria-setsize]').ariaSetSize > {before - 1}")
    (event,) = events(workspace)
    text = workspace.article(HARBOUR).text
    assert event.kind == "claim.add"
    assert event.target.exact == "Kestrel Quay" == text[event.target.start : event.target.end]
    screen.keyboard.press("Control+z")
    screen.wait_for_timeout(200)
    assert event.claim not in workspace.state(HARBOUR).claims


def test_somebody_elses_decision_appears_and_the_own_draft_stays(screen, workspace, plain):
    claim = screen.get_attribute(".fc-claim[aria-selected=true]", "data-claim")
    screen.keyboard.press("Tab")
    screen.focus(".fc")
    press(screen, "e", "KeyE")
    screen.keyboard.type("half a thou")
    workspace.ledger(HARBOUR, author=BASMA).select(claim, "harm")
    screen.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    screen.wait_for_selector(".fc-claim[aria-selected=true] [data-status=selected]", timeout=12_000)
    screen.keyboard.type("ght")
    assert screen.input_value("[data-kind=note] textarea") == "half a thought"


def test_two_people_at_once_lose_nothing_and_the_conflict_is_shown_and_resolved(screen, workspace):
    claim = screen.get_attribute(".fc-claim[aria-selected=true]", "data-claim")
    other: Ledger = workspace.ledger(HARBOUR, author=BASMA)
    other.verdict(claim, "true")
    screen.click(".fc-choice[data-verdict=false]")
    screen.wait_for_selector(".fc-rival")
    assert {event.by for event in events(workspace)} == {ADA, BASMA}
    assert screen.locator(".fc-rival").count() == 2
    screen.click(".fc-rival >> nth=0 >> button")
    screen.wait_for_selector(".fc-conflicts", state="detached")
    assert workspace.state(HARBOUR).conflicts == []


def test_a_silent_kernel_is_said_and_the_draft_is_offered_and_never_applied(plain, workspace):
    page = plain.mount(ClaimAnnotator(workspace, HARBOUR, lang="en"))
    page.route("**/*", lambda route: route.fulfill(body="<main id=host></main>", content_type="text/html"))
    page.goto("http://127.0.0.1:9/")  # a page with an origin, so that it has a storage
    plain.widget = None
    page = _remount(plain, workspace)
    page.evaluate("window.deaf = true")
    page.focus(".fc")
    press(page, "e", "KeyE")
    page.keyboard.type("never sent")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".fc-banner:visible", timeout=6_000)
    assert page.locator("[data-kind=note] textarea").get_attribute("readonly") is not None
    page = _remount(plain, workspace)
    assert page.locator(".fc-offer").is_visible()
    assert not page.locator(".fc-banner").is_visible()
    page.click("[data-section=note] > summary")
    assert page.locator("[data-kind=note] textarea").input_value() == ""
    page.click("[data-act=show-draft]")
    assert page.locator("[data-kind=note] textarea").input_value() == "never sent"
    assert events(workspace) == []
    plain.asked.clear()


def _remount(plain, workspace):
    """A new widget in the same page, as after the cell was run again."""
    plain.widget = ClaimAnnotator(workspace, HARBOUR, lang="en")
    from plain import MOUNT, _plain

    page = plain.page
    page.evaluate("window.end && window.end(); window.deaf = false; document.getElementById('host').replaceChildren()")
    names = ("article_id", "interface_lang", "interface_words", "vocabulary")
    page.evaluate(MOUNT, [plain.widget._esm, _plain({name: getattr(plain.widget, name, None) for name in names})])
    page.wait_for_selector(".fc-claim")
    return page


def test_several_views_of_one_widget_show_the_same(plain, workspace):
    page = plain.mount(ClaimAnnotator(workspace, HARBOUR, lang="en"))
    page.evaluate("""() => {
      const second = document.body.appendChild(document.createElement('div'));
      second.id = 'second';
      window.another(second);
    }""")
    page.wait_for_selector("#second .fc-claim")
    page.click(".fc-choice[data-verdict=true]")
    page.wait_for_selector("#second .fc-claim[aria-selected=true] [data-verdict=true]")
    page.evaluate("window.end()")
    assert page.locator(".fc").count() == 1
    page.click("#second .fc-choice[data-verdict=false]")
    page.wait_for_selector("#second .fc-claim[aria-selected=true] [data-verdict=false]")


def test_from_the_desk_an_article_is_opened_a_claim_selected_and_found_under_mine(plain, workspace):
    page = plain.mount(Desk(workspace, lang="en"), ".fc-box")
    page.click(f"[data-article={HARBOUR}] [data-act=select] >> nth=0")
    page.wait_for_selector("[data-box=mine] .fc-link")
    assert kinds(workspace) == ["triage"]
    page.click("[data-box=mine] .fc-link")
    page.wait_for_selector(".fc-choice")
    page.click(".fc-choice[data-verdict=true]")
    saved(page)
    page.click("[data-act=back]")
    page.wait_for_selector("[data-box=mine] [data-verdict=true]")
    assert kinds(workspace) == ["triage", "verdict"]


def test_a_check_opened_far_down_the_desk_is_seen_from_its_top_has_the_keys_and_leads_back_to_where_it_was_opened(
    plain, workspace
):
    page = plain.mount(Desk(workspace, lang="en"), ".fc-box")
    page.set_viewport_size({"width": 1440, "height": 500})
    last = page.locator("[data-act=open]").last
    key = last.get_attribute("data-key")
    last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".fc-claim")
    page.wait_for_function("Math.abs(document.querySelector('.fc:not([hidden])').getBoundingClientRect().top) < 60")
    page.keyboard.press("j")
    page.wait_for_selector(".fc-claim[aria-selected=true]")
    page.click("[data-act=back]")
    page.wait_for_selector(".fc-desk-root:not([hidden])")
    page.wait_for_function("key => document.activeElement.dataset.key === key", arg=key)
    assert last.evaluate("one => one.getBoundingClientRect().top < window.innerHeight")


def test_a_pasted_text_becomes_an_article_and_a_bad_one_is_refused_in_a_sentence(plain, workspace):
    page = plain.mount(Desk(workspace, lang="en"), ".fc-box")
    page.fill("[name=text]", "The mayor said on Monday that the bridge had cost 12 million euros.\n")
    page.fill("[name=id]", "No Such Id")
    page.click("form[aria-label='New article'] button[type=submit]")
    page.wait_for_selector("form[aria-label='New article'] .fc-error:visible")
    assert not list(workspace.data_dir.glob("*o*uch*"))
    page.fill("[name=id]", "bridge")
    page.click("form[aria-label='New article'] button[type=submit]")
    page.wait_for_selector(".fc-text")
    assert (workspace.data_dir / "bridge.txt").read_text("utf-8").startswith("The mayor said")


def test_the_language_of_the_interface_changes_its_direction_and_not_the_articles(screen):
    assert screen.get_attribute(".fc", "dir") == "ltr"
    screen.click(".fc-tools button[lang=ar]")
    assert screen.get_attribute(".fc", "dir") == "rtl"
    assert screen.get_attribute(".fc-text", "dir") == "ltr"
    boxes = screen.evaluate("[...document.querySelectorAll('.fc-column')].map(c => c.getBoundingClientRect().left)")
    assert boxes == sorted(boxes, reverse=True)


def test_five_thousand_claims_draw_no_more_rows_than_fifty(plain, workspace):
    sentence = "The council said on Monday that {} people had come. "
    (workspace.data_dir / "long.txt").write_text("\n".join(sentence.format(n) for n in range(2, 700)), "utf-8")
    page = plain.mount(ClaimAnnotator(workspace, "long", lang="en"))
    assert int(page.get_attribute(".fc-claim >> nth=0", "aria-setsize")) > 500
    assert page.locator(".fc-claim").count() < 40
    page.evaluate("document.querySelector('.fc-list').scrollTop = 20000")
    page.wait_for_function("Number(document.querySelector('.fc-claim').ariaPosInSet) > 100")
    assert page.locator(".fc-claim").count() < 40


def test_media_assignment_correction_citation_and_rejection_are_done_by_mouse(screen, workspace):
    screen.click(".fc-claim:has(.fc-voice:has-text('port authority')) >> nth=0")
    chosen = screen.get_attribute(".fc-claim[aria-selected=true]", "data-claim")

    def give(part, kind, **values):
        if not screen.locator(f"[data-section={part}][open]").count():
            screen.click(f"[data-section={part}] > summary")
        for name, value in values.items():
            screen.fill(f"[data-kind='{kind}'] [name={name}]", value)
        screen.click(f"[data-kind='{kind}'] button[type=submit]")
        screen.wait_for_timeout(150)
        saved(screen)

    give("media", "media", what="A still of the quay", url="https://example.org/quay.jpg", found="Taken a day before.")
    give("claim", "assign", to="Basma")
    give("claim", "claim.edit", claimant="Harbour master")
    assert screen.inner_text(".fc-claim[aria-selected=true] .fc-voice") == "Harbour master"
    screen.evaluate(  # a page without an address has no clipboard
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text; }}})"
    )
    screen.get_by_role("button", name="Copy with citation").click()
    claim = workspace.state(HARBOUR).claims[chosen].claim
    assert screen.evaluate("window.copied").startswith(f"«{claim.exact}» — Harbour master, ")
    give("claim", "claim.reject", reason="It asserts nothing.")
    assert kinds(workspace) == ["media", "assign", "claim.edit", "claim.reject"]
    state = workspace.state(HARBOUR).claims[chosen]
    assert (state.rejected, state.assigned, state.claim.claimant) == (True, "Basma", "Harbour master")
    assert state.media[0]["found"] == "Taken a day before."


def test_a_dismissed_pair_says_so_in_its_sentence_and_may_be_judged_anew(screen, workspace):
    pair = workspace.reading(HARBOUR).disagreements[0]
    screen.evaluate("id => document.querySelector(`.fc-claim[data-claim='${id}']`)?.click()", pair.claims[0])
    screen.wait_for_selector(".fc-account-sentence")
    card = ".fc-account >> nth=0"
    assert "Dismissed" not in screen.inner_text(f"{card} >> .fc-account-sentence")
    screen.fill(f"{card} >> [aria-label=Because]", "Two spills.")
    screen.click(f"{card} >> [data-act=dismiss]")
    screen.wait_for_selector(".fc-account.fc-dismissed")
    assert screen.inner_text(".fc-dismissed .fc-account-sentence").endswith("not two accounts of one question.")
    screen.click(".fc-tools button[lang=ar]")
    screen.wait_for_selector(".fc[dir=rtl]")
    assert "صُرف النظر" in screen.inner_text(".fc-dismissed .fc-account-sentence")


def test_a_claimant_is_named_in_the_language_of_the_screen_and_cut_at_the_end_of_its_words(plain, workspace):
    page = plain.mount(ClaimAnnotator(workspace, SEED, lang="ar"))
    page.fill(".fc-filter", "اليابان")
    page.wait_for_function(
        "[...document.querySelectorAll('.fc-voice')].some(one => one.textContent === 'اليابان: الحكومة')"
    )
    directions = page.evaluate(
        "[...document.querySelectorAll('.fc-voice')].map(one => getComputedStyle(one).direction)"
    )
    assert directions and set(directions) == {"rtl"}
    page.click(".fc-tools button[lang=en]")
    page.fill(".fc-filter", "Japan")
    page.wait_for_function(
        "[...document.querySelectorAll('.fc-voice')].every(one => one.textContent === 'Japan: Government')"
    )
    directions = page.evaluate(
        "[...document.querySelectorAll('.fc-voice')].map(one => getComputedStyle(one).direction)"
    )
    assert directions and set(directions) == {"ltr"}


def test_a_missing_reason_and_a_bad_address_are_said_in_the_language_of_the_screen(plain, workspace):
    page = plain.mount(ClaimAnnotator(workspace, HARBOUR, lang="ar"))
    pair = workspace.reading(HARBOUR).disagreements[0]
    page.evaluate("id => document.querySelector(`.fc-claim[data-claim='${id}']`)?.click()", pair.claims[0])
    page.click(".fc-account >> nth=0 >> [data-act=dismiss]")
    assert page.inner_text(".fc-account .fc-error:visible") == "لم يُحفظ. اكتب السبب أولًا."
    form = "form[data-kind=evidence]"
    for name, words in (("source", "سجل الميناء"), ("passage", "ثلاث سفن"), ("url", "not a url")):
        page.fill(f"{form} [name={name}]", words)
    page.click(f"{form} [type=submit]")
    page.wait_for_selector(f"{form} .fc-error:visible")
    said = page.inner_text(f"{form} .fc-error")
    assert "ليس رابط صفحة" in said and "'" not in said and "evidence" not in said
    assert kinds(workspace) == []


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_what_the_empty_filter_shows_fits_and_runs_as_the_interface_does(plain, workspace, lang, direction):
    page = plain.mount(ClaimAnnotator(workspace, HARBOUR, lang=lang))
    for width in (1400, 1020, 800):
        page.evaluate(f"document.getElementById('host').style.width = '{width}px'")
        room, wanted, shown = page.evaluate("""() => {
          const field = document.querySelector('.fc-filter'), style = getComputedStyle(field);
          const pen = document.createElement('canvas').getContext('2d');
          pen.font = style.font;
          const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
          return [room, pen.measureText(field.placeholder).width, style.direction];
        }""")
        assert shown == direction and wanted <= room
    page.fill(".fc-filter", "harbour")
    assert page.evaluate("getComputedStyle(document.querySelector('.fc-filter')).direction") == "ltr"
