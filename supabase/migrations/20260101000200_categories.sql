/*
  Categories: what a ticket is about.

  The slug is the key, because it is what addresses, filters and articles name. A category that is no
  longer active stays on its tickets and cannot be chosen for new ones.
*/

create table public.categories (
  slug text primary key,
  name text not null,
  position integer not null default 0,
  active boolean not null default true,

  constraint categories_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60),
  constraint categories_name_length check (char_length(name) <= 60),
  constraint categories_name_not_blank check (name ~ '[^[:space:]\u00a0\u200b\ufeff]')
);

alter table public.categories enable row level security;
revoke all on public.categories from anon, authenticated;

create policy "Signed-in people can see categories" on public.categories
  for select to authenticated using (true);

grant select on public.categories to authenticated;
grant select, insert, update, delete on public.categories to service_role;

-- What every portal starts with; admins change it.
insert into public.categories (slug, name, position)
values
  ('signing-in', 'Signing in', 1),
  ('tickets', 'Tickets', 2),
  ('account', 'Account and notices', 3),
  ('your-data', 'Your data', 4),
  ('other', 'Something else', 5);
