-- Where a page went, and the letter of the outbox that it is: one that did not leave goes to the next at once. Both are
-- null for pages from before; the letter is empty where there was no address to write to.
alter table oncall.page
    add column email  text,
    add column letter text;
