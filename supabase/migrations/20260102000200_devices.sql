/*
  Devices: where somebody is signed in, and how long that lasts.

  A device is a session of Supabase Auth with what the web server knows about it. Ending one removes the
  session with its refresh tokens, and `viewer()` answers nobody at its next request.
*/

create table public.devices (
  session_id uuid primary key,
  person_id uuid not null references public.profiles (id),
  browser text not null,
  system text not null,
  address inet,
  country text,
  key text,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz,

  constraint devices_browser_short check (browser ~ '^[^[:cntrl:]]{1,100}$'),
  constraint devices_system_short check (system ~ '^[^[:cntrl:]]{1,100}$'),
  constraint devices_country_code check (country ~ '^[A-Z]{2}$'),
  constraint devices_key_length check (char_length(key) between 1 and 200)
);

comment on column public.devices.key is 'Hash of a cookie that stays in the browser: the same device in another session.';

create index devices_of_person on public.devices (person_id, last_seen_at desc);

alter table public.devices enable row level security;
revoke all on public.devices from anon, authenticated;

create policy "People can see their own devices" on public.devices
  for select to authenticated using (person_id = (select auth.uid()));

grant select (session_id, person_id, browser, system, address, country, first_seen_at, last_seen_at, ended_at)
  on public.devices to authenticated;
grant select on public.devices to service_role;


-- How long a session lasts

create table public.session_limits (
  id boolean primary key default true,
  idle_minutes integer not null default 7 * 24 * 60,
  absolute_minutes integer not null default 30 * 24 * 60,

  constraint session_limits_one_row check (id),
  constraint session_limits_sensible check (idle_minutes between 5 and absolute_minutes)
);

insert into public.session_limits default values;

alter table public.session_limits enable row level security;
revoke all on public.session_limits from anon, authenticated;

create policy "Everybody signed in can see how long sessions last" on public.session_limits
  for select to authenticated using (true);

grant select on public.session_limits to authenticated;
grant select, update on public.session_limits to service_role;

