/*
  Threats: a session that was used in two places, and admins who hear of new devices.
*/

-- Ends one session, whoever asks with its access token or its refresh tokens: Supabase Auth takes the
-- tokens of a copied session back, and an access token would live on for up to an hour. Answers whether
-- there was one.
-- Definer: nobody else may end sessions.
create function public.revoke_session(session_id uuid) returns boolean
language sql security definer set search_path = '' as $$
  select private.remove_sessions(array[revoke_session.session_id]) > 0
$$;

revoke execute on function public.revoke_session(uuid) from public, anon, authenticated;
grant execute on function public.revoke_session(uuid) to service_role;

-- As before, and admins hear of new devices too: of those of the staff each time, of those of customers
-- once an hour, since most of them are what they seem.
create or replace function private.announce_security_event() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  about constant jsonb := jsonb_strip_nulls(jsonb_build_object(
    'event', new.id, 'at', new.at, 'country', new.country, 'device', new.device,
    'rule', new.detail ->> 'rule', 'role', case when new.kind = 'role_changed' then new.detail ->> 'after' end
  ));
  key constant text := 'security:' || new.id;
begin
  if exists (select 1 from public.notification_kinds k where k.kind = new.kind) and new.person_id is not null then
    perform public.enqueue_notification(new.kind, about, new.person_id, dedupe_key => key);
  end if;

  if new.kind = 'email_changed' and new.detail ->> 'before' <> '' then
    perform public.enqueue_notification(
      new.kind, about || '{"old_address": true}', new.person_id, new.detail ->> 'before', dedupe_key => key || ':old'
    );
  end if;

  if new.kind in ('threat', 'new_device') then
    perform public.enqueue_notification(
      'threat_for_admins',
      about || case when new.kind = 'new_device' then '{"rule": "new_device"}' else '{}' end::jsonb,
      p.id,
      dedupe_key => case
        when new.kind = 'new_device' and private.is_customer(new.person_id)
          then 'security:new_device:' || to_char(new.at at time zone 'UTC', 'YYYY-MM-DD-HH24')
        else key
      end || ':' || p.id
    )
    from public.profiles p
    where p.role = 'admin' and p.id is distinct from new.person_id;
  end if;
  return new;
end
$$;

create function private.is_customer(person_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select 1 from public.profiles p where p.id = is_customer.person_id and p.role = 'customer')
$$;


-- The page of one's own security in one call: { devices, activity: { total, events } }, as my_devices()
-- and my_activity() answer them.
create function public.my_security(kind text default null, page integer default 1, page_size integer default 25)
returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'devices', (
      select coalesce(jsonb_agg(to_jsonb(d) || jsonb_build_object('address', host(d.address))), '[]')
      from public.my_devices() d
    ),
    'activity', public.my_activity(my_security.kind, my_security.page, my_security.page_size)
  )
$$;

revoke execute on function public.my_security(text, integer, integer) from public, anon, authenticated;
grant execute on function public.my_security(text, integer, integer) to authenticated;


-- As before, with an address beside the words: both must fit. Raises PT403 for anybody but an admin.
-- Definer: nobody reads addresses directly.
drop function public.security_log(text, text, uuid, date, date, integer, integer);
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
