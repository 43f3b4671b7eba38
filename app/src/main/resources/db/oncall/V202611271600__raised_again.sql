-- What was closed may be raised again: the same cause is one alarm only while nobody has closed it.
alter table oncall.alarm
    drop constraint alarm_practice_id_reason_subject_key;
create unique index alarm_raised_once on oncall.alarm (practice_id, reason, subject) where status <> 'CLOSED';
