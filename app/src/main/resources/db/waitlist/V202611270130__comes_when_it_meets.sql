-- Who is ready for a group that is open to whoever comes is known there from a day on: no seat is kept or given by it.
alter table waitlist.entry
    drop constraint entry_status_check,
    drop constraint entry_check,
    add constraint entry_status_check check (status in (
        'INQUIRY', 'CONTACTED', 'SCREEN_SCHEDULED', 'DEFERRED', 'WAITING', 'OFFERED', 'CLEARING', 'ENROLLED', 'COMES',
        'NOT_FIT', 'WITHDRAWN', 'UNREACHABLE', 'TRANSFERRED')),
    add constraint entry_check check (
        status not in ('WAITING', 'OFFERED', 'CLEARING', 'ENROLLED', 'COMES') or decision = 'FIT');
