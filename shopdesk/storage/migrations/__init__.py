"""Frozen steps that make and change the schema; a released one is never edited."""

from shopdesk.storage.migrate import Schema
from shopdesk.storage.migrations import (
    a0001_raw_mails,
    m0001_first_tables,
    m0002_settings,
    m0003_fingerprints,
    m0004_customers,
    m0005_list_filters,
    m0006_sending,
    m0007_templates,
    m0008_remote_pictures,
    m0009_targets,
    m0010_topics,
    m0011_promises,
    m0012_day,
    m0013_orders,
    m0014_cases,
    m0015_sending_more,
    m0016_erasing,
    m0017_promises,
    m0018_lessons,
    m0019_customers,
    m0020_order_watch,
    m0021_thread_events,
    m0022_readings,
    m0023_folding,
)

DESK = Schema(
    application_id=0x53484450,
    page_size=4096,
    steps=(
        m0001_first_tables.STEP,
        m0002_settings.STEP,
        m0003_fingerprints.STEP,
        m0004_customers.STEP,
        m0005_list_filters.STEP,
        m0006_sending.STEP,
        m0007_templates.STEP,
        m0008_remote_pictures.STEP,
        m0009_targets.STEP,
        m0010_topics.STEP,
        m0011_promises.STEP,
        m0012_day.STEP,
        m0013_orders.STEP,
        m0014_cases.STEP,
        m0015_sending_more.STEP,
        m0016_erasing.STEP,
        m0017_promises.STEP,
        m0018_lessons.STEP,
        m0019_customers.STEP,
        m0020_order_watch.STEP,
        m0021_thread_events.STEP,
        m0022_readings.STEP,
        m0023_folding.STEP,
    ),
    keeps_copy=True,
)
# A log would take every raw mail to the disk twice; a journal takes it there once, since what is only appended needs no
# copy. Its readers and its writer wait for one another, which is short: all but a check read one mail at a time.
ARCHIVE = Schema(application_id=0x53484441, page_size=16384, steps=(a0001_raw_mails.STEP,), journal_mode="DELETE")
