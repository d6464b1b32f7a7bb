"""The form for a new article: what it says stays, what it holds stays, and a file is taken as its bytes are."""

from __future__ import annotations

from factcheck.widgets.desk import Desk

ARABIC = "قالت الشرطة إن 14 شخصًا قُتلوا في انهيار الجسر."
FORM = "[data-box=new] form"


def choose(page, name, data):
    page.set_input_files(f"{FORM} [name=file]", {"name": name, "mimeType": "text/plain", "buffer": data})


def submit(page):
    page.click(f"{FORM} button[type=submit]")
    page.wait_for_selector(f"{FORM} .fc-error:visible")


def look_twice(page):
    """Until the desk asked twice more what others wrote, and was drawn again."""
    seen = page.evaluate("window.sent.filter((one) => one.cmd === 'refresh').length")
    page.wait_for_function(f"window.sent.filter((one) => one.cmd === 'refresh').length >= {seen + 2}")
    page.wait_for_timeout(300)


def test_a_file_that_is_not_utf_8_is_refused_by_name_and_the_words_and_the_file_stay(plain, workspace):
    before = sorted(workspace.data_dir.iterdir())
    page = plain.mount(Desk(workspace), ".fc-box")
    page.fill(f"{FORM} [name=outlet]", "جريدة الوادي")
    choose(page, "خبر.txt", ARABIC.encode("cp1256"))
    submit(page)
    look_twice(page)
    said = page.inner_text(f"{FORM} .fc-error")
    assert "خبر.txt" in said and "UTF-8" in said and "البايت 0" in said
    assert page.evaluate(f"document.querySelector('{FORM} [name=file]').files[0].name") == "خبر.txt"
    page.click(".fc-tools button[lang=en]")
    assert "is not UTF-8 (byte 0)" in page.inner_text(f"{FORM} .fc-error")
    assert page.evaluate(f"document.querySelector('{FORM} [name=file]').files[0].name") == "خبر.txt"
    assert page.input_value(f"{FORM} [name=outlet]") == "جريدة الوادي"
    assert sorted(workspace.data_dir.iterdir()) == before
    choose(page, "bridge.txt", ARABIC.encode())
    assert page.is_hidden(f"{FORM} .fc-error")
    page.click(f"{FORM} button[type=submit]")
    page.wait_for_selector(".fc-text")
    assert (workspace.data_dir / "bridge.txt").read_bytes() == ARABIC.encode()
    page.click("[data-act=back]")
    page.wait_for_selector(FORM)
    assert page.evaluate(f"document.querySelector('{FORM} [name=file]').files.length") == 0
    assert page.input_value(f"{FORM} [name=outlet]") == ""


def test_an_empty_file_is_said_to_be_empty(plain, workspace):
    page = plain.mount(Desk(workspace, lang="en"), ".fc-box")
    choose(page, "empty.txt", b"")
    submit(page)
    assert "empty.txt is empty" in page.inner_text(f"{FORM} .fc-error")
