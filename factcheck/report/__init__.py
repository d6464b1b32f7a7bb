"""Pages that carry everything they need: the dashboard for editors, and the published check for readers."""

from factcheck.report.dashboard import dashboard_page, write_dashboard

__all__ = ["dashboard_page", "write_dashboard"]
