-- Some payers let more people into the room when more lead: the rule holds from so many leaders on.
alter table practice.own_rule
    add column leaders integer check (leaders between 1 and 6);