-- Refresh tokens go first: another version of Supabase Auth may keep them without their session.
create function private.remove_sessions(session_ids uuid[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  removed integer;
begin
  delete from auth.refresh_tokens r where r.session_id = any (session_ids);
  delete from auth.sessions s where s.id = any (session_ids);
  get diagnostics removed = row_count;
  return removed;
end
$$;

-- However a session ends, its device has ended. Definer: the auth server deletes with a role of its own.
create function private.end_device() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.devices d set ended_at = now() where d.session_id = old.id and d.ended_at is null;
  return old;
end
$$;

create trigger end_device after delete on auth.sessions
  for each row execute function private.end_device();

-- The signed-in person, or no row when the session was ended, is over its limits or the account is
-- banned: an access token alone lives on for an hour after that. `device_noted` is false until the web
-- server has called note_device() for the session. Keeps the device's last_seen_at to the minute.
-- Definer: nobody else can read auth.sessions.
create function public.viewer()
returns table (
  id uuid, email text, phone text, role text, name text, time_zone text, session_id uuid, device_noted boolean,
  shortcuts boolean
)
language plpgsql security definer set search_path = '' as $$
declare
  asked constant uuid := ((select auth.jwt()) ->> 'session_id')::uuid;
  started timestamptz;
  used timestamptz;
  seen timestamptz;
  limits public.session_limits;
begin
  select s.created_at, greatest(s.created_at, s.updated_at, d.last_seen_at), d.last_seen_at
  into started, used, seen
  from auth.sessions s
  left join public.devices d on d.session_id = s.id
  where s.id = asked and s.user_id = (select auth.uid());
  if not found then
    return;
  end if;

  select * into limits from public.session_limits;
  if started < now() - make_interval(mins => limits.absolute_minutes)
    or used < now() - make_interval(mins => limits.idle_minutes)
  then
    perform private.remove_sessions(array[asked]);
    return;
  end if;

  if seen < now() - interval '1 minute' then
    update public.devices d set last_seen_at = now() where d.session_id = asked;
  end if;

  return query
    select p.id, nullif(u.email, '')::text, nullif(u.phone, '')::text, p.role, p.name, p.time_zone, s.id,
      seen is not null, p.shortcuts
    from auth.sessions s
    join auth.users u on u.id = s.user_id
    join public.profiles p on p.id = u.id
    where s.id = asked
      and (s.not_after is null or s.not_after > now())
      and (u.banned_until is null or u.banned_until <= now())
      and u.deleted_at is null
      and p.deleted_at is null;
end
$$;

revoke execute on function public.viewer() from public, anon, authenticated;
grant execute on function public.viewer() to authenticated;


-- What the web server calls

-- Notes where a session comes from; again for the same session changes its address only.
-- Answers { first, known }: whether the person never had a device before, and whether they had this one
-- (same key, or same browser and system at the same address). Raises PT404 when the session is gone.
-- Definer: nobody else can read auth.sessions.
create function public.note_device(
  session_id uuid,
  browser text,
  system text,
  address inet default null,
  country text default null,
  key text default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  owner_id uuid;
  answer jsonb;
begin
  select s.user_id into owner_id from auth.sessions s where s.id = note_device.session_id;
  if not found then
    raise exception 'There is no such session.' using errcode = 'PT404';
  end if;

  select jsonb_build_object('first', count(*) = 0, 'known', coalesce(bool_or(
    d.key = note_device.key
    or (d.browser = note_device.browser and d.system = note_device.system and d.address = note_device.address)
  ), false))
  into answer
  from public.devices d
  where d.person_id = owner_id and d.session_id <> note_device.session_id;

  insert into public.devices (session_id, person_id, browser, system, address, country, key)
  values (
    note_device.session_id, owner_id, note_device.browser, note_device.system,
    note_device.address, note_device.country, note_device.key
  )
  on conflict on constraint devices_pkey do update
  set address = excluded.address, country = excluded.country, last_seen_at = now();
  return answer;
end
$$;

revoke execute on function public.note_device(uuid, text, text, inet, text, text) from public, anon, authenticated;
grant execute on function public.note_device(uuid, text, text, inet, text, text) to service_role;

-- Address and device of the caller's session, for what SQL records about them.
create function private.record_own_event(kind text, person_id uuid, detail jsonb default '{}') returns void
language plpgsql security definer set search_path = '' as $$
declare
  caller constant uuid := (select auth.uid());
  here public.devices;
begin
  select * into here
  from public.devices d
  where d.session_id = ((select auth.jwt()) ->> 'session_id')::uuid and d.person_id = caller;

  perform public.record_security_event(
    record_own_event.kind, record_own_event.person_id,
    here.address, here.country,
    case when here.session_id is not null and caller = record_own_event.person_id
      then jsonb_build_object('browser', here.browser, 'system', here.system) end,
    record_own_event.detail, caller
  );
end
$$;


-- What people call

-- Where the caller is signed in, this session first.
create function public.my_devices()
returns table (
  session_id uuid, browser text, system text, address inet, country text,
  first_seen_at timestamptz, last_seen_at timestamptz, current boolean
)
language sql stable security definer set search_path = '' as $$
  select
    s.id, coalesce(d.browser, 'Unknown browser'), coalesce(d.system, 'unknown system'), d.address, d.country,
    coalesce(d.first_seen_at, s.created_at), coalesce(d.last_seen_at, s.updated_at, s.created_at), here.current
  from auth.sessions s
  left join public.devices d on d.session_id = s.id
  cross join lateral (select s.id::text = (select auth.jwt()) ->> 'session_id' as current) as here
  where s.user_id = (select auth.uid())
  order by here.current desc, 7 desc
$$;

revoke execute on function public.my_devices() from public, anon, authenticated;
grant execute on function public.my_devices() to authenticated;

-- Signs the caller out on another device. Raises PT404 when that is not theirs or ended already.
-- Definer: nobody else may end sessions.
create function public.end_session(session_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  device public.devices;
begin
  select * into device from public.devices d where d.session_id = end_session.session_id;
  if not exists (select 1 from auth.sessions s where s.id = end_session.session_id and s.user_id = person.id) then
    raise exception 'There is no such session.' using errcode = 'PT404';
  end if;

  perform private.remove_sessions(array[end_session.session_id]);
  perform private.record_own_event('signed_out_elsewhere', person.id, jsonb_strip_nulls(jsonb_build_object(
    'sessions', 1, 'browser', device.browser, 'system', device.system
  )));
end
$$;

revoke execute on function public.end_session(uuid) from public, anon, authenticated;
grant execute on function public.end_session(uuid) to authenticated;

-- Signs the caller out everywhere but here; answers on how many devices.
-- Definer: as above.
create function public.end_other_sessions() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  ended integer;
begin
  ended := private.remove_sessions(array(
    select s.id
    from auth.sessions s
    where s.user_id = person.id and s.id::text is distinct from (select auth.jwt()) ->> 'session_id'
  ));
  if ended > 0 then
    perform private.record_own_event(
      'signed_out_elsewhere', person.id, jsonb_build_object('sessions', ended)
    );
  end if;
  return ended;
end
$$;

revoke execute on function public.end_other_sessions() from public, anon, authenticated;
grant execute on function public.end_other_sessions() to authenticated;

-- Signs a person out everywhere, for "this was not me" and for operators; answers on how many devices.
-- Definer: as above.
create function public.end_sessions_of(person_id uuid) returns integer
language plpgsql security definer set search_path = '' as $$
begin
  return private.remove_sessions(array(
    select s.id from auth.sessions s where s.user_id = end_sessions_of.person_id
  ));
end
$$;

revoke execute on function public.end_sessions_of(uuid) from public, anon, authenticated;
grant execute on function public.end_sessions_of(uuid) to service_role;
