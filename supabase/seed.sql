-- What every portal starts with. Running it again changes nothing that was edited since.
insert into public.categories (slug, name, position)
values
  ('signing-in', 'Signing in', 1),
  ('tickets', 'Tickets', 2),
  ('account', 'Account and notices', 3),
  ('your-data', 'Your data', 4),
  ('other', 'Something else', 5)
on conflict (slug) do nothing;
