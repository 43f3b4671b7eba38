-- In which words a patient named, in a paper they signed, another way or place to reach them, and whether somebody of
-- the practice has read them: until then nothing goes outside (45 CFR 164.522(b)).
alter table patients.confidential
    add column asked text not null default '',
    add column asked_read boolean not null default true;
