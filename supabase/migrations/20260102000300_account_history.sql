/*
  The history of an account: what SQL sees of it, and who reads it.

  Name, role, addresses, bans and choices are recorded by triggers, so no way of changing them can forget
  it. The rest the web server records with record_security_event().
*/

-- A member of the team who steps down does it by themselves, which `own` tells.
-- Definer: whoever changes a profile may not write to the log.
create function private.record_profile_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.name <> old.name then
    perform private.record_own_event(
      'name_changed', new.id, jsonb_build_object('before', old.name, 'after', new.name)
    );
  end if;
  if new.role <> old.role then
    perform private.record_own_event('role_changed', new.id, jsonb_strip_nulls(jsonb_build_object(
      'before', old.role, 'after', new.role,
      'own', case when (select auth.uid()) = new.id then true end
    )));
  end if;
  return new;
end
$$;

create trigger record_profile_change after update of name, role on public.profiles
  for each row when (new.deleted_at is null) execute function private.record_profile_change();

-- Definer: the auth server updates with a role that cannot write to public.
create function private.record_user_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  banned_before constant boolean := coalesce(old.banned_until > now(), false);
  banned_after constant boolean := coalesce(new.banned_until > now(), false);
begin
  if nullif(new.email, '') is distinct from nullif(old.email, '') then
    perform private.record_own_event(
      'email_changed', new.id, jsonb_build_object('before', nullif(old.email, ''), 'after', new.email)
    );
  end if;
  if nullif(new.phone, '') is distinct from nullif(old.phone, '') then
    perform private.record_own_event(
      'phone_changed', new.id, jsonb_build_object('before', nullif(old.phone, ''), 'after', new.phone)
    );
  end if;
  if banned_before <> banned_after then
    perform private.record_own_event(case when banned_after then 'banned' else 'unbanned' end, new.id);
  end if;
  return new;
end
$$;

create trigger record_user_change after update of email, phone, banned_until on auth.users
  for each row execute function private.record_user_change();

-- Definer: as private.record_profile_change().
create function private.record_choice() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.record_own_event('notices_changed', new.person_id, jsonb_build_object(
    'topic', new.topic, 'mail', new.mail, 'sms', new.sms
  ));
  return new;
end
$$;

create trigger record_choice after insert or update on public.notification_choices
  for each row execute function private.record_choice();


-- Reading

-- An event as a page shows it.
create function private.event_card(event public.security_events, address inet) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', event.id, 'kind', event.kind, 'at', event.at, 'address', host(event_card.address),
    'country', event.country, 'device', event.device, 'detail', event.detail,
    'actor', private.person_card(event.actor_id)
  )
$$;

-- One page of what happened to the caller's account, `{ total, events }`, newest first. The address of
-- what others may have tried is left out. At most 100 events a page; an unknown kind counts as none.
-- Definer: nobody reads addresses directly.
create function public.my_activity(kind text default null, page integer default 1, page_size integer default 25)
returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  rows_per_page constant integer := least(greatest(coalesce(page_size, 25), 1), 100);
  rows_before constant bigint := (greatest(coalesce(page, 1), 1) - 1)::bigint * rows_per_page;
begin
  return (
    with mine as (
      select e.id
      from public.security_events e
      where e.person_id = person.id and (my_activity.kind is null or e.kind = my_activity.kind)
    ), page as (
      select m.id from mine m order by m.id desc limit rows_per_page offset rows_before
    )
    select jsonb_build_object(
      'total', (select count(*) from mine),
      'events', coalesce(jsonb_agg(
        private.event_card(e, case
          when e.kind not in ('sign_in_failed', 'password_reset_asked', 'account_locked', 'threat') then e.address
        end) order by e.id desc
      ), '[]')
    )
    from public.security_events e
    join page p on p.id = e.id
  );
end
$$;

revoke execute on function public.my_activity(text, integer, integer) from public, anon, authenticated;
grant execute on function public.my_activity(text, integer, integer) to authenticated;

-- An address or a network ("192.0.2.0/24"), or null when the text is neither.
create function private.network(words text) returns inet
language plpgsql immutable set search_path = '' as $$
begin
  return words::inet;
exception when invalid_text_representation then
  return null;
end
$$;

