/*
  Security events: what happened to an account, from where and by whom.

  The web server records what it sees (it knows address and browser), triggers record what only SQL sees.
  Nothing is changed later, except that it is forgotten: addresses after 90 days, the person with the
  account. Recording an event also queues the notices that people get about it.
*/

create table public.security_events (
  id bigint primary key generated always as identity,
  person_id uuid references public.profiles (id),
  kind text not null,
  at timestamptz not null default now(),
  address inet,
  country text,
  device jsonb,
  detail jsonb not null default '{}',
  actor_id uuid references public.profiles (id),

  constraint security_events_kind_known check (kind in (
    'sign_in', 'sign_in_failed', 'sign_out', 'signed_out_elsewhere',
    'password_changed', 'password_reset_asked',
    'email_change_asked', 'email_changed', 'phone_changed', 'name_changed',
    'role_changed', 'notices_changed', 'banned', 'unbanned',
    'new_device', 'account_locked', 'export_taken', 'account_deleted', 'threat'
  )),
  constraint security_events_country_code check (country ~ '^[A-Z]{2}$'),
  constraint security_events_device_size check (pg_column_size(device) <= 2000),
  constraint security_events_detail_size check (pg_column_size(detail) <= 8000)
);

comment on column public.security_events.device is '{ browser, system }';
comment on column public.security_events.country is 'ISO 3166, as the address says.';
comment on column public.security_events.actor_id is 'Who did it when it was not the person; null also for the portal itself.';

create index security_events_of_person on public.security_events (person_id, id desc);
create index security_events_by_kind on public.security_events (kind, id desc);
create index security_events_by_address on public.security_events (address, id desc) where address is not null;

alter table public.security_events enable row level security;
revoke all on public.security_events from anon, authenticated;

-- Definer: as private.is_staff().
create function private.is_admin() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.profiles p where p.id = (select auth.uid()) and p.role = 'admin')
$$;

grant execute on function private.is_admin() to authenticated, service_role;

create policy "People can see what happened to their account" on public.security_events
  for select to authenticated using (person_id = (select auth.uid()));

create policy "Admins can see what happened to every account" on public.security_events
  for select to authenticated using ((select private.is_admin()));

-- Not the address: that of a failed sign-in is somebody else's. The functions below show it to admins.
grant select (id, person_id, kind, at, country, device, detail, actor_id) on public.security_events to authenticated;
grant select on public.security_events to service_role;

create function private.only_forget() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE'
    or to_jsonb(new) - '{person_id,actor_id,address,device,detail}'::text[]
      <> to_jsonb(old) - '{person_id,actor_id,address,device,detail}'::text[]
    or coalesce(new.person_id <> old.person_id or new.actor_id <> old.actor_id, false)
    or coalesce(new.address <> old.address or new.device <> old.device, false)
    or new.detail not in (old.detail, '{}')
  then
    raise exception 'security_events is append-only.' using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger only_forget before update or delete on public.security_events
  for each row execute function private.only_forget();


-- Who is told

-- The person, on the channels of their choice; for a change of email the old address too; for a threat
-- the admins as well. Admins hear of new devices too: of those of the staff each time, of those of customers
-- once an hour, since most of them are what they seem. Definer: people who change their name may not write to the outbox.
create function private.announce_security_event() returns trigger
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

create trigger announce_security_event after insert on public.security_events
  for each row execute function private.announce_security_event();


-- Recording

-- For the web server, which knows where a request came from. Answers the id of the event. Somebody else
-- who acts on an account (actor_id) leaves no address there.
-- Raises 23514 for an unknown kind and 23503 for an unknown person.
-- Definer: only functions write here.
create function public.record_security_event(
  kind text,
  person_id uuid default null,
  address inet default null,
  country text default null,
  device jsonb default null,
  detail jsonb default '{}',
  actor_id uuid default null
) returns bigint
language sql security definer set search_path = '' as $$
  insert into public.security_events (kind, person_id, address, country, device, detail, actor_id)
  values (
    record_security_event.kind,
    record_security_event.person_id,
    case when record_security_event.actor_id is null or record_security_event.actor_id = record_security_event.person_id
      then record_security_event.address end,
    record_security_event.country,
    record_security_event.device,
    coalesce(record_security_event.detail, '{}'),
    nullif(record_security_event.actor_id, record_security_event.person_id)
  )
  returning id
$$;

revoke execute on function public.record_security_event(text, uuid, inet, text, jsonb, jsonb, uuid)
  from public, anon, authenticated;
grant execute on function public.record_security_event(text, uuid, inet, text, jsonb, jsonb, uuid) to service_role;
