-- A letter may be held until a moment, and a person may take it back until then: it never leaves.
alter table outbox.letter
    add column not_before timestamptz,
    drop constraint letter_status_check,
    add constraint letter_status_check check (status in ('WAITING', 'SENT', 'REFUSED', 'UNDONE'));
