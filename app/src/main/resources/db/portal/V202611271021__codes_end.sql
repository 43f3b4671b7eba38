-- A code that opens the pages of more than one account at an address counts no more.
grant delete on portal.own_code to circlekeeper_app;
