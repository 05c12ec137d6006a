-- Nothing to add in SQL: the first categories come with their migration, and the demo people need the
-- Auth API, so they come from scripts/database/seed.ts.
select 1;
