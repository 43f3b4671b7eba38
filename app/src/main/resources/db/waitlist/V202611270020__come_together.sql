-- Who comes together: an entry that comes with another one is offered a seat with it or not at all. The one it comes with
-- comes with nobody itself; who sees to that holds both rows.
alter table waitlist.entry
    add column comes_with_id uuid check (comes_with_id <> id),
    add foreign key (practice_id, comes_with_id) references waitlist.entry;
create index on waitlist.entry (practice_id, comes_with_id);
