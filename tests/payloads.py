"""What an attacker might write in a title, a text, a name or an address: one corpus for widgets, tables and pages."""

from __future__ import annotations

TAGS = (
    "script>window.pwned=1</script",
    "img src=x onerror=window.pwned=1",
    "svg onload=window.pwned=1",
    "iframe srcdoc='<script>parent.pwned=1</script>'",
    "body onload=window.pwned=1",
    "details open ontoggle=window.pwned=1",
    "video><source onerror=window.pwned=1",
    "input autofocus onfocus=window.pwned=1",
    "math><mtext><img src=x onerror=window.pwned=1>",
    "style>@import'x'</style",
    "base href=//evil.example/",
    "link rel=stylesheet href=//evil.example/x.css",
    "object data=javascript:window.pwned=1",
    "embed src=javascript:window.pwned=1",
    "form action=javascript:window.pwned=1><button",
    "marquee onstart=window.pwned=1",
    "meta http-equiv=refresh content='0;url=//evil.example'",
    "a href=javascript:window.pwned=1>press</a",
    "template><img src=x onerror=window.pwned=1>",
    "xmp><img src=x onerror=window.pwned=1>",
)
BREAKS = ("", '"', "'", "-->", "</textarea>", "</style>", "${", "{{", "]]>")
PAYLOADS = [f"{before}<{tag}>" for i, tag in enumerate(TAGS) for before in BREAKS[i % 3 :: 3]] + [
    "{{constructor.constructor('window.pwned=1')()}}",
    "${window.pwned=1}",
    "javascript:window.pwned=1",
    "data:text/html,<script>window.pwned=1</script>",
    "\u202e<img src=x onerror=window.pwned=1>",
    '=HYPERLINK("http://evil.example")',
    "&lt;img src=x onerror=window.pwned=1&gt;",
    "__proto__",
    "constructor",
]
