/*
  People: one profile for each account.

  Email addresses stay in auth.users, where no API role can read them; `viewer()` and
  `private.email_for_staff()` are the only ways out. The role is a column here and never comes from
  what people write about themselves at sign-up.

  A profile outlives its account (no foreign key to auth.users): tickets keep an author, without a name.
*/

create table public.profiles (
  id uuid primary key,
  role text not null default 'customer',
  name text not null,
  time_zone text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,

  constraint profiles_role_known check (role in ('customer', 'agent', 'admin')),
  constraint profiles_name_length check (char_length(name) <= 100),
  constraint profiles_name_not_blank check (name ~ '[^[:space:]\u00a0\u200b\ufeff]'),
  constraint profiles_name_one_line check (name !~ '[[:cntrl:]]'),
  constraint profiles_time_zone_length check (char_length(time_zone) <= 64)
);

comment on table public.profiles is 'Who somebody is in the portal. The id is the one of auth.users.';
comment on column public.profiles.time_zone is 'IANA name, chosen by the person; null means the time zone of the portal.';
comment on column public.profiles.deleted_at is 'When the account was deleted; the name is gone since then.';

create index profiles_staff on public.profiles (role) where role <> 'customer';

alter table public.profiles enable row level security;
revoke all on public.profiles from anon, authenticated;


-- Who is asking

-- Definer: policies on profiles would otherwise ask themselves who may read profiles.
create function private.is_staff() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1
    from public.profiles p
    where p.id = (select auth.uid()) and p.role in ('agent', 'admin')
  )
$$;

grant execute on function private.is_staff() to authenticated, service_role;

-- The profile of the caller. Everything that writes starts here.
-- Raises PT403 for somebody who is not signed in or whose account is gone.
create function private.require_person() returns public.profiles
language plpgsql stable set search_path = '' as $$
declare
  person public.profiles;
begin
  select * into person
  from public.profiles p
  where p.id = (select auth.uid()) and p.deleted_at is null;

  if not found then
    raise exception 'Sign in first.' using errcode = 'PT403';
  end if;
  return person;
end
$$;

-- Same, for what only staff may do.
create function private.require_staff() returns public.profiles
language plpgsql stable set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  if person.role not in ('agent', 'admin') then
    raise exception 'Only staff may do this.' using errcode = 'PT403';
  end if;
  return person;
end
$$;

-- What a page shows of a person: never more than this, whoever asks.
-- Definer: customers see the names of the people who answer them, not their profiles.
create function private.person_card(person_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'name', p.name, 'role', p.role)
  from public.profiles p
  where p.id = person_id
$$;

grant execute on function private.person_card(uuid) to authenticated, service_role;

-- Definer: nobody else can read auth.users. Answers null to anyone who is not staff.
create function private.email_for_staff(person_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select u.email::text
  from auth.users u
  where u.id = person_id and private.is_staff()
$$;

grant execute on function private.email_for_staff(uuid) to authenticated, service_role;


-- Policies

create policy "People can see their own profile" on public.profiles
  for select to authenticated using (id = (select auth.uid()));

create policy "Staff can see every profile" on public.profiles
  for select to authenticated using ((select private.is_staff()));

grant select on public.profiles to authenticated;
grant select, insert, update on public.profiles to service_role;


-- Accounts come and go

-- Places only ('Europe/Stockholm') and UTC: Postgres would also take abbreviations that browsers do not know.
create function private.is_time_zone(zone text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  if zone is null or zone !~ '^(UTC|[A-Za-z]+(/[A-Za-z_]+(-[A-Za-z_]+)*){1,2})$' then
    return false;
  end if;
  perform now() at time zone zone;
  return true;
exception when invalid_parameter_value then
  return false;
end
$$;

-- Whatever people sign up with, this must make a profile: an error here would refuse the account.
-- Definer: the auth server inserts into auth.users with a role that cannot write to public.
create function private.create_profile() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  given_name text := regexp_replace(new.raw_user_meta_data ->> 'name', '[[:cntrl:]]+', ' ', 'g');
  given_zone text := new.raw_user_meta_data ->> 'time_zone';
begin
  if given_name is null or given_name !~ '[^[:space:]\u00a0\u200b\ufeff]' then
    given_name := coalesce(nullif(split_part(new.email, '@', 1), ''), 'Customer');
  end if;

  insert into public.profiles (id, name, time_zone)
  values (
    new.id,
    left(btrim(given_name), 100),
    case when private.is_time_zone(given_zone) then given_zone end
  )
  on conflict (id) do nothing;
  return new;
end
$$;

create trigger create_profile after insert on auth.users
  for each row execute function private.create_profile();

-- Definer: as above, the auth server deletes with a role of its own.
create function private.anonymise_profile() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.profiles
  set name = 'Deleted account', role = 'customer', time_zone = null, deleted_at = now()
  where id = old.id;
  return old;
end
$$;

create trigger anonymise_profile after delete on auth.users
  for each row execute function private.anonymise_profile();

-- Without an admin nobody could make one again. The lock lets two admins who demote each other at the
-- same moment act one after the other.
create function private.keep_an_admin() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.role = 'admin' and new.role <> 'admin' then
    perform pg_advisory_xact_lock(hashtext('portico.admins'));
    if not exists (select 1 from public.profiles p where p.role = 'admin' and p.id <> old.id) then
      raise exception 'The last admin stays an admin.'
        using errcode = 'PT409', hint = 'Make somebody else an admin first.';
    end if;
  end if;
  new.updated_at := now();
  return new;
end
$$;

create trigger keep_an_admin before update on public.profiles
  for each row execute function private.keep_an_admin();

-- Accounts that were there before the portal.
insert into public.profiles (id, name)
select u.id, left(coalesce(nullif(split_part(u.email, '@', 1), ''), 'Customer'), 100)
from auth.users u
on conflict (id) do nothing;


-- What the app calls

-- Definer: nobody may write to profiles, and this writes two columns of one row.
create function public.update_profile(name text, time_zone text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  if update_profile.time_zone is not null and not private.is_time_zone(update_profile.time_zone) then
    raise exception 'profiles_time_zone_known'
      using errcode = '22023', detail = 'time_zone', hint = 'Choose a time zone from the list.';
  end if;

  update public.profiles p
  set name = btrim(update_profile.name), time_zone = update_profile.time_zone
  where p.id = person.id;
end
$$;

revoke execute on function public.update_profile(text, text) from public, anon, authenticated;
grant execute on function public.update_profile(text, text) to authenticated;

-- For the operator and the demo data. Answers the id of the person; raises PT404 for an unknown address
-- and PT409 for the last admin.
-- Definer: nobody else can read auth.users.
create function public.set_role(email text, role text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  person_id uuid;
begin
  select u.id into person_id
  from auth.users u
  where lower(u.email) = lower(btrim(set_role.email));

  if not found then
    raise exception 'No account has this email address.' using errcode = 'PT404';
  end if;

  update public.profiles p set role = set_role.role where p.id = person_id;
  return person_id;
end
$$;

revoke execute on function public.set_role(text, text) from public, anon, authenticated;
grant execute on function public.set_role(text, text) to service_role;
