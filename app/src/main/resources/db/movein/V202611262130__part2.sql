-- An import may put groups that were here before under 42 CFR Part 2.
alter table movein.added drop constraint added_what_check;
alter table movein.added add constraint added_what_check check (what in
    ('PATIENT', 'COVERAGE', 'CONSENT', 'GROUP', 'SERIES', 'SESSION', 'SEATS', 'MEMBERSHIP', 'PART2'));
