-- The address of a form goes with the kind of group it asks about. A kind that somebody asked for stays.
alter table waitlist.interest_link
    drop constraint interest_link_practice_id_type_id_fkey,
    add foreign key (practice_id, type_id) references roster.group_type on delete cascade;
