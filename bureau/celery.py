"""The worker: wakes up for outbox rows, and sweeps what a lost message left behind."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bureau.settings")

app = Celery("bureau")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["documents", "files", "cases", "inspections", "publicity", "oversight", "recordings", "search"])
app.conf.beat_schedule = {
    "drain-outbox": {"task": "documents.drain_outbox", "schedule": 30.0},
    "sweep-terms": {"task": "cases.tasks.sweep_terms", "schedule": crontab(minute="5")},
    # Once a day for each; again an hour later for a mail that was not accepted.
    "tell-what-is-due": {"task": "cases.tasks.tell_what_is_due", "schedule": crontab(hour="7-9", minute="30")},
    "take-checkpoint": {"task": "cases.tasks.take_checkpoint", "schedule": crontab(minute="35")},
    "sweep-uploads": {"task": "files.tasks.sweep_uploads", "schedule": crontab(minute="20")},
    # Several rounds a night: each stops before the time limit of a task, the next goes on.
    "recheck-originals": {"task": "files.tasks.recheck_originals", "schedule": crontab(hour="0-5", minute="*/10")},
    "refresh-notices": {"task": "publicity.tasks.refresh_notices", "schedule": crontab(minute="20")},
    "refresh-portal": {"task": "publicity.tasks.refresh_portal", "schedule": crontab(hour="0", minute="10")},
    "sweep-rating-slips": {"task": "inspections.tasks.sweep_rating_slips", "schedule": crontab(hour="1", minute="45")},
    "import-docks": {"task": "recordings.tasks.import_waiting", "schedule": 300.0},
    "match-recordings": {"task": "recordings.tasks.match_recordings", "schedule": crontab(hour="1", minute="15")},
    "recheck-recordings": {"task": "recordings.tasks.recheck_recordings", "schedule": crontab(hour="2", minute="20")},
}
