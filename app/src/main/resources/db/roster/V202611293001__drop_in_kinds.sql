-- A kind that one joins for a session at a time takes whoever comes: nobody is screened for it until a practice says so.
alter table roster.group_type no force row level security;
update roster.group_type
   set screened = false
 where joining = 'DROP_IN';
alter table roster.group_type force row level security;