-- The events of everybody, `{ total, events }`, newest first, each with `person` ({ id, name, role, email })
-- and `address`. `search` is an address, a network, or part of a name or of an email address; with an
-- `address` beside it both must fit. The dates are days in the caller's time zone. Raises PT403 for anybody but an admin.
-- Definer: nobody reads addresses directly.
create function public.security_log(
  search text default null,
  kind text default null,
  person_id uuid default null,
  from_date date default null,
  to_date date default null,
  page integer default 1,
  page_size integer default 50,
  address text default null
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_staff();
  zone constant text := coalesce(admin.time_zone, private.portal_zone());
  words constant text := nullif(btrim(left(security_log.search, 200)), '');
  place constant text := nullif(btrim(left(security_log.address, 200)), '');
  network constant inet := private.network(coalesce(place, words));
  pattern constant text := '%' || regexp_replace(words, '([%_\\])', '\\\1', 'g') || '%';
  rows_per_page constant integer := least(greatest(coalesce(page_size, 50), 1), 100);
  rows_before constant bigint := (greatest(coalesce(page, 1), 1) - 1)::bigint * rows_per_page;
begin
  if admin.role <> 'admin' then
    raise exception 'Only admins may do this.' using errcode = 'PT403';
  end if;

  return (
    with people as (
      select p.id
      from public.profiles p
      left join auth.users u on u.id = p.id
      where words is not null and (p.name ilike pattern or u.email ilike pattern)
    ), found as (
      select e.id
      from public.security_events e
      where (
          words is null
          or e.person_id in (select people.id from people)
          or (place is null and e.address <<= network)
        )
        and (place is null or e.address <<= network)
        and (security_log.kind is null or e.kind = security_log.kind)
        and (security_log.person_id is null or e.person_id = security_log.person_id)
        and (from_date is null or e.at >= from_date::timestamp at time zone zone)
        and (to_date is null or e.at < (to_date + 1)::timestamp at time zone zone)
    ), page as (
      select f.id from found f order by f.id desc limit rows_per_page offset rows_before
    )
    select jsonb_build_object(
      'total', (select count(*) from found),
      'events', coalesce(jsonb_agg(
        private.event_card(e, e.address) || jsonb_build_object('person',
          private.person_card(e.person_id) || jsonb_build_object('email', private.email_for_staff(e.person_id))
        ) order by e.id desc
      ), '[]')
    )
    from public.security_events e
    join page p on p.id = e.id
  );
end
$$;

revoke execute on function public.security_log(text, text, uuid, date, date, integer, integer, text)
  from public, anon, authenticated;
grant execute on function public.security_log(text, text, uuid, date, date, integer, integer, text) to authenticated;

-- Whose account has this email address or phone number (digits, with or without the plus)? Null for nobody.
-- Definer: nobody else can read auth.users.
create function public.find_person(email text default null, phone text default null) returns uuid
language sql stable security definer set search_path = '' as $$
  select u.id
  from auth.users u
  where u.email = lower(btrim(find_person.email)) or u.phone = ltrim(btrim(find_person.phone), '+')
  limit 1
$$;

revoke execute on function public.find_person(text, text) from public, anon, authenticated;
grant execute on function public.find_person(text, text) to service_role;

-- What happened lately around an account and an address, for the rules that recognise threats: at most 200
-- events of the person or from the address, newest first, each
-- { id, kind, at, person_id, address, country, device, detail }.
create function public.recent_security_events(
  person_id uuid default null, address inet default null, since timestamptz default now() - interval '1 day'
) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(
    to_jsonb(e) - 'actor_id' || jsonb_build_object('address', host(e.address)) order by e.id desc
  ), '[]')
  from (
    select *
    from public.security_events s
    where s.at >= recent_security_events.since
      and (s.person_id = recent_security_events.person_id or s.address = recent_security_events.address)
    order by s.id desc
    limit 200
  ) as e
$$;

revoke execute on function public.recent_security_events(uuid, inet, timestamptz) from public, anon, authenticated;
grant execute on function public.recent_security_events(uuid, inet, timestamptz) to service_role;

-- Forgets addresses after 90 days, and devices that ended before that; answers how many rows changed.
-- Definer: only functions write here.
create function public.sweep_addresses() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  long_ago constant timestamptz := now() - interval '90 days';
  events integer;
  devices integer;
begin
  update public.security_events e set address = null where e.address is not null and e.at < long_ago;
  get diagnostics events = row_count;
  delete from public.devices d where d.ended_at < long_ago or d.last_seen_at < long_ago;
  get diagnostics devices = row_count;
  return events + devices;
end
$$;

revoke execute on function public.sweep_addresses() from public, anon, authenticated;
grant execute on function public.sweep_addresses() to service_role;
