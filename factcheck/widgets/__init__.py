"""The screens where fact-checkers work: the desk and the check screen, as widgets of JupyterLab.

`annotate` and `desk` are thin; `commands` is the one way in, `snapshot` what the screen is shown, `offsets` the
boundary between JavaScript's UTF-16 units and the code points of an article, `assets` the scripts and styles.
"""
