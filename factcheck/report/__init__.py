"""Pages that carry everything they need: the dashboard for editors, and the published check for readers."""

from factcheck.report.check import Checked, Imprint, broken_before_publication, check_page
from factcheck.report.dashboard import dashboard_page, write_dashboard

__all__ = ["Checked", "Imprint", "broken_before_publication", "check_page", "dashboard_page", "write_dashboard"]
